"""Keeps anchors: append-only, each with the heads that it fixed, and to whom it was sent."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, func, insert, literal, select

from engine.audit.anchors import Anchor
from engine.audit.tree import Head
from engine.audit.verifier import canonical
from engine.db.connection import writing
from engine.db.tables import (
    anchored_heads,
    anchors,
    anchors_sent,
    cases,
    events,
    people,
    trail,
)  # fmt: skip
from engine.db.trail import AGENCY, SYSTEM

Sign = Callable[[Sequence[Head], int, Anchor | None], Anchor]
LOCK = "SELECT pg_advisory_xact_lock(7)"


@dataclass(frozen=True)
class SqlAnchors:
    """The port `engine.audit.audit.AnchorBook`."""

    database: Engine

    def add(self, sign: Sign) -> Anchor:
        """Keep an anchor over the chains that have grown, which `sign` makes."""
        with writing(self.database) as connection:
            if connection.dialect.name != "sqlite":
                connection.exec_driver_sql(LOCK)
            found = [*_grown_cases(connection), *_grown_trails(connection)]
            heads = [Head(row["stream"], row["sequence"], bytes(row["digest"]).hex())
                     for row in found]  # fmt: skip
            grown = sum(row["sequence"] - (row["before"] or 0) for row in found)
            anchor = sign(heads, grown, _last(connection))
            connection.execute(insert(anchors), {
                "number": anchor.number, "at": anchor.at, "signature": anchor.signature,
                "statement": canonical(anchor.statement)})  # fmt: skip
            if heads:
                connection.execute(insert(anchored_heads), [
                    {"stream": head.stream, "sequence": head.sequence, "number": anchor.number,
                     "digest": bytes.fromhex(head.digest)} for head in heads])  # fmt: skip
        return anchor

    def all(self) -> Sequence[Anchor]:
        """Return every anchor in order, with its heads."""
        heads: dict[int, list[Head]] = defaultdict(list)
        with self.database.connect() as connection:
            for row in connection.execute(select(anchored_heads)).mappings():
                heads[row["number"]].append(_head(row))
            found = connection.execute(select(anchors).order_by(anchors.c.number)).mappings()
            return [_anchor(row, heads[row["number"]]) for row in found]

    def unsent(self, receiver: str) -> Sequence[Anchor]:
        """Return the anchors that a receiver has not got, the oldest first."""
        mine = (anchors_sent.c.number == anchors.c.number) & (anchors_sent.c.receiver == receiver)
        missing = ~select(anchors_sent).where(mine).exists()
        query = select(anchors).where(missing).order_by(anchors.c.number)
        with self.database.connect() as connection:
            return [_anchor(row, ()) for row in connection.execute(query).mappings()]

    def sent(self, anchor: Anchor, receiver: str, at: datetime) -> None:
        """Keep that a receiver has got an anchor."""
        with writing(self.database) as connection:
            row = {"number": anchor.number, "receiver": receiver, "at": at}
            connection.execute(insert(anchors_sent), row)


def _grown_cases(connection: Connection) -> Sequence[RowMapping]:
    newest = select(func.max(events.c.sequence)).where(events.c.case_id == cases.c.id)
    heads = select(cases.c.id.label("stream"), newest.scalar_subquery().label("newest")).subquery()
    known = (events.c.case_id == heads.c.stream) & (events.c.sequence == heads.c.newest)
    return _grown(connection, select(heads, events.c.digest).join(events, known))


def _grown_trails(connection: Connection) -> Sequence[RowMapping]:
    """Return the heads of trails; there is one for each agency that has people, and one more."""
    of_agencies = select((AGENCY + people.c.agency).label("stream")).distinct()
    streams = of_agencies.union(select(literal(SYSTEM).label("stream"))).subquery()
    newest = select(func.max(trail.c.sequence)).where(trail.c.stream == streams.c.stream)
    heads = select(streams.c.stream, newest.scalar_subquery().label("newest")).subquery()
    known = (trail.c.stream == heads.c.stream) & (trail.c.sequence == heads.c.newest)
    return _grown(connection, select(heads, trail.c.digest).join(trail, known))


def _grown(connection: Connection, heads: Select[Any]) -> Sequence[RowMapping]:
    h = heads.subquery().c
    last = select(func.max(anchored_heads.c.sequence)).where(anchored_heads.c.stream == h.stream)
    before = last.scalar_subquery()
    query = select(h.stream, h.newest.label("sequence"), h.digest, before.label("before"))
    grown = query.where(h.newest > func.coalesce(before, 0))
    return connection.execute(grown).mappings().all()


def _last(connection: Connection) -> Anchor | None:
    query = select(anchors).order_by(anchors.c.number.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return _anchor(row, ()) if row else None


def _anchor(row: RowMapping, heads: Sequence[Head]) -> Anchor:
    return Anchor(json.loads(row["statement"]), bytes(row["signature"]), tuple(heads))


def _head(row: RowMapping) -> Head:
    return Head(row["stream"], row["sequence"], bytes(row["digest"]).hex())
