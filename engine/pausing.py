"""Our own times stand still while an adult has disappeared; those of the law run on (X2).

What stands still keeps the instant it was due and the instant it stopped, and goes on from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from engine.deadlines import ZONE, Deadline
from engine.model import Instance, Task, Timer

Registry = Mapping[str, Deadline]
Timed = TypeVar("Timed", Task, Timer)

STOP, RUN = "pausas", "loper"
"""What a signal may do to the times of ours, by the word of the register of messages."""


def told(instance: Instance, effect: str | None, registry: Registry, at: datetime) -> Instance:
    """Return the instance as a signal with this effect on our times leaves it."""
    if effect == STOP and instance.paused_at is None:
        return replace(instance, paused_at=at)  # its times follow in `standing_still`
    if effect == RUN and instance.paused_at is not None:
        return _running(instance, registry, at)
    return instance


def standing_still(instance: Instance, registry: Registry, at: datetime) -> Instance:
    """Return a paused instance with each time of ours stopped, from now if it ran until now."""
    if instance.paused_at is None:
        return instance
    tasks = tuple(_stopped(task, registry, at) for task in instance.tasks)
    timers = tuple(_stopped(timer, registry, at) for timer in instance.timers)
    return replace(instance, tasks=tasks, timers=timers)


def _running(instance: Instance, registry: Registry, at: datetime) -> Instance:
    tasks = tuple(_moved(task, registry, at) for task in instance.tasks)
    timers = tuple(_moved(timer, registry, at) for timer in instance.timers)
    return replace(instance, paused_at=None, tasks=tasks, timers=timers)


def _stopped(timed: Timed, registry: Registry, at: datetime) -> Timed:
    deadline = registry.get(timed.deadline or "")
    if timed.paused_at or timed.due_at is None or deadline is None or deadline.statutory:
        return timed
    return replace(timed, paused_at=at)


def _moved(timed: Timed, registry: Registry, at: datetime) -> Timed:
    if timed.paused_at is None or timed.due_at is None:
        return timed
    in_hours = "T" in (registry[timed.deadline or ""].length or "")
    move = _by_hours if in_hours else _by_days
    return replace(timed, due_at=move(timed.due_at, timed.paused_at, at), paused_at=None)


def _by_hours(due: datetime, since: datetime, at: datetime) -> datetime:
    return due + (at - since)


def _by_days(due: datetime, since: datetime, at: datetime) -> datetime:
    """Move what ends with a day by whole local days, a begun one counted in."""
    stood = at.astimezone(ZONE) - since.astimezone(ZONE)  # in one zone: by the clock on the wall
    days = -(-stood // timedelta(days=1))
    return (due.astimezone(ZONE) + timedelta(days=days)).astimezone(UTC)
