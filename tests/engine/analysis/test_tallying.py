import pytest

from engine.analysis.tally import (
    COURSE,
    DAY,
    FLOW,
    GONE,
    HOURS,
    KEPT,
    LIMIT,
    LONGER,
    MISSED,
    MONTH,
    STEP,
    WAITS,
    WEEK,
    Tally,
)  # fmt: skip
from engine.analysis.tallying import Taken, counted
from engine.model import Event
from tests.engine.analysis.logs import MONDAY, done, entry, gone, opened, started

HOURS_OF_DAY = 24


def tallied(measure: str, *log: Event) -> dict[tuple[str, str], int]:
    found = counted([started(), *log], []).tallies
    return {(t.row, t.column): n for t, n in found.items() if t.measure == measure}


@pytest.mark.parametrize(
    ("days", "column"), [(1, DAY), (1.01, WEEK), (7, WEEK), (8, MONTH), (30, MONTH), (31, LONGER)]
)
def test_a_case_counts_at_a_step_by_how_long_it_waited(days: float, column: str) -> None:
    assert tallied(STEP, opened("a", 0), done("a", days * HOURS_OF_DAY)) == {("a", column): 1}


def test_a_case_that_came_to_a_step_twice_counts_once_by_its_longest_wait() -> None:
    log = [opened("a", 0), done("a", 1), opened("a-2", 48), done("a-2", 96)]

    assert tallied(STEP, *log) == {("a", WEEK): 1}
    assert tallied(STEP, *log, opened("a-3", 99)) == {("a", WAITS): 1}


def test_a_step_that_was_never_done_fell_away() -> None:
    assert tallied(STEP, opened("a", 0), gone("a", 900)) == {("a", GONE): 1}
    assert tallied(STEP, opened("a", 0), done("a", 1), opened("a-2", 2), gone("a-2", 900)) == {
        ("a", DAY): 1
    }


def test_a_limit_is_missed_if_it_was_missed_any_time_and_neither_if_it_fell_away_in_time() -> None:
    kept, late = [opened("a", 0), done("a", 1, due=2)], [opened("a-2", 3), done("a-2", 9, due=5)]

    assert tallied(LIMIT, *kept) == {("a", KEPT): 1}
    assert tallied(LIMIT, *kept, *late) == {("a", MISSED): 1}
    assert tallied(LIMIT, opened("a", 0), gone("a", 1, due=2)) == {}
    assert tallied(LIMIT, opened("a", 0), gone("a", 3, due=2)) == {("a", MISSED): 1}


def test_a_flow_counts_once_in_the_month_when_it_was_first_taken() -> None:
    later = MONDAY.replace(month=4)
    taken = [Taken("v", "p", "f", MONDAY), Taken("v", "p", "f", later), Taken("w", "p", "f", later)]

    assert counted([], taken).tallies == {
        Tally("v", "2026-03", "p", FLOW, "f"): 1, Tally("w", "2026-04", "p", FLOW, "f"): 1,
    }  # fmt: skip


def test_a_course_has_its_steps_in_order_and_the_hours_until_each() -> None:
    log = [started(), opened("a", 0), done("a", 2), opened("b", 2), done("b", 50),
           entry("case_closed", 51)]  # fmt: skip
    found = counted(log, [])
    (course,) = found.courses.values()
    told = {t.column: n for t, n in found.tallies.items() if t.measure == HOURS}

    assert course.steps == ("a", "b")
    assert told == {"0": 2, "1": 50}
    assert found.tallies[Tally("v", "2026-03", "p", COURSE, course.key)] == 1
