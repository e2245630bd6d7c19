"""What reviewers have concluded of entries of the access log, kept beside it for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from engine.audit.marks import Mark
from engine.audit.review import Place
from engine.db.connection import writing
from engine.db.tables import reviews
from engine.db.trail import Noted, add
from engine.errors import Erased
from engine.model import Actor
from engine.secrecy.vault import Compartment, Vault

NO_CASE = "granskning"
"""Whose key seals a note about an entry that is about no case of the agency's."""


@dataclass(frozen=True)
class Reviews:
    """Keeps marks, each with its entry in the trail, in one transaction."""

    database: Engine
    vault: Vault
    channel: str

    def keep(self, actor: Actor, mark: Mark, case_id: str | None) -> None:
        """Keep what somebody concluded; the note with the key of the case it may tell of.

        A mark that is kept already is left as it is: the form was sent twice.
        """
        place = Compartment(case_id or NO_CASE, mark.agency, f"granskning {mark.id}")
        note = self.vault.seal(place, mark.note) if mark.note else None
        row = {**vars(mark), "note": note, "sealed_in": place.case_id}
        facts = {"of": mark.stream, "sequence": mark.sequence, "review": mark.id}
        with writing(self.database) as connection:
            if connection.scalar(select(reviews.c.id).where(reviews.c.id == mark.id)):
                return
            connection.execute(insert(reviews).values(row))
            noted = Noted("reviewed", mark.at, actor, mark.verdict, case_id, facts)
            add(connection, self.channel, noted)

    def of(self, actor: Actor, place: Place) -> Sequence[Mark]:
        """Return what the agency's reviewers have concluded of an entry, the newest first."""
        mine = (reviews.c.agency == actor.agency) & (reviews.c.stream == place.stream)
        query = select(reviews).where(mine, reviews.c.sequence == place.sequence)
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(reviews.c.at.desc(), reviews.c.id))
            return [self._mark(dict(row)) for row in found.mappings()]

    def _mark(self, row: dict[str, Any]) -> Mark:
        place = Compartment(row.pop("sealed_in"), row["agency"], f"granskning {row['id']}")
        try:
            note = self.vault.open(place, row["note"]) if row["note"] else ""
        except Erased:
            note = ""
        return Mark(**{**row, "note": note})


def verdicts(
    connection: Connection, actor: Actor, places: Sequence[Place]
) -> Mapping[tuple[str, int], str]:
    """Return the newest verdict of each of these entries that has one: (chain, number) → code."""
    if not places:
        return {}
    r = reviews.c
    query = select(r.stream, r.sequence, r.verdict).where(
        r.agency == actor.agency, r.stream.in_({place.stream for place in places}),
        r.sequence.in_({place.sequence for place in places}),
    )  # fmt: skip
    found = connection.execute(query.order_by(r.at, r.id))
    return {(row.stream, row.sequence): row.verdict for row in found}
