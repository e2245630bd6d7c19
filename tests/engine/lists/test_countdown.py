"""How long is left, in the days that count."""

from datetime import UTC, datetime

import pytest

from engine.deadlines import end_of, last_day_of
from engine.lists.countdown import (
    end_of_today,
    end_of_week,
    left_in_words,
    pressing_from,
    working_days_left,
)

THURSDAY = datetime(2026, 4, 2, 9, tzinfo=UTC)  # before Easter: long Friday to Monday are free


def due(month: int, day: int) -> datetime:
    return end_of(datetime(2026, month, day, tzinfo=UTC).date())


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ((4, 1), "i går"),
        ((4, 2), "i dag"),
        ((4, 3), "i morgon"),
        ((4, 7), "om 1 arbetsdag"),
        ((4, 8), "om 2 arbetsdagar"),
        ((4, 16), "om 8 arbetsdagar"),
        ((4, 17), "om 15 dagar"),
        ((4, 5), "i dag"),  # nobody works before Easter Sunday is over
    ],
)
def test_working_days_are_counted_where_the_last_day_moves(last, said) -> None:
    assert left_in_words(THURSDAY, due(*last), working_days=True) == said


def test_other_limits_are_counted_in_calendar_days() -> None:
    assert left_in_words(THURSDAY, due(4, 7), working_days=False) == "om 5 dagar"


def test_today_is_not_counted_and_free_days_are_not() -> None:
    assert working_days_left(THURSDAY, due(4, 2)) == 0
    assert working_days_left(THURSDAY, due(4, 6)) == 0
    assert working_days_left(THURSDAY, due(4, 10)) == 4


def test_today_and_this_week_end_at_midnight_in_sweden() -> None:
    late = datetime(2026, 4, 2, 22, 30, tzinfo=UTC)  # Friday already, in Stockholm

    assert end_of_today(THURSDAY) == datetime(2026, 4, 2, 22, tzinfo=UTC)
    assert last_day_of(end_of_today(late)).day == 3
    assert last_day_of(end_of_week(late)).day == 5
    assert end_of_week(due(4, 5)).day == 12


def test_a_limit_presses_for_three_working_days() -> None:
    assert last_day_of(pressing_from(THURSDAY)).day == 9
