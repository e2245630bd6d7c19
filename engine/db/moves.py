"""Running cases and new versions, as rows: the port `engine.modelling.moves.MoveBook`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from engine.db import living, rows
from engine.db.connection import upsert
from engine.db.tables import (
    case_moves,
    cases,
    drafts,
    follow_ups,
    instances,
    move_choices,
    open_tasks,
    preview_cases,
    previews,
    proposals,
)
from engine.errors import NotFound, Stale
from engine.model import Instance, Task
from engine.modelling.moves import CaseMove, Progress
from engine.modelling.preview.outcome import Outcome

KEPT_IN_COMPARTMENT = (drafts, proposals, follow_ups)
"""What belongs to an open task and to the agency that has it."""


@dataclass(frozen=True)
class SqlMoves:
    """Previews, choices and moves, inside one transaction."""

    connection: Connection

    def running_cases(self, version: str) -> Sequence[str]:
        """Return the cases of which something runs on another version, by number."""
        runs = select(instances.c.case_id).where(
            instances.c.ended.is_(False), instances.c.version != version
        )
        query = select(cases.c.id).where(cases.c.id.in_(runs)).order_by(cases.c.number)
        return list(self.connection.scalars(query))

    def begin(self, version: str, cases: Sequence[str], at: datetime) -> None:
        """Keep which cases are to be tried on a version; what was tried before is forgotten."""
        for table in (preview_cases, previews):
            self.connection.execute(delete(table).where(table.c.version == version))
        new = {"version": version, "started_at": at, "total": len(cases)}
        self.connection.execute(insert(previews).values(new))
        if cases:
            lines = [{"version": version, "case_id": each, "tried": 0} for each in cases]
            self.connection.execute(insert(preview_cases), lines)

    def progress(self, version: str) -> Progress | None:
        """Return how far the preview has come; None if it was never begun."""
        begun = select(previews).where(previews.c.version == version)
        row = self.connection.execute(begun).mappings().first()
        if row is None:
            return None
        mine = (preview_cases.c.version == version) & (preview_cases.c.tried == 1)
        done = select(func.count()).select_from(preview_cases).where(mine)
        count = self.connection.execute(done).scalar_one()
        return Progress(version, row["started_at"], row["total"], count)

    def unfinished(self) -> Sequence[str]:
        """Return the versions of which something is left to try."""
        query = select(preview_cases.c.version).distinct().where(preview_cases.c.tried == 0)
        return list(self.connection.scalars(query))

    def untried(self, version: str, limit: int) -> Sequence[str]:
        """Return cases that are left to try."""
        mine = (preview_cases.c.version == version) & (preview_cases.c.tried == 0)
        query = select(preview_cases.c.case_id).where(mine).order_by(preview_cases.c.case_id)
        return list(self.connection.scalars(query.limit(limit)))

    def keep(self, version: str, case_id: str, outcome: Outcome | None) -> None:
        """Keep what trying a case came to."""
        mine = (preview_cases.c.version == version) & (preview_cases.c.case_id == case_id)
        row = outcome.row() if outcome else None
        self.connection.execute(update(preview_cases).where(mine).values(outcome=row, tried=1))

    def outcomes(self, version: str) -> Sequence[tuple[str, Outcome]]:
        """Return what trying each case came to."""
        columns = preview_cases.c
        query = select(columns.case_id, columns.outcome).where(
            columns.version == version, columns.tried == 1
        )
        found = self.connection.execute(query.order_by(columns.case_id)).all()
        return [(row.case_id, Outcome.of(row.outcome)) for row in found if row.outcome]

    def choose(self, proposal_id: str, group: str, choice: str, actor: str, at: datetime) -> None:
        """Keep what becomes of the cases with an outcome."""
        chosen = {"choice": choice, "actor": actor, "at": at}
        key = {"proposal_id": proposal_id, "outcome": group}
        change = upsert(self.connection, move_choices).values(**key, **chosen)
        self.connection.execute(change.on_conflict_do_update(index_elements=list(key), set_=chosen))

    def choices(self, proposal_id: str) -> Mapping[str, tuple[str, str]]:
        """Return what was chosen for each outcome, and by whom."""
        query = select(move_choices).where(move_choices.c.proposal_id == proposal_id)
        found = self.connection.execute(query).mappings()
        return {row["outcome"]: (row["choice"], row["actor"]) for row in found}

    def plan(self, move: CaseMove) -> None:
        """Keep that a case is to be moved, or not."""
        once = upsert(self.connection, case_moves).values(_values(move))
        self.connection.execute(once.on_conflict_do_nothing())

    def one(self, proposal_id: str, case_id: str) -> CaseMove:
        """Return what becomes of a case, or raise NotFound."""
        mine = _key(proposal_id, case_id)
        row = self.connection.execute(select(case_moves).where(mine)).mappings().first()
        if row is None:
            raise NotFound(f"case {case_id[:36]} is not to be moved")
        return _move(row)

    def moves(self, states: Collection[str], proposal_id: str | None = None) -> Sequence[CaseMove]:
        """Return the moves in some states, or all, of one proposal or of all."""
        query = select(case_moves).order_by(case_moves.c.at, case_moves.c.case_id)
        query = query.where(case_moves.c.state.in_(states)) if states else query
        if proposal_id is not None:
            query = query.where(case_moves.c.proposal_id == proposal_id)
        return [_move(row) for row in self.connection.execute(query).mappings()]

    def settle(self, before: CaseMove, after: CaseMove) -> None:
        """Write what has become of a case. Raises Stale if somebody else has meanwhile."""
        mine = _key(before.proposal_id, before.case_id) & (case_moves.c.state == before.state)
        change = update(case_moves).where(mine).values(_values(after))
        if self.connection.execute(change).rowcount == 0:
            raise Stale(f"the move of case {before.case_id} has changed")

    def forget(self, move: CaseMove) -> None:
        """Let a case wait to be chosen for again."""
        mine = _key(move.proposal_id, move.case_id)
        self.connection.execute(delete(case_moves).where(mine))

    def carry(self, before: Instance, after: Instance) -> None:
        """Write the version of an instance that has just been saved, and who has its tasks now.

        A task that another agency gets leaves what the first one wrote behind: it is theirs.
        """
        mine = update(instances).where(instances.c.id == after.id)
        self.connection.execute(mine.values(version=after.version))
        had = {task.id: task for task in before.tasks}
        for task in after.tasks:
            if task.id in had and task != had[task.id]:
                self._redraw(had[task.id], task)

    def follow(self, case_id: str, version: str) -> None:
        """Let new processes of a case start on a version."""
        mine = update(cases).where(cases.c.id == case_id)
        self.connection.execute(mine.values(version=version))

    def _redraw(self, before: Task, after: Task) -> None:
        held = {} if before.assignee != after.assignee else {"assignee"}
        values = {k: v for k, v in rows.task_values(after).items() if k not in {"id", *held}}
        mine = update(open_tasks).where(open_tasks.c.id == after.id)
        self.connection.execute(mine.values(values))
        if before.agency != after.agency:
            for table in KEPT_IN_COMPARTMENT:
                self.connection.execute(delete(table).where(table.c.task_id == after.id))
            living.join(self.connection, after.case_id, {after.agency})


def _key(proposal_id: str, case_id: str) -> Any:
    return (case_moves.c.proposal_id == proposal_id) & (case_moves.c.case_id == case_id)


def _values(move: CaseMove) -> dict[str, Any]:
    values = dict(vars(move))
    values["outcome"] = values.pop("group")
    return values


def _move(row: RowMapping) -> CaseMove:
    values: dict[str, Any] = {**row}
    values["group"] = values.pop("outcome")
    return CaseMove(**values)
