"""What a command leaves in the log."""

from dataclasses import replace

import pytest

from engine import journal
from engine.fingerprint import fingerprint
from engine.model import Actor, Event, Instance, Message, Step, Task, Timer
from tests.conftest import MONDAY

ADA = Actor("ada", "Ada Ek", "soc")
TASK = Task("t1", "c", "i", "ca/a#1", "q", "a", "Anmäl", "soc", "f", MONDAY)
NEXT = replace(TASK, id="t2", path="ca/b#1", element="b", name="Bedöm", agency="polis")
BEFORE = Instance("i", "c", "p", "v1", variables={"val": "ja"}, tasks=(TASK,))
AFTER = replace(BEFORE, variables={"val": "nej"}, tasks=(NEXT,))
MESSAGE = Message("m1", "c", "hej", "meddelande", {"val": "ja"}, "i")
TIMER = Timer("i", "t#1", MONDAY, "DL-10", "t1")
STEP = Step(AFTER, ("ca/a", "ca/b"), (MESSAGE,))
LEFT = fingerprint(AFTER)
ABOUT = {"task_id": "t1", "path": "ca/a#1", "process": "q", "element": "a", "name": "Anmäl"}


def test_a_start_is_told_with_what_was_known_before_it() -> None:
    entry = journal.started(STEP, MONDAY, MESSAGE, BEFORE)

    assert entry == Event(
        "c", "instance_started", MONDAY, instance_id="i",
        details={"process": "p", "version": "v1", "message": "hej", "variables": {"val": "ja"},
                 "set": {"val": "nej"}, "passed": ["ca/a", "ca/b"], "left": LEFT},
    )  # fmt: skip
    assert journal.started(STEP, MONDAY, None, BEFORE).details["message"] is None


def test_a_completion_is_told_with_who_and_the_routing_variables() -> None:
    entry = journal.completed(BEFORE, STEP, TASK, {"val": "nej"}, ADA, MONDAY)

    more = {"version": "v1", "variables": {"val": "nej"}, "set": {"val": "nej"},
            "passed": ["ca/a", "ca/b"], "left": LEFT}  # fmt: skip
    assert entry == Event("c", "task_completed", MONDAY, "ada", "soc", "i", ABOUT | more)


def test_what_is_done_short_of_completing_is_told_with_who() -> None:
    entry = journal.handled("task_assigned", TASK, ADA, MONDAY, assignee="siv")

    about = ABOUT | {"assignee": "siv"}
    assert entry == Event("c", "task_assigned", MONDAY, "ada", "soc", "i", about)
    chef = replace(ADA, roles=frozenset({"handlaggare", "chef"}))
    assert journal.handled("task_claimed", TASK, chef, MONDAY).role == "chef,handlaggare"


def test_a_caught_message_is_told_with_what_it_carried() -> None:
    entry = journal.caught(BEFORE, STEP, MESSAGE, MONDAY)

    assert (entry.kind, entry.instance_id, entry.actor) == ("message_caught", "i", None)
    assert entry.details == {"name": "hej", "kind": "meddelande", "version": "v1",
                             "variables": {"val": "ja"}, "set": {"val": "nej"},
                             "passed": ["ca/a", "ca/b"], "left": LEFT}  # fmt: skip


def test_a_fired_timer_is_told_with_its_planned_instant() -> None:
    entry = journal.fired(BEFORE, STEP, TIMER, MONDAY.replace(hour=20))

    assert (entry.kind, entry.at.hour) == ("timer_fired", 20)
    assert entry.details == {"path": "t#1", "planned": "2026-03-02T09:00:00+00:00",
                             "deadline": "DL-10", "version": "v1", "set": {"val": "nej"},
                             "passed": ["ca/a", "ca/b"], "left": LEFT}  # fmt: skip


def test_a_reminder_is_told_to_the_agency_of_the_task_only() -> None:
    entry = journal.reminded(TASK, TIMER, MONDAY)

    assert (entry.kind, entry.agency, entry.actor) == ("task_reminded", "soc", None)
    assert entry.details == ABOUT | {"planned": "2026-03-02T09:00:00+00:00", "deadline": "DL-10"}


def told(step: Step, done: Task | None) -> list[tuple[str, str | None]]:
    entries = journal.consequences(BEFORE, step, MONDAY, done)
    return [(entry.kind, entry.agency) for entry in entries]


def test_a_task_that_was_completed_is_not_withdrawn() -> None:
    assert told(STEP, TASK) == [("task_opened", "polis"), ("message_sent", None)]


def test_a_task_that_went_away_otherwise_is_withdrawn() -> None:
    assert told(STEP, None)[0] == ("task_withdrawn", "soc")


def test_a_task_that_stays_open_is_not_told_of() -> None:
    stays = Step(replace(AFTER, tasks=(TASK, NEXT)))

    assert told(stays, None) == [("task_opened", "polis")]


def test_what_a_message_carries_is_not_told_when_it_is_sent() -> None:
    *_, sent = journal.consequences(BEFORE, STEP, MONDAY, TASK)

    assert sent.details == {"message_id": "m1", "name": "hej", "kind": "meddelande"}


@pytest.mark.parametrize("end_state", ["A1", None])
def test_the_end_is_told_last(end_state: str | None) -> None:
    ended = Step(replace(AFTER, tasks=(), ended=True, end_state=end_state), (), (MESSAGE,))
    *_, last = journal.consequences(BEFORE, ended, MONDAY, TASK)

    assert (last.kind, last.details) == ("instance_ended", {"process": "p", "end_state": end_state})


def test_the_newest_value_is_the_one_that_was_set_last_and_not_one_that_was_carried() -> None:
    entries = [
        Event("c", "instance_started", MONDAY, details={"set": {"fu_ledare": "polis"}}),
        Event("c", "task_completed", MONDAY, details={"set": {"fu_ledare": "aklagare"}}),
        Event("c", "message_caught", MONDAY, details={"variables": {"fu_ledare": "polis"}}),
        Event("c", "task_opened", MONDAY),
    ]

    assert journal.newest(entries, ["fu_ledare", "val"]) == {"fu_ledare": "aklagare"}


def test_a_task_that_is_over_tells_its_deadline_so_that_it_is_known_whether_it_was_kept() -> None:
    due = replace(TASK, due_at=MONDAY, deadline="DL-10")
    done = journal.completed(BEFORE, STEP, due, {}, ADA, MONDAY)
    before = replace(BEFORE, tasks=(due,))
    gone = next(journal.consequences(before, STEP, MONDAY, None))

    told = {"deadline": "DL-10", "due_at": "2026-03-02T09:00:00+00:00"}
    assert done.details | told == done.details
    assert (gone.kind, gone.details | told) == ("task_withdrawn", gone.details)
    for other in (TASK, replace(due, paused_at=MONDAY)):
        assert "due_at" not in journal.completed(BEFORE, STEP, other, {}, ADA, MONDAY).details


def test_what_a_substitute_does_names_the_absent() -> None:
    actor = Actor("bo", "Bo", "soc", acting_for="ada")
    done = journal.completed(BEFORE, STEP, TASK, {}, actor, MONDAY)
    taken = journal.handled("task_claimed", TASK, actor, MONDAY)
    own = journal.handled("task_claimed", TASK, replace(actor, acting_for=None), MONDAY)

    assert [each.details.get("acting_for") for each in (done, taken, own)] == ["ada", "ada", None]
