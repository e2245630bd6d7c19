"""What would end at once: interrupting timers that a step started and whose time is already out.

A date in the past fires its timer as soon as the activity is entered (process.md 6 note 5).
That is right in law, but the caseworker hears of it before it is saved.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.deadlines import last_day_of
from engine.model import Expiry, Instance, Timer


def expiring(
    processes: ProcessSet, before: Instance, after: Instance, now: datetime
) -> Iterator[Expiry]:
    """Yield what the timers that are new in `after`, interrupt, and are due by `now`, would end."""
    for timer in after.timers:
        if timer.reminds or timer.due_at > now or timer in before.timers:
            continue
        event = _element(processes, after.process, timer.path)
        if event.interrupting and event.attached_to:
            yield _expiry(processes, event, timer)


def _expiry(processes: ProcessSet, event: Element, timer: Timer) -> Expiry:
    deadline = processes.deadlines.get(timer.deadline or "")
    law = event.properties.get("lagrum") or (deadline.law if deadline else "")
    activity = processes.element(event.process, event.attached_to or "")
    return Expiry(
        activity.name,
        deadline.on_expiry if deadline else event.name,
        law,
        last_day_of(timer.due_at),
    )


def _element(processes: ProcessSet, process: str, path: str) -> Element:
    *calls, last = path.partition("#")[0].split("/")
    for call in calls:
        process = processes.element(process, call).called or process
    return processes.element(process, last)
