"""Local accounts: who can sign in, for which agency, in which roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert

from engine.db.connection import writing
from engine.db.tables import people
from engine.entrance.account import Source
from engine.model import Actor


@dataclass(frozen=True)
class People:
    """Keeps local accounts."""

    database: Engine

    def add(
        self, actors: Iterable[Actor], password_hash: str, source: Source = Source.LOCAL
    ) -> None:
        """Keep accounts that share a password; one that exists already is replaced."""
        rows = [
            {"id": a.id, "name": a.name, "agency": a.agency, "roles": sorted(a.roles),
             "team": a.team, "password_hash": password_hash, "source": source}
            for a in actors
        ]  # fmt: skip
        with writing(self.database) as connection:
            connection.execute(delete(people).where(people.c.id.in_([row["id"] for row in rows])))
            connection.execute(insert(people), rows)
