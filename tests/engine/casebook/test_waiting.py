"""Why a case waits: own work in words, and of others only that somebody takes part."""

from dataclasses import replace
from datetime import timedelta

from engine.casebook.waiting import NOTHING, OTHERS, terms, waits
from engine.caseviews import Clock
from engine.model import Task
from engine.views import Due, TaskLine
from tests.conftest import MONDAY

DUE = Due(MONDAY + timedelta(days=1, hours=14), "2026-03-03", "i morgon", passed=False,
          statutory=True, name="Frist", law="SoL 20:1")  # fmt: skip
TASK = Task("t", "c", "i", "a#1", "p", "a", "Bedöm", "socialtjansten", "f", MONDAY)
LINE = TaskLine(TASK, "2026-1", "P", DUE, None, mine=False)
CLOCK = Clock("Tiden är ute", replace(DUE, name="Annan frist"))


def texts(*args: object, **more: object) -> list[str]:
    return [wait.text for wait in waits(*args, **{"knows_others": False, **more})]  # type: ignore[arg-type]


def test_it_says_who_has_the_work_the_reader_first() -> None:
    held = [LINE, replace(LINE, assignee_name="Bo Lind"), replace(LINE, assignee_name="Bo Lind"),
            replace(LINE, assignee_name="Ada Ek", mine=True)]  # fmt: skip

    assert texts(held, [], []) == [
        "Väntar på dig: 1 uppgift.",
        "Väntar på Bo Lind: 2 uppgifter.",
        "Väntar på att någon hos er tar 1 uppgift.",
    ]


def test_it_says_what_happens_by_itself_and_what_is_awaited() -> None:
    said = texts([LINE], [CLOCK], ["Domen har fått laga kraft"])

    assert "Nästa steg sker automatiskt efter den 3 mars 2026: Tiden är ute." in said
    assert "Väntar på besked: Domen har fått laga kraft." in said
    late = replace(CLOCK, due=replace(DUE, passed=True))
    assert "Nästa steg sker automatiskt inom kort: Tiden är ute." in texts([LINE], [late], [])


def test_of_others_it_says_one_sentence_and_only_to_one_who_knows_of_them() -> None:
    assert texts([], [], [], knows_others=True) == [OTHERS]
    assert texts([], [], []) == [NOTHING]
    assert OTHERS not in texts([LINE], [], [], knows_others=True)


def test_a_closed_case_waits_for_nothing() -> None:
    assert texts([LINE], [CLOCK], ["x"], knows_others=True, closed=True) == []


def test_deadlines_come_in_order_and_one_that_a_timer_guards_comes_once() -> None:
    later = replace(CLOCK, due=replace(DUE, at=DUE.at + timedelta(days=9)))
    guard = replace(CLOCK, due=DUE)

    found = terms([replace(LINE, due=None), LINE], [later, guard])
    assert [(term.what, term.task_id) for term in found] == [
        ("Bedöm", "t"), ("Tiden är ute", None),
    ]  # fmt: skip
