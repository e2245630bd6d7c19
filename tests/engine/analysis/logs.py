"""Entries of a log, as the engine writes them, for what is counted out of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from engine.model import Event

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def entry(kind: str, hours: float = 0, instance: str = "i", **details: Any) -> Event:
    """Return an entry so long after Monday morning."""
    return Event("c", kind, MONDAY + timedelta(hours=hours), instance_id=instance, details=details)


def started(version: str = "v", instance: str = "i", process: str = "p") -> Event:
    return entry("instance_started", instance=instance, version=version, process=process)


def opened(task: str, hours: float, path: str = "", process: str = "p") -> Event:
    element = task.partition("-")[0]
    return entry("task_opened", hours, task_id=task, process=process, element=element,
                 path=f"{path or element}#1")  # fmt: skip


def done(task: str, hours: float, due: float | None = None) -> Event:
    return entry("task_completed", hours, task_id=task, passed=[], **_due(due))


def gone(task: str, hours: float, due: float | None = None) -> Event:
    return entry("task_withdrawn", hours, task_id=task, **_due(due))


def _due(hours: float | None) -> dict[str, str]:
    return {} if hours is None else {"due_at": (MONDAY + timedelta(hours=hours)).isoformat()}
