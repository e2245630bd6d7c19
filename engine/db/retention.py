"""Stops, proposals and tombstones of keys, inside a transaction: `engine.retention.holdings`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from engine.db import parts
from engine.db.connection import upsert
from engine.db.tables import (
    analysed,
    cases,
    chosen,
    disposals,
    erasures,
    events,
    figures,
    holds,
    instances,
    messages,
    participants,
)  # fmt: skip
from engine.errors import Erased, NotFound, Stale
from engine.retention.due import Part
from engine.retention.holdings import LOG, WAITS, Choice, Disposal, Erasure, Hold
from engine.retention.rules import Rule
from engine.secrecy.vault import Compartment, Vault

IN_FORCE = holds.c.lifted_at.is_(None)


class SqlRetention:
    """The port `engine.retention.holdings.RetentionBook`."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._db, self._vault = connection, vault

    def own_case(self, agency: str, number: str) -> str:
        """Return the id of a case in which the agency still has something, or raise NotFound."""
        gone = (erasures.c.case_id == cases.c.id) & (erasures.c.agency == agency)
        query = select(cases.c.id).where(
            cases.c.number == number, participants.c.case_id == cases.c.id,
            participants.c.agency == agency, ~select(erasures).where(gone).exists(),
        )  # fmt: skip
        found = self._db.execute(query).scalar()
        if found is None:
            raise NotFound(f"case {number}")
        return str(found)

    def parts(
        self, agency: str, case_ids: Collection[str], rules: Iterable[Rule]
    ) -> Sequence[Part]:
        """Return the agency's parts of these cases, those that are closed and not erased."""
        query = parts.closed(agency).where(cases.c.id.in_(case_ids))
        return list(parts.parts(self._db, self._vault, agency, rules, query))

    def whole(self, case_id: str) -> Part | None:
        """Return a case as the rules for its log ask; None while any agency has its part of it."""
        return parts.whole(self._db, case_id)

    def held(self, case_id: str, agency: str) -> Hold | None:
        """Return the stop in force, if there is one."""
        mine = (holds.c.case_id == case_id) & (holds.c.agency == agency) & IN_FORCE
        row = self._db.execute(select(holds).where(mine)).mappings().first()
        return opened_hold(self._vault, row) if row else None

    def hold(self, hold: Hold) -> None:
        """Keep a stop. Raises Stale if there is one already."""
        sealed = self._vault.seal(_place(hold.case_id, hold.agency, hold.id), hold.reason)
        try:
            self._db.execute(insert(holds).values({**vars(hold), "reason": sealed}))
        except IntegrityError as error:
            raise Stale("the case has just been stopped") from error

    def hold_named(self, hold_id: str) -> Hold:
        """Return a stop in force, or raise NotFound."""
        query = select(holds).where(holds.c.id == hold_id, IN_FORCE)
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"hold {hold_id}")
        return opened_hold(self._vault, row)

    def lift(self, hold: Hold, at: datetime, by: str) -> None:
        """End a stop. Raises Stale if somebody has."""
        mine = (holds.c.id == hold.id) & IN_FORCE
        self._changed(update(holds).where(mine).values(lifted_at=at, lifted_by=by))

    def proposed(self, agency: str) -> frozenset[str]:
        """Return the cases that are in a proposal which waits."""
        mine = (disposals.c.agency == agency) & (disposals.c.state == WAITS)
        joined = chosen.join(disposals, disposals.c.id == chosen.c.disposal_id)
        return frozenset(self._db.scalars(select(chosen.c.case_id).select_from(joined).where(mine)))

    def propose(self, disposal: Disposal, choices: Sequence[Choice]) -> None:
        """Keep a proposal."""
        self._db.execute(insert(disposals).values(vars(disposal)))
        rows = [{"disposal_id": disposal.id, **vars(each)} for each in choices]
        self._db.execute(insert(chosen), rows)

    def disposal(self, disposal_id: str) -> tuple[Disposal, Sequence[Choice]]:
        """Return a proposal that waits, or raise NotFound."""
        query = select(disposals).where(disposals.c.id == disposal_id, disposals.c.state == WAITS)
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"disposal {disposal_id}")
        mine = select(chosen).where(chosen.c.disposal_id == disposal_id).order_by(chosen.c.case_id)
        return Disposal(**row), [choice(each) for each in self._db.execute(mine).mappings()]

    def decide(self, disposal: Disposal) -> None:
        """Keep what became of a proposal. Raises Stale if somebody was first."""
        mine = (disposals.c.id == disposal.id) & (disposals.c.state == WAITS)
        self._changed(update(disposals).where(mine).values(vars(disposal)))

    def erase(self, erasure: Erasure) -> None:
        """Keep that a key is to be destroyed; with the log's also empty what is not sealed.

        Routing variables lie open in the rows of instances and messages: they go with the log.
        """
        self._db.execute(upsert(self._db, erasures).values(vars(erasure)).on_conflict_do_nothing())
        if erasure.agency == LOG:
            self._empty(erasure.case_id)

    def _empty(self, case_id: str) -> None:
        """Empty the rows of a case, and let nobody hold it against its log or count it again."""
        last = select(func.max(events.c.sequence)).where(events.c.case_id == case_id)
        end, empty = last.scalar_subquery(), {"variables": {}, "state": "", "rounds": {}}
        mine: tuple[tuple[Table, dict[str, Any]], ...] = (
            (instances, {**empty, "waiting": []}), (messages, {"payload": {}}),
            (figures, {"sequence": end}), (analysed, {"sequence": end, "counted": b""}),
        )  # fmt: skip
        for table, values in mine:
            self._db.execute(update(table).where(table.c.case_id == case_id).values(values))
        this = update(cases).where(cases.c.id == case_id)
        self._db.execute(this.values(checked_sequence=end))

    def _changed(self, change: Any) -> None:
        if self._db.execute(change).rowcount == 0:
            raise Stale("somebody was here first")


def tombstones(database: Engine) -> list[tuple[str, str]]:
    """Return (case, agency) of every key that must not be used again."""
    with database.connect() as connection:
        found = connection.execute(select(erasures.c.case_id, erasures.c.agency))
        return [(row.case_id, row.agency) for row in found]


def choice(row: RowMapping) -> Choice:
    """Return a case of a proposal, of a row that has at least its columns."""
    return Choice(row["case_id"], row["rule"], row["law"], row["day"])


def opened_hold(vault: Vault, row: RowMapping) -> Hold:
    """Return a stop; without its reason once the agency's part is erased."""
    values = {column.name: row[column.name] for column in holds.c}
    try:
        reason = vault.open(_place(row["case_id"], row["agency"], row["id"]), row["reason"])
    except Erased:
        reason = ""
    return Hold(**{**values, "reason": reason})


def _place(case_id: str, agency: str, hold_id: str) -> Compartment:
    return Compartment(case_id, agency, f"stopp {hold_id}")
