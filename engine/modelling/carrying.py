"""One case moved to another version, or back: what is written, inside one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from engine import journal
from engine.ending import settle_end
from engine.errors import Conflict, NotFound
from engine.fingerprint import fingerprint
from engine.model import Event, Instance, Step, Task
from engine.modelling.moves import CaseMove
from engine.modelling.preview.predict import Trial
from engine.ports import Processes, Unit
from engine.replay import rebuild

MOVED, UNDONE = "case_moved", "case_move_undone"
HARMLESS = frozenset(
    {"task_opened", "task_withdrawn", "task_due_moved", "task_claimed", "task_released"}
    | {"task_assigned", "draft_saved", "comment_written", "file_attached", "file_removed"}
    | {"follow_up_set", "move_asked", "revealed"}
)
"""Entries after which a case can still be moved back: nothing has been done in it."""
SINCE = "Det har hänt något i ärendet sedan det flyttades."


def carry(unit: Unit, move: CaseMove, trial: Trial, now: datetime) -> None:
    """Move a case as it was tried: processes, open tasks, timers; the log tells of all of it."""
    entries: list[Event] = []
    ended: list[Event] = []
    for before, step in trial.steps:
        unit.save(step.instance)
        unit.moves.carry(before, step.instance)
        unit.send(step.sent)
        entries += [*_told(before, step.instance, now),
                    *journal.consequences(before, step, now, None)]  # fmt: skip
        ended += settle_end(unit, step, now)
    unit.moves.follow(move.case_id, move.version)
    ids = [before.id for before, _ in trial.steps]
    left = {before.id: fingerprint(step.instance) for before, step in trial.steps}
    details = _why(move) | {"from": trial.outcome.version, "version": move.version, "left": left,
                            "grade": trial.outcome.grade, "instances": ids}  # fmt: skip
    moved = Event(move.case_id, MOVED, now, move.actor, details=details)
    unit.record([moved, *entries, *ended])


def carry_back(unit: Unit, move: CaseMove, processes: Processes, now: datetime) -> None:
    """Let a case be as it was before it was moved. Raises Conflict if it has gone on since."""
    log = list(unit.log(move.case_id))
    entry = next((e for e in reversed(log) if e.kind == MOVED), None)
    if entry is None:
        raise NotFound(f"case {move.case_id} has not been moved")
    since = log[log.index(entry) + 1 :]
    ids = entry.details["instances"]
    if any(each.kind not in HARMLESS for each in since):
        raise Conflict(SINCE)
    were = rebuild(log[: log.index(entry)], processes)
    entries: list[Event] = []
    for id_ in ids:
        now_is = unit.instance(id_)
        was = _held(replace(were[id_], revision=now_is.revision), now_is)
        unit.save(was)
        unit.moves.carry(now_is, was)
        entries += [*_told(now_is, was, now), *journal.consequences(now_is, Step(was), now, None)]
    unit.moves.follow(move.case_id, entry.details["from"])
    details = _why(move) | {"from": move.version, "version": entry.details["from"],
                            "instances": ids}  # fmt: skip
    undone = Event(move.case_id, UNDONE, now, move.actor, details=details)
    unit.record([undone, *entries])


def _held(was: Instance, now_is: Instance) -> Instance:
    """Let whoever holds a task go on holding it: a replay does not know of that."""
    return replace(was, tasks=tuple(_by(task, now_is.task(task.id)) for task in was.tasks))


def _by(task: Task, now_is: Task | None) -> Task:
    if now_is is None or (now_is.agency, now_is.role) != (task.agency, task.role):
        return task
    return replace(task, assignee=now_is.assignee)


def _told(before: Instance, after: Instance, now: datetime) -> Iterator[Event]:
    """Yield what its own agency is told of each open task: a new day, or that another has it."""
    for task in before.tasks:
        new = after.task(task.id)
        if new is None:
            continue
        if new.agency != task.agency:
            yield _of("task_withdrawn", task, now, {})
            yield _of("task_opened", new, now, {})
        elif new.due_at != task.due_at:
            days = {"before": _iso(task.due_at), "after": _iso(new.due_at)}
            yield _of("task_due_moved", new, now, days)


def _of(kind: str, task: Task, at: datetime, more: Mapping[str, Any]) -> Event:
    about = {"task_id": task.id, "path": task.path, "process": task.process,
             "element": task.element, "name": task.name}  # fmt: skip
    return Event(task.case_id, kind, at, None, task.agency, task.instance_id, {**about, **more})


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _why(move: CaseMove) -> dict[str, Any]:
    chosen = {"reason": move.reason} if move.reason else {}
    return {"proposal": move.proposal_id, **chosen}


def asked_agency(instances: Sequence[Instance], opened_by: str) -> str:
    """Return which agency has the case: the one whose open task is due first."""
    open_ = [task for each in instances for task in each.tasks]
    due = sorted(open_, key=lambda t: (t.due_at is None, t.due_at or t.opened_at, t.path))
    return due[0].agency if due else opened_by
