"""The door: a valid token of the right scope, and nothing else, opens an operation."""

import pytest
from flask import Flask

from engine.access import PROCESS_OFFICE
from engine.accounts.account import CASES_READ, PROCESSES_READ, TASKS_READ
from engine.bootstrap import Engine
from tests.conftest import MovedClock
from tests.web.api.conftest import System, Systems
from tests.web.seated import sit
from web.api.room import RATE


def test_without_a_valid_token_nothing_is_answered(amv: System, clock: MovedClock) -> None:
    for sent in ("", "Bearer", "Bearer x", "Basic YTpi", f"Bearer {amv.token}x"):
        answer = amv.ask("GET", "/tasks", headers={"Authorization": sent})
        assert (answer.status_code, answer.content_type) == (401, "application/problem+json")
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="api"'
    clock.advance(days=31)
    assert amv.get("/tasks").status_code == 401


def test_a_session_of_a_browser_opens_nothing_and_no_cookie_is_set(
    api_app: Flask, amv: System
) -> None:
    browser = api_app.test_client()
    sit(browser, "soc.chef")
    answer = browser.get("/api/v1/tasks")

    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers
    assert "Set-Cookie" not in amv.get("/tasks").headers
    signed_out = api_app.test_client()
    signed_out.get("/", headers={"Authorization": f"Bearer {amv.token}"})
    assert signed_out.get("/").status_code == 303


def test_a_scope_that_the_account_lacks_is_refused_and_kept(
    system: Systems, real_engine: Engine
) -> None:
    narrow = system("polismyndigheten", scopes=(TASKS_READ,))
    assert narrow.get("/tasks").status_code == 200
    refused = narrow.get("/cases")

    assert (refused.status_code, refused.json["scope"]) == (403, CASES_READ)
    assert real_engine.trail.count("denied") == 1


def test_one_who_administers_sees_no_case_even_with_a_scope(
    system: Systems, real_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.accounts.issuing.require_sound", lambda *_: None)
    administrator = system("polismyndigheten", "administrator", scopes=(CASES_READ, PROCESSES_READ))

    assert administrator.get("/cases").status_code == 404
    assert administrator.get("/processes").status_code == 200
    assert real_engine.trail.count("denied") == 1


def test_a_command_needs_a_key(amv: System) -> None:
    for key in ("", "x" * 101, "två ord"):
        answer = amv.ask("POST", "/cases", json={}, headers={"Idempotency-Key": key})
        assert (answer.status_code, answer.json["type"][-6:]) == (400, "no-key")


def test_keys_of_one_account_are_not_anothers(amv: System, system: Systems) -> None:
    first = amv.do("POST", "/cases", {}, key="a").json
    other = system("polismyndigheten").do("POST", "/cases", {}, key="a").json

    assert first["id"] != other["id"]


@pytest.mark.parametrize(
    "body", [b"{", b"[" * 100_000, b'{"region": "\\ud800"}', b"\xff", b'{"a": 1' + b"0" * 9_999]
)
def test_what_cannot_be_read_is_refused(amv: System, body: bytes) -> None:
    headers = {"Idempotency-Key": "a", "Content-Type": "application/json"}
    answer = amv.ask("POST", "/cases", data=body, headers=headers)

    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")


def test_a_form_is_not_json(amv: System) -> None:
    answer = amv.ask("POST", "/cases", data={"region": "vast"}, headers={"Idempotency-Key": "a"})

    assert answer.status_code == 415


def test_an_account_that_asks_too_often_has_to_wait_and_others_need_not(
    api_app: Flask, amv: System, system: Systems
) -> None:
    api_app.config[RATE] = "2 per minute"
    answers = [amv.get("/tasks").status_code for _ in range(3)]
    late = amv.get("/tasks")

    assert answers == [200, 200, 429]
    assert late.content_type == "application/problem+json"
    assert system("polismyndigheten").get("/tasks").status_code == 200


def test_who_is_nobody_may_not_ask_often(api_app: Flask) -> None:
    client = api_app.test_client()
    answers = [client.get("/api/v1/tasks").status_code for _ in range(61)]

    assert set(answers[:60]) == {401}
    assert answers[60] == 429


def test_the_process_office_has_no_tasks(system: Systems) -> None:
    office = system(PROCESS_OFFICE, "processagare")

    assert office.get("/tasks").json["items"] == []
    assert office.do("POST", "/cases", {}).status_code == 404
