"""What the verbs about people ask of a transaction; the port `engine.ports.Staff`."""

from __future__ import annotations

from sqlalchemy import Connection, select

from engine.db import notices, rows
from engine.db.conflicts import SqlDisqualifications
from engine.db.substitutions import SqlSubstitutions
from engine.db.tables import people
from engine.errors import NotFound
from engine.model import Actor
from engine.secrecy.vault import Vault
from engine.staff.substitution import Substitution


class SqlStaff:
    """Substitutions and disqualifications, in the transaction of a verb."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._db = connection
        self.substitutions = SqlSubstitutions(connection, self._announce)
        self.disqualifications = SqlDisqualifications(connection, vault)

    def colleague(self, person_id: str, agency: str) -> Actor:
        """Return a person of an agency; NotFound for anybody else's."""
        mine = (people.c.id == person_id) & (people.c.agency == agency)
        row = self._db.execute(select(people).where(mine)).mappings().first()
        if row is None:
            raise NotFound(f"person {person_id}")
        return rows.actor(row)

    def _announce(self, new: Substitution) -> None:
        notices.add(self._db, [notices.begins(new.id, new.substitute, new.made_at)])
