"""The bench sees what must not be: a lost command, a doubled one, a timer fired twice or never."""

from dataclasses import replace
from datetime import timedelta

from bench.faults.verdict import Clock, Entry, Letter, Seen, violations
from tests.conftest import MONDAY

DONE = Entry("c", "task_completed", "k1", "t1", "i1")
FIRED = Entry("c", "timer_fired", instance="i1", path="late#1")
SENT = Entry("c", "message_sent", instance="i1", message="m1")
STARTED = Entry("c", "instance_started", instance="i2", message="hej")
GOOD = Seen(
    {"k1": "complete_task"}, {"k1": "complete_task"}, (DONE, FIRED, SENT, STARTED),
    (Letter("m1", "c", receiver="i2"),), (Clock("i1", "late#2", MONDAY + timedelta(days=1)),),
)  # fmt: skip


def wrong(**changed: object) -> list[str]:
    return violations(replace(GOOD, **changed), MONDAY)  # type: ignore[arg-type]


def test_what_is_as_it_should_be_is_not_told() -> None:
    assert wrong() == []


def test_an_acknowledged_command_that_is_lost_is_told() -> None:
    lost = {"k1": "complete_task", "k2": "open_case"}

    assert wrong(acknowledged=lost) == ["acknowledged and lost: open_case k2"]


def test_a_command_without_its_entry_is_told_and_one_with_two() -> None:
    assert wrong(entries=(FIRED, SENT, STARTED)) == [
        "complete_task k1 left 0 entries instead of one"
    ]
    twice = replace(DONE, task="t2")
    assert wrong(entries=(*GOOD.entries, twice)) == [
        "complete_task k1 left 2 entries instead of one"
    ]


def test_a_task_that_was_completed_by_two_commands_is_told() -> None:
    other = {"k1": "complete_task", "k2": "complete_task"}
    found = wrong(commands=other, entries=(*GOOD.entries, replace(DONE, command="k2")))

    assert found == ["task t1 was completed 2 times"]


def test_a_task_that_was_opened_twice_is_told() -> None:
    opened = Entry("c", "task_opened", task="t9", instance="i1")

    assert wrong(entries=(*GOOD.entries, opened, opened)) == ["task t9 was opened 2 times"]


def test_a_timer_that_fired_twice_is_told() -> None:
    assert wrong(entries=(*GOOD.entries, FIRED)) == ["timer late#1 of i1 fired 2 times"]


def test_a_timer_that_never_fired_is_told_and_one_that_fired_and_waits() -> None:
    assert wrong(clocks=[Clock("i1", "late#2", MONDAY)]) == ["timer late#2 of i1 never fired"]
    later = MONDAY + timedelta(days=1)
    assert wrong(clocks=[Clock("i1", "late#1", later)]) == [
        "timer late#1 of i1 has fired and still waits"
    ]
    assert wrong(clocks=[Clock("i1", "late#2", MONDAY, parked=True)]) == [
        "timer late#2 of i1 waits for a person"
    ]


def test_a_message_that_is_lost_is_told() -> None:
    assert "message m1 was sent and is lost" in wrong(letters=())


def test_a_message_that_was_taken_in_twice_is_told_and_one_that_nobody_took() -> None:
    caught = Entry("c", "message_caught", instance="i2", message="hej")

    assert wrong(entries=(*GOOD.entries, caught)) == ["instance i2 took in 2 messages of 1"]
    assert wrong(entries=(DONE, FIRED, SENT)) == ["instance i2 took in 0 messages of 1"]


def test_a_dead_message_is_told_unless_its_case_had_ended() -> None:
    dead = (*GOOD.letters, Letter("m2", "c", delivered=False, dead_because="Trasigt."))

    assert wrong(letters=dead) == ["message m2 is dead: Trasigt."]
    assert wrong(letters=dead, too_late="Trasigt.") == []


def test_a_case_that_can_go_no_further_is_told_and_what_the_programs_told() -> None:
    assert wrong(stuck=("c",), told=("rebuild: 2026-1",)) == [
        "case c can go no further", "rebuild: 2026-1",
    ]  # fmt: skip
