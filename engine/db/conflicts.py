"""Jäv as rows, and the one condition by which every query hides a case from who has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from engine.db.prepared import Prepared
from engine.db.sealing import reason_in
from engine.db.tables import disqualifications
from engine.errors import Erased, NotFound, Stale
from engine.model import Actor
from engine.secrecy.vault import Vault
from engine.staff.conflicts import Disqualification

IN_FORCE = disqualifications.c.lifted_at.is_(None)
BARS = Prepared(
    select(disqualifications.c.id).where(
        disqualifications.c.person == bindparam("this_person"),
        disqualifications.c.case_id == bindparam("this_case"),
        IN_FORCE,
    )
)
"""Asked by every command about a task."""


def open_to(reader: Actor, case_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that the reader is not disqualified in the case of a row.

    Every query that lists, counts or finds cases, tasks or what is in them has it beside the
    condition on the agency.
    """
    mine = (disqualifications.c.person == reader.id) & IN_FORCE
    return case_id.not_in(select(disqualifications.c.case_id).where(mine))


def barred_from(case_id: str) -> Select[Any]:
    """Select the ids of those who are disqualified in a case."""
    there = (disqualifications.c.case_id == case_id) & IN_FORCE
    return select(disqualifications.c.person).where(there)


class SqlDisqualifications:
    """The port `engine.staff.conflicts.Disqualifications`."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._db, self._vault = connection, vault

    def bars(self, person: str, case_id: str) -> bool:
        """Say whether a person is disqualified in a case now."""
        return bool(BARS.rows(self._db, {"this_person": person, "this_case": case_id}))

    def add(self, disqualification: Disqualification) -> None:
        """Keep a new one, its reason sealed. Raises Stale if there was one at the same time."""
        kept = disqualification
        place = reason_in(kept.case_id, kept.agency, kept.id)
        row = {**vars(kept), "reason": self._vault.seal(place, kept.reason)}
        try:
            self._db.execute(insert(disqualifications), row)
        except IntegrityError as error:
            raise Stale("the person has just been disqualified") from error

    def one(self, disqualification_id: str) -> Disqualification:
        """Return one, or raise NotFound."""
        query = select(disqualifications).where(disqualifications.c.id == disqualification_id)
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"disqualification {disqualification_id}")
        return _opened(self._vault, row)

    def lift(self, disqualification: Disqualification, at: Any, by: str) -> None:
        """End one. Raises Stale if somebody has."""
        same = (disqualifications.c.id == disqualification.id) & IN_FORCE
        change = update(disqualifications).where(same).values(lifted_at=at, lifted_by=by)
        if self._db.execute(change).rowcount == 0:
            raise Stale("it has been lifted")


@dataclass(frozen=True)
class Barred:
    """Reads who is disqualified in a case, for the agency they work at."""

    database: Engine
    vault: Vault

    def __call__(self, reader: Actor, case_id: str) -> Iterator[Disqualification]:
        """Yield those in force at the reader's agency, the newest first."""
        mine = (disqualifications.c.case_id == case_id) & IN_FORCE
        query = select(disqualifications).where(
            mine, disqualifications.c.agency == reader.agency,
            open_to(reader, disqualifications.c.case_id),
        )  # fmt: skip
        with self.database.connect() as connection:
            found = connection.execute(query.order_by(disqualifications.c.declared_at.desc()))
            rows = found.mappings().all()
        yield from (_opened(self.vault, row) for row in rows)


def _opened(vault: Vault, row: RowMapping) -> Disqualification:
    place = reason_in(row["case_id"], row["agency"], row["id"])
    try:
        reason = str(vault.open(place, row["reason"]))
    except Erased:
        reason = ""
    return Disqualification(**{**row, "reason": reason})
