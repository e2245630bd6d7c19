"""What operators do to what failed: tried again, skipped by two, handed over; all of it logged."""

from dataclasses import replace

import pytest

from engine.errors import Conflict, InvalidAnswers, NotFound
from engine.failures import failed
from engine.incidents import Incidents
from engine.mishaps import Incident
from engine.model import Case
from tests.conftest import MONDAY, MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import log


@pytest.fixture
def tried() -> list[str]:
    return []


@pytest.fixture
def incidents(store: MemoryStore, clock: MovedClock, tried: list[str]) -> Incidents:
    store.kept.cases["c"] = Case("c", "2026-00001", "v1", MONDAY, "socialtjansten")
    return Incidents(store, clock, {"timer": lambda i: tried.append(i.element or "")})


@pytest.fixture
def incident(store: MemoryStore) -> Incident:
    place = {"case_id": "c", "instance_id": "i", "element": "t#1"}
    found = failed(KeyError("x"), "timer", "fire", MONDAY, **place)
    store.report(found)
    return found


def became(store: MemoryStore, incident: Incident) -> Incident:
    return store.kept.incidents[incident.id]


def test_what_is_tried_again_and_works_is_settled(
    store: MemoryStore, incidents: Incidents, incident: Incident, tried: list[str]
) -> None:
    incidents.retry("drift", incident.id)

    assert tried == ["t#1"]
    assert (became(store, incident).state, became(store, incident).handled_by) == (
        "retried", "drift",
    )  # fmt: skip
    assert log(store) == ["incident_handled"]
    assert store.kept.log[0].details["became"] == "retried"


def test_what_fails_again_stays(
    store: MemoryStore, incidents: Incidents, incident: Incident
) -> None:
    def broken(_: Incident) -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        replace(incidents, again={"timer": broken}).retry("drift", incident.id)

    assert became(store, incident) == incident
    assert store.kept.log == []


def test_a_command_can_only_be_given_again_by_the_one_who_gave_it(
    store: MemoryStore, incidents: Incidents
) -> None:
    command = failed(KeyError("x"), "command", "complete", MONDAY, element="t", actor="ada")
    store.report(command)

    with pytest.raises(Conflict, match="Bara den som gav kommandot"):
        incidents.retry("drift", command.id)


def test_skipping_takes_a_reason_and_a_second_person(
    store: MemoryStore, incidents: Incidents, incident: Incident
) -> None:
    incidents.ask_skip("drift", incident.id, "Fristen gäller inte längre.")
    with pytest.raises(Conflict, match="får inte själv"):
        incidents.approve_skip("drift", incident.id)
    incidents.approve_skip("chef", incident.id)

    after = became(store, incident)
    assert (after.state, after.handled_by, after.approved_by) == ("skipped", "drift", "chef")
    assert after.reason == "Fristen gäller inte längre."
    assert log(store) == ["incident_handled", "incident_handled"]
    assert ("i", "t#1") in store.kept.parked


def test_nobody_approves_what_nobody_proposed(incidents: Incidents, incident: Incident) -> None:
    with pytest.raises(Conflict, match="Ingen har föreslagit"):
        incidents.approve_skip("chef", incident.id)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_required(
    store: MemoryStore, incidents: Incidents, incident: Incident, reason: str
) -> None:
    with pytest.raises(InvalidAnswers, match="skälet"):
        incidents.ask_skip("drift", incident.id, reason)
    with pytest.raises(InvalidAnswers, match="skälet"):
        incidents.hand_over("drift", incident.id, "leverantören", reason)

    assert became(store, incident) == incident


def test_an_incident_is_handed_over_and_can_still_be_tried_again(
    store: MemoryStore, incidents: Incidents, incident: Incident
) -> None:
    incidents.hand_over("drift", incident.id, "leverantören", "Kräver rättelse i programmet.")
    assert became(store, incident).handed_to == "leverantören"
    incidents.retry("leverantören", incident.id)

    assert became(store, incident).state == "retried"


def test_what_is_settled_is_left_alone(incidents: Incidents, incident: Incident) -> None:
    incidents.retry("drift", incident.id)

    with pytest.raises(Conflict, match="redan tagit hand"):
        incidents.ask_skip("chef", incident.id, "x")
    with pytest.raises(NotFound):
        incidents.retry("drift", "nowhere")
