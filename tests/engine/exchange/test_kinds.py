"""What is told of the log, and how much of it."""

from engine.exchange.kinds import FACTS, INCIDENT, KINDS, MISSED, OF_THE_LOG, of_log, told
from engine.journal import OF_RETENTION
from engine.model import Event
from engine.timeline import TITLES
from tests.conftest import MONDAY


def entry(kind: str, **details: object) -> Event:
    return Event("c", kind, MONDAY, details=details)


def test_every_kind_has_its_name_and_every_name_its_source() -> None:
    assert set(OF_THE_LOG.values()) | {MISSED, INCIDENT} == set(KINDS)
    assert set(FACTS) <= set(KINDS)
    assert set(OF_THE_LOG) <= set(TITLES) | set(OF_RETENTION)


def test_entries_are_numbered_as_in_the_log_and_others_are_left_out() -> None:
    entries = [entry("draft_saved"), entry("task_opened", task_id="t"), entry("timer_fired"),
               entry("case_closed", end_state="A1")]  # fmt: skip
    found = list(of_log(entries, 7))

    assert [(number, each.kind) for number, each in found] == [
        (8, "task.opened"), (10, "case.closed"),
    ]  # fmt: skip
    assert [each.facts for _, each in found] == [{"task_id": "t"}, {}]


def test_no_more_of_an_entry_is_told_than_its_kind_lets_through() -> None:
    details = {"task_id": "t", "process": "p", "element": "e", "name": "Ta ställning till LVU",
               "variables": {"akut_fara": "ja"}, "set": {"kalla": "x"}, "assignee": "ada",
               "sender": "polis", "receiver": "soc", "fields": ["skal"], "ground": "OSL 10:2",
               "end_state": "A1", "marking": "skyddad", "answer": "nekat"}  # fmt: skip
    for kind in KINDS:
        facts = told(kind, details).facts
        assert set(facts) <= {"task_id", "process", "element"}, kind


def test_a_fact_that_is_not_known_is_left_out() -> None:
    assert told("task.opened", {"task_id": "t", "process": None}).facts == {"task_id": "t"}
