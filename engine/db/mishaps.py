"""What waits for a person because it failed, as administrators see it: never contents of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select

from engine.db import incidents, post
from engine.db.mails import SqlOutbox
from engine.db.tables import cases
from engine.errors import NotFound
from engine.mishaps import DeadLetter, Incident


@dataclass(frozen=True)
class Waiting:
    """Everything that waits; cases are told by their numbers."""

    incidents: Sequence[Incident]
    letters: Sequence[DeadLetter]
    mails: Sequence[Mapping[str, Any]]
    """E-mail: its id, when, for whom by id, why; never an address."""
    numbers: Mapping[str, str]
    """Case → its number."""


@dataclass(frozen=True)
class Mishaps:
    """Reads what failed."""

    database: Engine

    def waiting(self) -> Waiting:
        """Return what somebody has to deal with, the oldest first."""
        with self.database.connect() as connection:
            failed, dead = incidents.unsettled(connection), post.dead(connection)
            about = {each.case_id or "" for each in failed} | {d.message.case_id for d in dead}
            numbers = _numbers(connection, about)
        return Waiting(failed, dead, SqlOutbox(self.database).dead(), numbers)

    def one(self, incident_id: str) -> tuple[Incident, str]:
        """Return an incident that waits, and its case's number if it has one. Raises NotFound."""
        with self.database.connect() as connection:
            found = incidents.one(connection, incident_id)
            if found.state in incidents.DONE:
                raise NotFound(f"incident {incident_id} is dealt with")
            numbers = _numbers(connection, {found.case_id or ""})
        return found, numbers.get(found.case_id or "", "")


def _numbers(connection: Connection, ids: Set[str]) -> dict[str, str]:
    query = select(cases.c.id, cases.c.number).where(cases.c.id.in_(ids - {""}))
    return {row.id: row.number for row in connection.execute(query)}
