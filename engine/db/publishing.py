"""Proposals and what was done to versions, as rows: `engine.modelling.proposal.PublicationBook`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, RowMapping, func, insert, select, update

from engine.db import notices, rows
from engine.db.publications import put
from engine.db.tables import (
    instances,
    people,
    process_sets,
    publication_events,
    publication_proposals,
)
from engine.errors import NotFound, Stale
from engine.model import Actor
from engine.modelling.proposal import Proposal, PublicationEvent


class SqlPublications:
    """The proposals and events, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def propose(self, proposal: Proposal) -> None:
        """Keep a new proposal."""
        values = {**vars(proposal), "needs": list(proposal.needs)}
        self._db.execute(insert(publication_proposals).values(values))

    def proposal(self, proposal_id: str) -> Proposal:
        """Return a proposal, or raise NotFound; others who want to write it wait."""
        mine = publication_proposals.c.id == proposal_id
        query = select(publication_proposals).where(mine).with_for_update()
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"{proposal_id[:36]} is not a proposal")
        return _proposal(row)

    def proposals(self, states: Sequence[str] = ()) -> Sequence[Proposal]:
        """Return the proposals in some states, or all, the newest first."""
        columns = publication_proposals.c
        query = select(publication_proposals).order_by(columns.at.desc(), columns.id)
        query = query.where(columns.state.in_(states)) if states else query
        return [_proposal(row) for row in self._db.execute(query).mappings()]

    def settle(self, proposal: Proposal, state: str) -> None:
        """Write what has become of a proposal. Raises Stale if somebody else has meanwhile."""
        columns = publication_proposals.c
        mine = (columns.id == proposal.id) & (columns.state == proposal.state)
        change = update(publication_proposals).where(mine).values(state=state)
        if self._db.execute(change).rowcount == 0:
            raise Stale(f"proposal {proposal.id} has changed")

    def note(self, event: PublicationEvent) -> None:
        """Append an event."""
        self._db.execute(insert(publication_events).values(vars(event)))

    def events(self, proposal_id: str | None = None) -> Sequence[PublicationEvent]:
        """Return what was done, of one proposal or in all, the oldest first."""
        query = select(publication_events).order_by(publication_events.c.id)
        if proposal_id is not None:
            query = query.where(publication_events.c.proposal_id == proposal_id)
        return [_event(row) for row in self._db.execute(query).mappings()]

    def publish(self, version: str, files: Mapping[str, str], by: str, at: datetime) -> None:
        """Make a version the one that new cases use."""
        put(self._db, version, files, by, at)

    def known(self) -> Mapping[str, datetime]:
        """Return the versions there are, with when each was last published, the newest first."""
        columns = process_sets.c
        query = select(columns.version, columns.published_at)
        found = self._db.execute(query.order_by(columns.published_at.desc())).all()
        return {row.version: row.published_at for row in found}

    def people(self) -> Sequence[Actor]:
        """Return everybody who can sign in."""
        return [rows.actor(row) for row in self._db.execute(select(people)).mappings()]

    def tell(self, persons: Sequence[str], kind: str, at: datetime) -> None:
        """Keep a notice for each of some people, and e-mail for those who want it."""
        told = {"kind": kind, "at": at, "case_id": None, "task_id": None}
        notices.add(self._db, [{"id": str(uuid4()), "person": p, **told} for p in persons])

    def running(self) -> Mapping[str, int]:
        """Return how many cases have a running process on each version."""
        alive = instances.c.ended.is_(False)
        number = func.count(instances.c.case_id.distinct()).label("cases")
        query = select(instances.c.version, number).where(alive).group_by(instances.c.version)
        return {row.version: row.cases for row in self._db.execute(query)}


@dataclass(frozen=True)
class SqlPublicationShelf:
    """Lets pages read publications."""

    database: Engine

    @contextmanager
    def reading(self) -> Iterator[SqlPublications]:
        """Give the publications as they are now."""
        with self.database.connect() as connection:
            yield SqlPublications(connection)


def _proposal(row: RowMapping) -> Proposal:
    return Proposal(**{**row, "needs": tuple(row["needs"])})


def _event(row: RowMapping) -> PublicationEvent:
    values: dict[str, Any] = {name: value for name, value in row.items() if name != "id"}
    return PublicationEvent(**values)
