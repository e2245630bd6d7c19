"""Every error of the API is a problem, never a page."""

import pytest
from flask import Flask

from engine import errors
from engine.accounts.repeats import Reused
from tests.web.api.conftest import System
from web.api.problems import NAMES, OF_STATUS, TITLES, Refused, told


def test_what_is_not_there_is_a_problem(api_app: Flask) -> None:
    for path in ("/api", "/api/", "/api/v1", "/api/v2/x", "/api/v1/%00"):
        for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            answer = api_app.test_client().open(path, method=method)
            assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


def test_another_method_is_a_problem_that_tells_which(amv: System) -> None:
    answer = amv.ask("DELETE", "/tasks")

    assert (answer.status_code, answer.content_type) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


def test_what_nobody_foresaw_is_a_problem_without_a_trace(
    api_app: Flask, amv: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    api_app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("web.api.tasks.page", lambda *_: 1 / 0)
    answer = amv.get("/tasks")

    assert (answer.status_code, answer.content_type) == (500, "application/problem+json")
    assert "ZeroDivision" not in answer.text


def test_a_database_that_is_away_is_a_problem_that_passes(
    amv: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise errors.Unavailable("hemligt")

    monkeypatch.setattr("web.api.tasks.page", away)
    answer = amv.get("/tasks")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert "hemligt" not in answer.text


def test_too_much_at_once_is_a_problem(amv: System) -> None:
    answer = amv.do("POST", "/cases", {"region": "x" * 3_000_000})

    assert (answer.status_code, answer.json["type"][-9:]) == (413, "too-large")


def test_parts_with_the_wrong_shape_are_named(amv: System) -> None:
    wrong = amv.do("POST", "/cases", {"region": 7, "annat": 1}).json
    assert wrong["errors"] == {"region": "Har fel form", "annat": "Finns inte här"}
    amv.headers["Accept-Language"] = "en"
    assert amv.get("/tasks?limit=0").json["errors"] == {"limit": "Has the wrong shape"}


def test_every_error_of_the_engine_has_a_problem(api_app: Flask) -> None:
    kinds = [kind for kind, _ in NAMES]
    silent = {"Immovable", "Unreadable", "Deviation", "Tampered", "Undeliverable"}
    silent |= {"Unsafe", "Unrestorable"}  # said at the command line only
    for kind in errors.EngineError.__subclasses__():
        assert kind in {*kinds, Reused} or kind.__name__ in silent, kind
    assert {name for _, name in NAMES} | set(OF_STATUS.values()) <= TITLES.keys()


def test_a_problem_tells_its_status_and_type(api_app: Flask) -> None:
    with api_app.test_request_context("/api/v1/x"):
        for name, (status, title) in TITLES.items():
            answer = told(Refused(name))
            assert answer.status_code == answer.json["status"] == status
            assert answer.json["title"] == str(title)
            assert answer.json["type"].endswith(f":{name}")
