"""Notices as rows, written in the transaction of what they tell of, and e-mail on its way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_OID, uuid4, uuid5

from sqlalchemy import Connection, select

from engine.db.conflicts import barred_from
from engine.db.connection import upsert
from engine.db.substitutions import in_force
from engine.db.tables import (
    mailboxes,
    mails,
    notices,
    open_tasks,
    substitutions,
)
from engine.deadlines import ZONE
from engine.model import Event
from engine.staff.notices import Heard, heard


def tell(connection: Connection, entries: Iterable[Event]) -> None:
    """Keep notices of what was just logged, and e-mail on its way, in the same transaction."""
    for each in heard(entries):
        add(connection, [_row(person, each) for person in _receivers(connection, each)])


def add(connection: Connection, new: Sequence[Mapping[str, Any]]) -> None:
    """Keep notices, each id once, with an e-mail for those who want one."""
    if not new:
        return
    once = upsert(connection, notices).on_conflict_do_nothing(index_elements=["id"])
    connection.execute(once, list(new))
    asked = mailboxes.c.person.in_([row["person"] for row in new]) & mailboxes.c.wanted
    wanting = set(connection.scalars(select(mailboxes.c.person).where(asked)))
    if sent := [{"id": r["id"], "next_at": r["at"]} for r in new if r["person"] in wanting]:
        letters = upsert(connection, mails).on_conflict_do_nothing(index_elements=["id"])
        connection.execute(letters, sent)


def _receivers(connection: Connection, each: Heard) -> set[str]:
    """Return who is to be told: holders, and who stands in for them today; none with jäv."""
    told = {each.person} if each.person else _holders(connection, each)
    day = each.event.at.astimezone(ZONE).date()
    query = select(substitutions.c.substitute).where(
        substitutions.c.absent.in_(told), in_force(day)
    )
    told |= set(connection.scalars(query)) if told else set()
    if not told:
        return set()
    barred = set(connection.scalars(barred_from(each.event.case_id)))
    return told - barred - {each.event.actor or ""}


def _holders(connection: Connection, each: Heard) -> set[str]:
    """Return who holds the task, or any task that the entry's agency has in the case."""
    holder = select(open_tasks.c.assignee).where(open_tasks.c.assignee.is_not(None))
    if each.task_id:
        return set(connection.scalars(holder.where(open_tasks.c.id == each.task_id)))
    mine = (open_tasks.c.case_id == each.event.case_id) & (open_tasks.c.agency == each.event.agency)
    return set(connection.scalars(holder.where(mine)))


def _row(person: str, each: Heard) -> dict[str, Any]:
    return {"id": str(uuid4()), "person": person, "kind": each.kind, "at": each.event.at,
            "case_id": each.event.case_id, "task_id": each.task_id}  # fmt: skip


def begins(substitution_id: str, substitute: str, now: datetime) -> dict[str, Any]:
    """Return the notice that a substitution begins; made twice, it is the same."""
    key = uuid5(NAMESPACE_OID, f"substitute {substitution_id}")
    return {"id": str(key), "person": substitute, "kind": "substitute", "at": now,
            "case_id": None, "task_id": None}  # fmt: skip
