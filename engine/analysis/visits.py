"""The log of a case as its visits at steps, and those as ways through drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from engine.model import Event

MOVES = {"case_moved", "case_move_undone"}
ENDS = {"task_completed", "task_withdrawn"}


@dataclass(frozen=True)
class Visit:
    """A task of a case, from when it was opened until it was completed or withdrawn."""

    version: str
    process: str
    element: str
    instance: str
    within: str
    """The path of the call that the step is drawn in; empty in the instance's own drawing."""
    opened: datetime
    ended: datetime | None = None
    withdrawn: bool = False
    due: datetime | None = None

    @property
    def late(self) -> bool:
        """Whether it ended after its time."""
        return bool(self.due and self.ended and self.ended >= self.due)


def visits(log: Iterable[Event]) -> tuple[Visit, ...]:
    """Return the visits, in the order in which they began, each with the version of that time."""
    follows: dict[str | None, str] = {}
    found: dict[str, Visit] = {}
    for entry in log:
        told = entry.details
        if entry.kind == "instance_started":
            follows[entry.instance_id] = told["version"]
        elif entry.kind in MOVES:
            follows |= dict.fromkeys(told["instances"], told["version"])
        elif entry.kind == "task_opened":
            found[told["task_id"]] = _opened(entry, follows[entry.instance_id])
        elif entry.kind in ENDS and told["task_id"] in found:
            found[told["task_id"]] = _ended(found[told["task_id"]], entry)
    return tuple(found.values())


def passes(log: Sequence[Event], found: Iterable[Visit]) -> Iterator[list[Visit]]:
    """Yield each way through a drawing that has come to its end: what was completed, in order."""
    over = any(entry.kind == "case_closed" for entry in log)
    left = {(e.instance_id, path) for e in log for path in e.details.get("passed", ())}
    left |= {(e.instance_id, "") for e in log if e.kind == "instance_ended"}
    ways: dict[tuple[str, str, str, str], list[Visit]] = {}
    for each in found:
        if each.ended and not each.withdrawn:
            key = each.instance, each.within, each.version, each.process
            ways.setdefault(key, []).append(each)
    for (instance, within, *_), way in ways.items():
        if over or (instance, within) in left:
            yield sorted(way, key=lambda visit: (visit.ended, visit.element))


def _opened(entry: Event, version: str) -> Visit:
    told = entry.details
    within = told["path"].partition("#")[0].rpartition("/")[0]
    instance = entry.instance_id or ""
    return Visit(version, told["process"], told["element"], instance, within, entry.at)


def _ended(visit: Visit, entry: Event) -> Visit:
    due = entry.details.get("due_at")
    return replace(
        visit, ended=entry.at, withdrawn=entry.kind == "task_withdrawn",
        due=datetime.fromisoformat(due) if due else None,
    )  # fmt: skip
