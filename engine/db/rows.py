"""Turns rows into nouns and back; the only place that knows both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import RowMapping

from engine.model import Actor, Case, Disclosure, Event, Instance, Message, Task, Timer

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
ROW_ONLY = {
    *("reminded_at", "urgent_at", "given_at", "leased_until", "parked", "checked_sequence"),
    *("region", "position", "delivered_at", "receiver_instance", "dead_because"),
}
"""Columns that the nouns do not have."""


def case(row: RowMapping | Mapping[str, Any]) -> Case:
    """Return the case of a row."""
    return Case(**_own(row))


def task(row: Mapping[str, Any]) -> Task:
    """Return the open task of a row."""
    return Task(**_own(row))


def timer(row: RowMapping | Mapping[str, Any]) -> Timer:
    """Return the timer of a row."""
    return Timer(**_own(row))


def instance(
    row: Mapping[str, Any], tasks: Iterable[Mapping[str, Any]], timers: Iterable[Mapping[str, Any]]
) -> Instance:
    """Return the instance of a row with its open tasks and timers."""
    return Instance(
        **{**row, "waiting": tuple(row["waiting"])},
        tasks=tuple(task(each) for each in tasks),
        timers=tuple(timer(each) for each in timers),
    )


def instance_values(value: Instance) -> dict[str, Any]:
    """Return the columns of an instance's own row."""
    values = {k: v for k, v in vars(value).items() if k not in {"tasks", "timers"}}
    return values | {
        "variables": dict(value.variables),
        "rounds": dict(value.rounds),
        "waiting": list(value.waiting),
    }


def message(row: RowMapping) -> Message:
    """Return the message of a row."""
    return Message(**_own(row))


def event(row: Mapping[str, Any]) -> Event:
    """Return the log entry of a row whose facts are opened; see `engine.db.log`."""
    details = dict(row["details"])
    if row["task_id"]:
        details["task_id"] = row["task_id"]
    return Event(
        row["case_id"], row["kind"], row["at"], row["actor"], row["agency"], row["instance_id"],
        details, row["sequence"], row["role"],
    )  # fmt: skip


def actor(row: RowMapping) -> Actor:
    """Return the person of a row."""
    return Actor(row["id"], row["name"], row["agency"], frozenset(row["roles"]), row["team"])


def task_values(value: Task) -> dict[str, Any]:
    """Return the columns of an open task; one that is never due comes last in every list."""
    due = None if value.paused_at else value.due_at
    return vars(value) | {"urgent_at": due or NEVER}


def _own(row: RowMapping | Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ROW_ONLY}


def disclosure_values(value: Disclosure) -> dict[str, Any]:
    """Return the columns of a hand-over; that it stays inside goes without saying."""
    kept = {name: each for name, each in vars(value).items() if name != "outside"}
    return kept | {"fields": dict(value.fields)}
