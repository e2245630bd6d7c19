"""Proposals by the API: four eyes, each told what differs, nothing of any case."""

import pytest

from engine.access import PROCESS_OFFICE
from engine.bootstrap import Engine
from tests.engine.modelling.small import MAIN, Owners, main
from tests.web.api.conftest import System, Systems


@pytest.fixture
def owner(real_engine: Engine, system: Systems) -> System:
    Owners(real_engine)
    return system(PROCESS_OFFICE, "processagare")


@pytest.fixture
def proposal(owner: System) -> str:
    draft = f"/drafts/{owner.do('POST', '/drafts', {'name': 'Nytt'}).json['id']}"
    files = {"files": {MAIN: main("b", "late", "n")}}
    tag = owner.do("POST", f"{draft}/files", files, owner.tag(draft)).headers["ETag"]
    made = owner.do("POST", f"{draft}/proposals", {"reason": "Polisen gör det redan"}, tag)
    assert made.status_code == 201, made.text
    return f"/proposals/{made.json['id']}"


def test_nobody_approves_their_own_proposal(owner: System, system: Systems, proposal: str) -> None:
    own = owner.do("POST", f"{proposal}/approve", {}, owner.tag(proposal))
    other = system(PROCESS_OFFICE, "processagare")
    done = other.do("POST", f"{proposal}/approve", {}, other.tag(proposal))

    assert own.status_code == 404
    assert (done.status_code, done.json["state"]) == (200, "waiting")
    told = owner.get(proposal).json
    assert told["changes"]
    assert told["done"] == {"processagare": other.id}


def test_no_needs_a_reason_and_ends_it(system: Systems, proposal: str) -> None:
    chef = system("polismyndigheten", "chef")
    assert [each["state"] for each in chef.get("/proposals").json["items"]] == ["waiting"]
    mute = chef.do("POST", f"{proposal}/reject", {}, chef.tag(proposal))
    done = chef.do("POST", f"{proposal}/reject", {"reason": "Inte nu"}, chef.tag(proposal))

    assert (mute.status_code, list(mute.json["errors"])) == (422, ["skal"])
    assert done.json["state"] == "rejected"
    again = chef.do("POST", f"{proposal}/approve", {}, chef.tag(proposal))
    assert again.status_code == 409


def test_it_is_tried_on_the_running_cases_in_numbers(
    owner: System, real_engine: Engine, proposal: str
) -> None:
    case = real_engine.casework.open_case(real_engine.queries.person("soc"))
    begun = owner.do("POST", f"{proposal}/preview")
    told = owner.get(f"{proposal}/preview")

    assert begun.status_code == 200
    assert (told.json["total"], told.json["tried"], told.json["finished"]) == (1, 1, True)
    assert [group["cases"] for group in told.json["groups"]] == [1]
    assert case.id not in told.text
    assert case.number not in told.text


def test_it_is_taken_back_and_hidden_from_those_it_does_not_concern(
    owner: System, system: Systems, proposal: str
) -> None:
    assert system("regionkoordinator").get(proposal).status_code == 404
    done = owner.do("POST", f"{proposal}/withdraw", {}, owner.tag(proposal))

    assert done.json["state"] == "withdrawn"
