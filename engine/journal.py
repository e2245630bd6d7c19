"""What a command leaves in the log: the facts a replay needs, never the contents of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.fingerprint import fingerprint
from engine.model import (
    Actor,
    Disclosure,
    Event,
    Expiry,
    Instance,
    Message,
    Step,
    Task,
    Timer,
)

LOG_ERASED = "log_erased"
"""The last entry of a case of which nothing is left to read; no other can come after it."""
OF_RETENTION = (
    *("retention_held", "retention_released", "retention_proposed", "retention_dropped"),
    *("retention_erased", LOG_ERASED),
)
"""Entries about erasing: they are no notes in the case, and lengthen no time."""


def is_erased(log: Sequence[Event]) -> bool:
    """Say whether a log was erased: its key is gone, and with it all that can be read of it."""
    return not log


def started(step: Step, at: datetime, message: Message | None, before: Instance) -> Event:
    """Return the entry of a process that was started, by a message or by opening the case."""
    instance = step.instance
    details: dict[str, Any] = {
        "process": instance.process,
        "version": instance.version,
        "message": message.name if message else None,
        "variables": dict(before.variables),
        "set": _set(before.variables if message else {}, step),
        **_came_to(step),
    }
    if before.paused_at:
        details["paused"] = True
    return Event(instance.case_id, "instance_started", at, instance_id=instance.id, details=details)


def completed(
    before: Instance, step: Step, task: Task, variables: dict[str, str], actor: Actor, at: datetime
) -> Event:
    """Return the entry of a user task that was completed."""
    details = _about(task) | {
        "version": before.version,
        "variables": variables,
        "set": _set(before.variables, step) | variables,
        **_came_to(step),
    }
    details |= _in_place_of(actor)
    return Event(
        task.case_id, "task_completed", at, actor.id, actor.agency, task.instance_id,
        details | _due(task), role=_role(actor, task),
    )  # fmt: skip


def confirmed(entry: Event, ends: Sequence[Expiry]) -> Event:
    """Return the entry of a completed task with what its actor was warned would end at once."""
    if not ends:
        return entry
    return replace(entry, details={**entry.details, "confirmed": [each.key for each in ends]})


def handled(kind: str, task: Task, actor: Actor, at: datetime, **more: str | None) -> Event:
    """Return the entry of something a person did with a task short of completing it."""
    details = _about(task) | more | _in_place_of(actor)
    return Event(task.case_id, kind, at, actor.id, actor.agency, task.instance_id, details,
                 role=_role(actor, task))  # fmt: skip


def handed_over(copies: Iterable[Disclosure]) -> Iterator[Event]:
    """Yield the entries of everything that a task handed over."""
    for each in copies:
        yield from disclosed(each)


def disclosed(each: Disclosure) -> Iterator[Event]:
    """Yield the entries of a hand-over: the sender's, and the receiver's if it has a part here.

    They tell what and on which ground, never the contents; the receiver's has no person in it.
    """
    details = {
        "disclosure_id": each.id,
        "message": each.message,
        "name": each.name,
        "ground": each.ground,
        "fields": list(each.fields),
    }
    yield Event(each.case_id, "disclosed", each.at, each.actor, each.sender,
                details=details | {"receiver": each.receiver})  # fmt: skip
    if not each.outside:
        yield Event(each.case_id, "received", each.at, None, each.receiver,
                    details=details | {"sender": each.sender})  # fmt: skip


def caught(before: Instance, step: Step, message: Message, at: datetime) -> Event:
    """Return the entry of a message or signal that an instance caught."""
    details = {
        "name": message.name,
        "kind": message.kind,
        "version": before.version,
        "variables": dict(message.payload),
        "set": _set({**before.variables, **message.payload}, step),
        **_came_to(step),
    }
    instance = step.instance
    return Event(instance.case_id, "message_caught", at, instance_id=instance.id, details=details)


def fired(before: Instance, step: Step, timer: Timer, at: datetime) -> Event:
    """Return the entry of a timer, with the planned and the actual instant."""
    details = {
        "path": timer.path,
        "planned": timer.due_at.isoformat(),
        "deadline": timer.deadline,
        "version": before.version,
        "set": _set(before.variables, step),
        **_came_to(step),
    }
    instance = step.instance
    return Event(instance.case_id, "timer_fired", at, instance_id=instance.id, details=details)


def reminded(task: Task, timer: Timer, at: datetime) -> Event:
    """Return the entry of a reminder."""
    details = _about(task) | {"planned": timer.due_at.isoformat(), "deadline": timer.deadline}
    return Event(task.case_id, "task_reminded", at, None, task.agency, task.instance_id, details)


def consequences(before: Instance, step: Step, at: datetime, done: Task | None) -> Iterator[Event]:
    """Yield the entries of what followed: tasks opened and withdrawn, messages sent, the end."""
    after = step.instance
    open_now, open_before = {t.id for t in after.tasks}, {t.id for t in before.tasks}
    for task in before.tasks:
        if task.id not in open_now and task is not done:
            gone = _of_task("task_withdrawn", task, at)
            yield replace(gone, details={**gone.details, **_due(task)})
    for task in after.tasks:
        if task.id not in open_before:
            yield _of_task("task_opened", task, at)
    for message in step.sent:
        yield Event(
            after.case_id, "message_sent", at, instance_id=after.id,
            details={"message_id": message.id, "name": message.name, "kind": message.kind},
        )  # fmt: skip
    if after.ended:
        details = {"process": after.process, "end_state": after.end_state}
        yield Event(after.case_id, "instance_ended", at, instance_id=after.id, details=details)


def newest(entries: Iterable[Event], names: Iterable[str]) -> dict[str, str]:
    """Return the value that was last given to each of these variables, anywhere in the case.

    Only what a form or an element set counts; a value that a message merely carried may be old.
    """
    known: dict[str, str] = {}
    for entry in entries:
        known |= entry.details.get("set", {})
    return {name: known[name] for name in names if name in known}


def _set(before: Mapping[str, str], step: Step) -> dict[str, str]:
    after = step.instance.variables
    return {name: value for name, value in after.items() if before.get(name) != value}


def _came_to(step: Step) -> dict[str, Any]:
    """Return what a replay of the entry is held against."""
    return {"passed": list(step.passed), "left": fingerprint(step.instance)}


def _of_task(kind: str, task: Task, at: datetime) -> Event:
    return Event(task.case_id, kind, at, None, task.agency, task.instance_id, _about(task))


def _in_place_of(actor: Actor) -> dict[str, str]:
    return {"acting_for": actor.acting_for} if actor.acting_for else {}


def _role(actor: Actor, task: Task) -> str | None:
    return task.role or ",".join(sorted(actor.roles)) or None


def _about(task: Task) -> dict[str, str | None]:
    return {
        "task_id": task.id,
        "path": task.path,
        "process": task.process,
        "element": task.element,
        "name": task.name,
    }


def _due(task: Task) -> dict[str, str]:
    """Return what tells whether a deadline was kept, unless its time stands still."""
    if task.due_at is None or task.deadline is None or task.paused_at is not None:
        return {}
    return {"deadline": task.deadline, "due_at": task.due_at.isoformat()}
