"""Tasks by the API: listed, taken, filled in, completed, each once and only as it was seen."""

from collections.abc import Mapping

import pytest

from engine.bootstrap import Engine
from engine.db.connection import writing
from engine.demo import typed as as_browser
from tests.conftest import MONDAY
from tests.web.api.conftest import System, Systems

ANSWERS = {"akut_fara": "nej", "ingang": "inspektion"}


def filled(engine: Engine, system: System, task_id: str) -> Mapping[str, object]:
    """Return answers that hold, as JSON."""
    page = engine.queries.task_page(engine.queries.person(system.id), task_id)
    posted = as_browser(page.form, ANSWERS, MONDAY.date())
    return page.form.accept(posted, MONDAY.date()).data


def test_a_task_is_told_with_its_form_and_a_tag(amv: System, task_id: str) -> None:
    answer = amv.get(f"/tasks/{task_id}")

    assert answer.status_code == 200
    assert answer.json["name"] == "Registrera misstanke vid inspektion"
    assert answer.json["form_schema"]["$schema"].endswith("2020-12/schema")
    assert answer.headers["Cache-Control"] == "no-store"
    again = amv.get(f"/tasks/{task_id}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_taking_and_giving_back_change_the_tag(amv: System, task_id: str) -> None:
    seen = amv.tag(f"/tasks/{task_id}")
    taken = amv.do("POST", f"/tasks/{task_id}/claim", tag=seen)
    assert (taken.status_code, taken.json["state"]) == (200, "claimed")
    assert taken.headers["ETag"] == amv.tag(f"/tasks/{task_id}") != seen
    assert amv.get("/tasks?visa=mina").json["items"][0]["assignee"] == amv.id

    late = amv.do("POST", f"/tasks/{task_id}/release", tag=seen)
    assert (late.status_code, late.json["type"]) == (412, "urn:skyddsprocessen:problem:outdated")
    given = amv.do("POST", f"/tasks/{task_id}/release", tag=taken.headers["ETag"])
    assert given.json["state"] == "released"


def test_a_draft_is_kept_over_the_one_that_was_seen(amv: System, task_id: str) -> None:
    path = f"/tasks/{task_id}/draft"
    before = amv.get(path)
    assert before.json == {"version": 0, "saved_at": None, "answers": {}}
    kept = amv.do("PUT", path, {"answers": {"akut_fara": "nej"}}, before.headers["ETag"])
    assert kept.json["draft_version"] == 1
    after = amv.get(path)
    assert after.json["answers"]["akut_fara"] == "nej"
    assert after.headers["ETag"] == kept.headers["ETag"]

    late = amv.do("PUT", path, {"answers": {}}, before.headers["ETag"])
    assert late.status_code == 412


def test_answers_that_hold_complete_the_task_and_the_log_tells_how_it_came(
    amv: System, real_engine: Engine, opened: dict[str, str], task_id: str
) -> None:
    body = {"answers": filled(real_engine, amv, task_id)}
    done = amv.do("POST", f"/tasks/{task_id}/complete", body, amv.tag(f"/tasks/{task_id}"))

    assert (done.status_code, done.json["state"]) == (200, "completed"), done.text
    assert amv.get(f"/tasks/{task_id}").status_code == 409
    log = real_engine.casefile.log(opened["id"])
    assert [e.actor for e in log if e.kind == "task_completed"] == [amv.id]
    with real_engine.database.connect() as connection:
        channels = connection.exec_driver_sql("SELECT DISTINCT channel FROM events").scalars()
        assert set(channels) == {"api"}


def test_wrong_answers_are_told_of_one_by_one_in_the_language_asked_for(
    amv: System, task_id: str
) -> None:
    path, tag = f"/tasks/{task_id}/complete", amv.tag(f"/tasks/{task_id}")
    body = {"answers": {"akut_fara": "kanske", "finns_inte": "x"}}
    wrong = amv.do("POST", path, body, tag)
    assert wrong.status_code == 422
    assert wrong.json["errors"] == {"finns_inte": "Frågan finns inte i formuläret"}
    assert wrong.content_type == "application/problem+json"

    body["answers"].pop("finns_inte")
    swedish = amv.do("POST", path, body, tag).json["errors"]
    assert swedish["akut_fara"].startswith("Välj ett av alternativen")
    amv.headers["Accept-Language"] = "en"
    english = amv.do("POST", path, body, tag)
    assert english.headers["Content-Language"] == "en"
    assert english.json["errors"].keys() == swedish.keys()
    assert english.json["errors"]["akut_fara"] != swedish["akut_fara"]


def test_what_changes_must_have_been_seen(amv: System, task_id: str) -> None:
    for method, path in (("POST", "claim"), ("POST", "complete"), ("PUT", "draft")):
        answer = amv.do(method, f"/tasks/{task_id}/{path}", {"answers": {}})
        assert (answer.status_code, answer.json["status"]) == (428, 428)


@pytest.mark.parametrize("path", ["", "/draft"])
def test_another_agencys_task_is_not_there_and_that_it_was_tried_is_kept(
    system: Systems, real_engine: Engine, task_id: str, path: str
) -> None:
    police, before = system("polismyndigheten"), real_engine.store.denials()
    answer = police.get(f"/tasks/{task_id}{path}")

    assert answer.status_code == 404
    assert answer.json["type"].endswith(":not-found")
    assert real_engine.store.denials() == before + 1
    assert police.get("/tasks").json == {"items": [], "next": None}


def test_the_list_is_told_in_parts_that_follow_on_each_other(amv: System) -> None:
    for _ in range(5):
        amv.do("POST", "/cases", {})
    whole = [task["id"] for task in amv.get("/tasks").json["items"]]
    seen, cursor = [], ""
    while cursor is not None:
        answer = amv.get(f"/tasks?limit=2&cursor={cursor}")
        seen += [task["id"] for task in answer.json["items"]]
        cursor = answer.json["next"]
        assert ("Link" in answer.headers) == (cursor is not None)

    assert seen == whole
    assert len(set(seen)) == 5


def test_a_command_that_was_done_before_the_machine_broke_is_answered_and_not_done_again(
    amv: System, real_engine: Engine, opened: dict[str, str], task_id: str
) -> None:
    body = {"answers": filled(real_engine, amv, task_id)}
    path, tag = f"/tasks/{task_id}/complete", amv.tag(f"/tasks/{task_id}")
    done = amv.do("POST", path, body, tag, key="a")
    with writing(real_engine.database) as connection:  # as if the answer was never kept
        connection.exec_driver_sql("UPDATE repeats SET answer = NULL")
    again = amv.do("POST", path, body, tag, key="a")
    other = amv.do("POST", path, body, tag, key="b")

    assert (again.status_code, again.json) == (200, done.json)
    assert other.status_code == 409
    log = real_engine.casefile.log(opened["id"])
    assert len([entry for entry in log if entry.kind == "task_completed"]) == 1
