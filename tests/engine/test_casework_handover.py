"""Completing a task that hands over: all in one transaction, or only a note of the refusal."""

from dataclasses import replace

import pytest

from engine.casework import Casework
from engine.errors import InvalidAnswers
from engine.model import Task
from engine.secrecy.handovers import Handover
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, GOOD, log
from tests.engine.rowed import Rows

TOLD = Handover("M01", "Anmälan", ("alla",), ("polisen",), (), ("skal",), "SoL 19:1", ("28",))


def handing(casework: Casework, handover: Handover) -> None:
    assert isinstance(casework.processes, Rows)
    casework.processes.handed = (handover,)


def test_sender_and_receiver_each_get_an_entry_without_contents(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    handing(casework, TOLD)
    casework.complete_task(ADA, task.id, GOOD)

    told = {
        entry.kind: entry for entry in store.kept.log if entry.kind in {"disclosed", "received"}
    }
    assert (told["disclosed"].agency, told["disclosed"].actor) == (ADA.agency, ADA.id)
    assert (told["received"].agency, told["received"].actor) == ("polisen", None)
    assert told["disclosed"].details["receiver"] == "polisen"
    assert told["received"].details["sender"] == ADA.agency
    assert told["received"].details["fields"] == ["skal"]
    assert "Såg det själv" not in repr(store.kept.log)


def test_a_party_outside_gets_no_copy_and_no_entry(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    handing(casework, replace(TOLD, receivers=(), outsiders=("personen",)))
    casework.complete_task(ADA, task.id, GOOD)

    assert "received" not in log(store)
    assert log(store).count("disclosed") == 1


def test_without_a_ground_nothing_changes_but_the_refusal_is_noted(
    store: MemoryStore, casework: Casework, task: Task, handed_over: list[str]
) -> None:
    handing(casework, replace(TOLD, gates=("SAMTYCKE",), consent="samtycke_x"))
    before = store.kept.instances
    with pytest.raises(InvalidAnswers, match="Det saknas grund för att lämna ut ”Anmälan”"):
        casework.complete_task(ADA, task.id, GOOD)

    assert store.kept.instances == before
    assert (store.kept.records, store.kept.disclosures, handed_over) == ([], [], [])
    noted = store.kept.log[-1]
    assert (noted.kind, noted.agency, noted.actor) == ("disclosure_denied", ADA.agency, ADA.id)
    assert (noted.details["message"], noted.details["handover"]) == ("M01", "Anmälan")


def test_the_task_stays_open_and_can_be_completed_when_the_ground_is_there(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    handing(casework, replace(TOLD, gates=("SAMTYCKE",), consent="fara"))
    with pytest.raises(InvalidAnswers):
        casework.complete_task(ADA, task.id, GOOD | {"fara": ["nej"]})
    casework.complete_task(ADA, task.id, GOOD)

    (made,) = store.kept.disclosures
    assert (made.ground, made.fields) == ("SAMTYCKE", {"skal": "Såg det själv."})


def test_the_newest_entry_about_the_task_is_still_that_it_was_completed(
    store: MemoryStore, casework: Casework, task: Task
) -> None:
    """Who comes late is told that it is done; the receiver's entry must not hide that."""
    handing(casework, TOLD)
    casework.complete_task(ADA, task.id, GOOD)

    with store.transaction() as unit:
        last = unit.last_event_of_task(task.id)
    assert last is not None
    assert last.kind == "task_completed"
