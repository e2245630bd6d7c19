"""What is in no case's log: readings, denials, signing in, publications, exports, audits.

A chain for each agency, and one for what belongs to none. Nothing in it tells of a person in need;
so its facts are not sealed, and it stays when a case is erased.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, bindparam, func, insert, select, text

from engine.db.chained import FIRST, chained
from engine.db.connection import writing
from engine.db.prepared import Prepared
from engine.db.tables import trail
from engine.model import Actor
from engine.ports import Clock

SYSTEM = "system"
AGENCY = "myndighet:"
LAST = Prepared(
    select(trail.c.sequence, trail.c.digest, trail.c.at)
    .where(trail.c.stream == bindparam("of_stream"))
    .order_by(trail.c.sequence.desc())
    .limit(1)
)
ADD = Prepared(insert(trail))
TURN = text("SELECT pg_advisory_xact_lock(hashtext(:stream))")
"""Makes writers of one chain wait for each other on PostgreSQL; on SQLite there is but one."""


@dataclass(frozen=True)
class Noted:
    """Something that somebody did, for the trail."""

    kind: str
    at: datetime
    by: Actor | str | None = None
    """A person, or the name of a machine's account."""
    place: str | None = None
    """The page, the verb, or the part of it."""
    subject: str | None = None
    """The case, the task, the version …"""
    facts: Mapping[str, Any] | None = None


def add(connection: Connection, channel: str, noted: Noted) -> None:
    """Append to the chain of the person's agency, or to the system's."""
    actor = noted.by if isinstance(noted.by, Actor) else None
    stream = f"{AGENCY}{actor.agency}" if actor else SYSTEM
    if connection.dialect.name != "sqlite":
        connection.execute(TURN, {"stream": stream})
    last: dict[str, Any] = {"sequence": 0, "digest": FIRST, "at": noted.at}
    last |= LAST.first(connection, {"of_stream": stream}) or {}
    facts = dict(noted.facts or {})
    if noted.at < last["at"]:
        facts["clock_behind"] = last["at"].isoformat()
    row = {
        "stream": stream, "sequence": last["sequence"] + 1, "at": noted.at, "kind": noted.kind,
        "actor": actor.id if actor else noted.by, "agency": actor.agency if actor else None,
        "role": (",".join(sorted(actor.roles)) or None) if actor else None, "channel": channel,
        "command_id": None, "place": _kept(noted.place, 80), "subject": _kept(noted.subject, 36),
        "facts": orjson.dumps(facts, option=orjson.OPT_SORT_KEYS),
    }  # fmt: skip
    ADD.run(connection, [chained(row, last["digest"], {})])


def _kept(told: str | None, most: int) -> str | None:
    """Return as much as there is room for; PostgreSQL takes no NUL, which somebody may ask for."""
    return (told or "").replace("\0", "\ufffd")[:most] or None


@dataclass(frozen=True)
class Trail:
    """Keeps what was done, each in a transaction of its own."""

    database: Engine
    clock: Clock
    channel: str

    def note(
        self, kind: str, by: Actor | str | None = None, place: str | None = None,
        subject: str | None = None, **facts: Any,
    ) -> None:  # fmt: skip
        """Keep that somebody did something just now."""
        with writing(self.database) as connection:
            noted = Noted(kind, self.clock.now(), by, place, subject, facts)
            add(connection, self.channel, noted)

    def count(self, kind: str) -> int:
        """Return how many entries of a kind there are."""
        query = select(func.count()).select_from(trail).where(trail.c.kind == kind)
        with self.database.connect() as connection:
            return int(connection.execute(query).scalar_one())
