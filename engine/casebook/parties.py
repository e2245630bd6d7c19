"""Who takes part in a case, as far as a reader may know.

The reader's own agency; those that have handed over to it or been handed something by it; nobody
else. And of people only its own colleagues, from its own entries of the log.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.caseviews import Colleague, Party, SentLine
from engine.views import ReceivedLine, TaskLine

Row = Any
"""An entry of the log as the database gives it, by the names of its columns."""


def parties(
    own: str, sent: Iterable[SentLine], received: Iterable[ReceivedLine]
) -> tuple[Party, ...]:
    """Return the agencies, the reader's own first; outsiders by the name they were told under."""
    got: dict[str, list[str]] = {}
    gave: dict[str, list[str]] = {}
    for each in sent:
        got.setdefault(each.receiver, []).append(each.name)
    for line in received:
        gave.setdefault(line.sender, []).append(line.name)
    names = sorted({*got, *gave} - {own})
    others = (Party(n, sent=_once(gave.get(n, ())), got=_once(got.get(n, ()))) for n in names)
    return (Party(own, own=True), *others)


def colleagues(log: Iterable[Row], tasks: Iterable[TaskLine]) -> tuple[Colleague, ...]:
    """Return who at the reader's agency has acted, by its own entries; the latest first."""
    acts: dict[str, list[Row]] = {}
    holds: dict[str, list[str]] = {}
    for entry in log:
        if entry["person"]:
            acts.setdefault(entry["person"], []).append(entry)
    for line in tasks:
        if line.assignee_name:
            holds.setdefault(line.assignee_name, []).append(line.task.name)
    found = [
        Colleague(name, _did(entries), max(e["at"] for e in entries), tuple(holds.get(name, ())))
        for name, entries in acts.items()
    ]
    return tuple(sorted(found, key=lambda each: each.last_at, reverse=True))


def _did(entries: Iterable[Row]) -> tuple[str, ...]:
    done = [e["details"]["name"] for e in entries if e["kind"] == "task_completed"]
    return _once(done)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
