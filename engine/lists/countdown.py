"""How long is left, as a caseworker says it; and the instants at which that changes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from engine.deadlines import (
    ZONE,
    days_left,
    end_of,
    in_words,
    is_weekday,
    last_day_of,
)

SOON = 3
"""Working days before its last day from which a limit in law presses."""
FORTNIGHT = 14
A_DAY = timedelta(days=1)


def left_in_words(now: datetime, due: datetime, *, working_days: bool) -> str:
    """Say how long is left: `om 2 arbetsdagar` where the law counts on an office that is open.

    That is where the last day moves to the next vardag (lag 1930:173 2 §). Beyond a fortnight, on
    the last days and when the time has run out, calendar days say it better.
    """
    if not working_days or not 1 < days_left(now, due) <= FORTNIGHT:
        return in_words(now, due)
    left = working_days_left(now, due)
    return f"om {left} {'arbetsdag' if left == 1 else 'arbetsdagar'}" if left else "i dag"


def working_days_left(now: datetime, due: datetime) -> int:
    """Count the vardagar after today up to the last day."""
    today, last = _today(now), last_day_of(due)
    return sum(is_weekday(today + A_DAY * n) for n in range(1, (last - today).days + 1))


def end_of_today(now: datetime) -> datetime:
    """Return the instant at which today ends in Sweden."""
    return end_of(_today(now))


def end_of_week(now: datetime) -> datetime:
    """Return the instant at which this week's Sunday ends."""
    today = _today(now)
    return end_of(today + A_DAY * (6 - today.weekday()))


def pressing_from(now: datetime) -> datetime:
    """Return the end of the third working day from now: a limit in law before that presses."""
    day, left = _today(now), SOON
    while left:
        day += A_DAY
        left -= is_weekday(day)
    return end_of(day)


def _today(now: datetime) -> date:
    return now.astimezone(ZONE).date()
