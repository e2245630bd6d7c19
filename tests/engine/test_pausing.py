"""Our own times stand still while an adult is gone; the law's do not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from engine.deadlines import Deadline, Kind
from engine.model import Instance, Task, Timer
from engine.pausing import RUN, STOP, standing_still, told

GONE = datetime(2026, 3, 12, 8, tzinfo=UTC)
"""Nine in the morning in Sweden."""


def deadline(id_: str, length: str | None, *, statutory: bool) -> Deadline:
    return Deadline(id_, id_, "", length, Kind.TARGET, statutory, shifts=False)


REGISTRY = {
    "DAYS": deadline("DAYS", "P21D", statutory=False),
    "HOURS": deadline("HOURS", "PT24H", statutory=False),
    "LAW": deadline("LAW", "P14D", statutory=True),
}


def task(deadline: str | None, due: datetime | None) -> Task:
    opened = datetime(2026, 3, 2, tzinfo=UTC)
    return Task(
        f"t-{deadline}", "c", "i", f"ut_{deadline}#1", "p", "ut", "Gör", "socialtjansten", "f",
        opened, None, due, deadline,
    )  # fmt: skip


def instance(*tasks: Task, timers: tuple[Timer, ...] = ()) -> Instance:
    return Instance("i", "c", "p", "v", tasks=tasks, timers=timers)


def stopped(running: Instance, at: datetime = GONE) -> Instance:
    return standing_still(told(running, STOP, REGISTRY, at), REGISTRY, at)


def evening(day: int, month: int = 3) -> datetime:
    """The end of a day in Sweden, in winter."""
    return datetime(2026, month, day, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("which", "still"), [("DAYS", True), ("HOURS", True), ("LAW", False), (None, False)]
)
def test_only_what_is_ours_stands_still(which: str | None, still: bool) -> None:
    after = stopped(instance(task(which, evening(23))))

    assert (after.tasks[0].paused_at == GONE) is still
    assert after.tasks[0].due_at == evening(23)


def test_a_task_without_a_last_day_has_nothing_to_stop() -> None:
    assert stopped(instance(task("DAYS", None))).tasks[0].paused_at is None


def test_days_go_on_with_a_begun_day_counted_in() -> None:
    held = stopped(instance(task("DAYS", evening(23))))
    back = told(held, RUN, REGISTRY, GONE + timedelta(days=2, minutes=1))

    assert (back.tasks[0].due_at, back.tasks[0].paused_at) == (evening(26), None)
    assert back.paused_at is None


def test_days_are_local_across_the_change_of_clocks() -> None:
    held = stopped(instance(task("DAYS", evening(23))))
    back = told(held, RUN, REGISTRY, datetime(2026, 4, 11, 7, tzinfo=UTC))  # nine, in summer

    assert back.tasks[0].due_at == datetime(2026, 4, 22, 22, tzinfo=UTC)


def test_hours_go_on_with_as_many_left() -> None:
    due = GONE + timedelta(hours=3)
    held = stopped(instance(timers=(Timer("i", "t#1", due, "HOURS"),)))
    back = told(held, RUN, REGISTRY, GONE + timedelta(days=5, minutes=7))

    assert back.timers == (Timer("i", "t#1", due + timedelta(days=5, minutes=7), "HOURS"),)


def test_what_opens_meanwhile_stops_when_it_opens() -> None:
    held = stopped(instance())
    later = GONE + timedelta(days=3)
    opened = standing_still(replace(held, tasks=(task("DAYS", evening(23)),)), REGISTRY, later)

    assert opened.tasks[0].paused_at == later


def test_stopping_twice_keeps_the_first_instant() -> None:
    held = stopped(instance(task("DAYS", evening(23))))

    assert stopped(held, GONE + timedelta(days=1)) == held


@pytest.mark.parametrize("effect", [None, RUN])
def test_nothing_happens_to_what_runs(effect: str | None) -> None:
    running = instance(task("DAYS", evening(23)))

    assert told(running, effect, REGISTRY, GONE) == running
    assert standing_still(running, REGISTRY, GONE) == running
