"""Requests are measured and told without what was asked for; measures are for those who may."""

import io
import json
import logging

import pytest
from flask import request
from flask.testing import FlaskClient

from engine.bootstrap import Engine
from engine.config import Settings
from engine.operating import logs
from web import create_app

TOKEN = "a token that is long enough for anybody"  # noqa: S105


def client(engine: Engine, **changed: object) -> FlaskClient:
    settings = Settings(**{**engine.settings.model_dump(exclude={"port", "debug"}), **changed})
    object.__setattr__(engine, "settings", settings)
    return create_app(engine).test_client()


def test_measures_are_answered_on_this_machine_only(real_engine: Engine) -> None:
    asking = client(real_engine)
    answer = asking.get("/metrics")

    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert "# TYPE skydd_cases gauge" in answer.text
    far = {"REMOTE_ADDR": "192.0.2.7"}
    assert asking.get("/metrics", environ_overrides=far).status_code == 404
    for name in ("X-Forwarded-For", "Forwarded", "Via"):
        assert asking.get("/metrics", headers={name: "for=192.0.2.7"}).status_code == 404


def test_behind_https_it_takes_a_token(real_engine: Engine) -> None:
    assert client(real_engine, https=True).get("/metrics").status_code == 404


@pytest.mark.parametrize(
    ("sent", "status"),
    [(None, 404), ("Bearer wrong", 404), (TOKEN, 404), ("Bearer å", 404), (f"Bearer {TOKEN}", 200)],
)
def test_with_a_token_only_who_sends_it_is_answered(
    real_engine: Engine, sent: str | None, status: int
) -> None:
    asking = client(real_engine, https=True, metrics_token=TOKEN)
    headers = {"Authorization": sent} if sent else {}
    far = {"REMOTE_ADDR": "192.0.2.7"}

    assert asking.get("/metrics", headers=headers, environ_overrides=far).status_code == status


def test_a_request_is_one_line_with_its_route_and_no_word_of_what_was_asked(
    real_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    asking = client(real_engine)
    asking.post("/logga-in", data={"namn": "polis", "losenord": "demo"})
    with caplog.at_level(logging.INFO, "skydd.request"):
        answer = asking.get("/?sok=Anna")
        asking.get("/Anna-Ek")
    first, second = caplog.records

    assert (first.route, first.method, first.status) == (
        "tasks.worklist",
        "GET",
        answer.status_code,
    )  # type: ignore[attr-defined]
    assert second.route == "okand"  # type: ignore[attr-defined]
    assert "Anna" not in str([vars(record) for record in caplog.records])
    assert len(answer.headers["X-Request-ID"]) == 36


def test_somebody_who_is_signed_in_is_told_by_a_pseudonym(
    real_engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    asking = client(real_engine)
    page = asking.get("/logga-in").text
    token = page.split('name="_csrf" value="')[1].split('"')[0] if "_csrf" in page else ""
    asking.post("/logga-in", data={"namn": "polis", "losenord": "skydd", "_csrf": token})
    with caplog.at_level(logging.INFO, "skydd.request"):
        asking.get("/")
        create_app(real_engine).test_client().get("/")
    first, second = caplog.records

    assert len(first.actor) == 12  # type: ignore[attr-defined]
    assert "polis" not in str(vars(first))
    assert not hasattr(second, "actor")


def test_routes_are_measured_without_what_is_in_them(real_engine: Engine) -> None:
    asking = client(real_engine)
    asking.open("/healthz", method="ANNA")
    asking.get("/arende/6f1ed002-ab59-4f21-8e21-0123456789ab")
    told = asking.get("/metrics").text

    assert 'route="cases.case"' in told
    assert 'method="okand"' in told
    assert "6f1ed002" not in told
    assert "ANNA" not in told


@pytest.mark.parametrize(("proxies", "believed"), [(0, False), (1, True)])
def test_only_proxies_that_there_are_tell_who_asks_and_how(
    real_engine: Engine, proxies: int, believed: bool
) -> None:
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    asking, seen = client(real_engine, proxies=proxies), list[str | None]()
    asking.application.before_request(lambda: seen.append(request.remote_addr))
    answer = asking.get("/healthz", headers=told)

    assert ("Strict-Transport-Security" in answer.headers) == believed
    assert (seen == ["192.0.2.7"]) == believed


def test_of_a_fault_the_log_tells_where_and_no_word(real_engine: Engine) -> None:
    def broken() -> list[str]:
        raise ValueError("Anna Ek 19900101-2385")

    object.__setattr__(real_engine, "faults", broken)
    app, stream = create_app(real_engine), io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.formatter())
    app.logger.addHandler(handler)
    answer = app.test_client().get("/readyz?namn=Anna")
    app.logger.removeHandler(handler)
    (line,) = [json.loads(each) for each in stream.getvalue().splitlines()]

    assert answer.status_code == 500
    assert (line["kind"], line["request_id"]) == (["ValueError"], answer.headers["X-Request-ID"])
    assert line["where"][-1].startswith("tests/web/test_observed.py:")
    assert "Anna" not in stream.getvalue()
