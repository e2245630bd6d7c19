"""Cases by the API: opened once, listed in parts, told as far as the agency may know."""

from engine.bootstrap import Engine
from tests.web.api.conftest import System, Systems


def test_a_case_is_opened_once_however_often_it_is_asked_for(amv: System) -> None:
    first, again = (amv.do("POST", "/cases", {}, key="a") for _ in range(2))

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json == again.json
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(amv.get("/cases").json["items"]) == 1


def test_the_same_key_for_something_else_is_refused(amv: System) -> None:
    amv.do("POST", "/cases", {}, key="a")
    other = amv.do("POST", "/cases", {"region": "vast"}, key="a")

    assert (other.status_code, other.json["type"][-10:]) == (422, "key-reused")


def test_who_may_not_open_a_case_is_not_let(system: Systems) -> None:
    assert system("iom").do("POST", "/cases", {}).status_code == 404


def test_an_unknown_region_is_told_of(amv: System) -> None:
    answer = amv.do("POST", "/cases", {"region": "månen"})

    assert (answer.status_code, list(answer.json["errors"])) == (422, ["region"])


def test_the_list_is_told_in_parts_the_newest_first(amv: System) -> None:
    numbers = [amv.do("POST", "/cases", {}).json["number"] for _ in range(3)]
    first = amv.get("/cases?limit=2").json
    rest = amv.get(f"/cases?limit=2&cursor={first['next']}").json

    assert [c["number"] for c in first["items"] + rest["items"]] == numbers[::-1]
    assert rest["next"] is None


def test_a_case_is_told_to_those_who_take_part_and_that_they_read_it_is_kept(
    amv: System, system: Systems, real_engine: Engine, opened: dict[str, str]
) -> None:
    case = amv.get(f"/cases/{opened['id']}")
    timeline = amv.get(f"/cases/{opened['id']}/timeline")

    assert case.json["number"] == opened["number"]
    assert [task["name"] for task in case.json["tasks"]] == ["Registrera misstanke vid inspektion"]
    assert case.headers["ETag"]
    assert timeline.json["items"][0]["title"]
    read = [(r.actor, r.what) for r in real_engine.readings.of_case(opened["id"])]
    assert read == [(amv.id, "api.case"), (amv.id, "api.timeline")]
    for path in ("", "/timeline", "/messages"):
        answer = system("migrationsverket").get(f"/cases/{opened['id']}{path}")
        assert answer.status_code == 404
        assert opened["number"] not in answer.text


def test_an_account_with_jav_finds_the_case_no_more(
    police_case: tuple[System, str], real_engine: Engine
) -> None:
    police, path = police_case
    chef = real_engine.queries.person("polis.chef")
    (task,) = police.get("/tasks").json["items"][:1]
    real_engine.staffing.disqualify(chef, task["case_id"], police.id, "Påhittat jäv.")

    for each in (path, f"{path}/timeline", f"{path}/messages", f"/tasks/{task['id']}"):
        assert police.get(each).status_code == 404
    assert police.get("/tasks").json["items"] == []
    assert police.get("/cases").json["items"] == []
