"""Rehearsals as rows: the port `engine.modelling.rehearsals.RehearsalBook`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from engine.db.connection import upsert
from engine.db.tables import rehearsals
from engine.modelling.rehearsals import RUNNING, WAITING, Rehearsal, Result


@dataclass(frozen=True)
class SqlRehearsals:
    """Rehearsals, inside one transaction."""

    connection: Connection

    def one(self, version: str) -> Rehearsal | None:
        """Return the rehearsal of a content, if there is one."""
        query = select(rehearsals).where(rehearsals.c.version == version)
        row = self.connection.execute(query).mappings().first()
        return _rehearsal(row) if row else None

    def of_draft(self, draft_id: str) -> Rehearsal | None:
        """Return the newest rehearsal of a draft, whatever it contained then."""
        mine = select(rehearsals).where(rehearsals.c.draft_id == draft_id)
        newest = mine.order_by(rehearsals.c.at.desc()).limit(1)
        row = self.connection.execute(newest).mappings().first()
        return _rehearsal(row) if row else None

    def unfinished(self) -> Sequence[Rehearsal]:
        """Return those that wait or run, the oldest first; others who write wait until we are done.

        So of two workers only one begins a run.
        """
        left = select(rehearsals).where(rehearsals.c.state.in_((WAITING, RUNNING)))
        query = left.order_by(rehearsals.c.at, rehearsals.c.version).with_for_update()
        return [_rehearsal(row) for row in self.connection.execute(query).mappings()]

    def put(self, rehearsal: Rehearsal) -> None:
        """Keep a rehearsal in place of what was known of its content."""
        row: dict[str, Any] = vars(rehearsal).copy()
        row["result"] = rehearsal.result.row() if rehearsal.result else None
        change = upsert(self.connection, rehearsals).values(row)
        rest = {name: value for name, value in row.items() if name != "version"}
        self.connection.execute(change.on_conflict_do_update(index_elements=["version"], set_=rest))


def _rehearsal(row: RowMapping) -> Rehearsal:
    found = Rehearsal(**row)
    return replace(found, result=Result.of(row["result"])) if row["result"] else found
