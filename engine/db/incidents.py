"""Incidents as rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, insert, select, update

from engine.db.tables import incidents
from engine.errors import NotFound, Stale
from engine.mishaps import Incident

DONE = ("retried", "skipped")


def add(connection: Connection, incident: Incident) -> None:
    """Keep a new incident."""
    connection.execute(insert(incidents).values(vars(incident)))


def unsettled(connection: Connection) -> Sequence[Incident]:
    """Return the incidents that somebody has to deal with, the oldest first."""
    query = select(incidents).where(incidents.c.state.not_in(DONE)).order_by(incidents.c.at)
    return [_incident(row) for row in connection.execute(query).mappings()]


def one(connection: Connection, incident_id: str) -> Incident:
    """Return an incident, or raise NotFound."""
    row = connection.execute(select(incidents).where(incidents.c.id == incident_id)).mappings()
    found = row.first()
    if found is None:
        raise NotFound(f"incident {incident_id}")
    return _incident(found)


def settle(connection: Connection, before: Incident, after: Incident) -> None:
    """Write what has become of an incident. Raises Stale if somebody else has meanwhile."""
    same = (incidents.c.id == before.id) & (incidents.c.state == before.state)
    change = update(incidents).where(same).values(vars(after))
    if connection.execute(change).rowcount == 0:
        raise Stale(f"incident {before.id} has been dealt with")


def _incident(row: RowMapping) -> Incident:
    return Incident(**row)
