"""Cases to count: logs with what statistics read of them."""

from datetime import UTC, datetime

from engine.model import Event

JUNE, JULY = datetime(2026, 6, 30, 12, tzinfo=UTC), datetime(2026, 7, 2, 12, tzinfo=UTC)
NEW_YEARS_EVE = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
"""Already the new year in Stockholm."""


def event(kind: str, at: datetime, agency: str | None = None, **details) -> Event:
    return Event("c", kind, at, agency=agency, details=details)


def opened(at: datetime, task: str, agency: str = "soc", element: str = "a") -> Event:
    return event("task_opened", at, agency, task_id=task, process="p", element=element)


def done(at: datetime, task: str, agency: str = "soc", **more) -> Event:
    return event("task_completed", at, agency, task_id=task, process="p", element="a", **more)
