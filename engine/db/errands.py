"""Errands as rows: what a case page and a work list show of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from engine.casebook.errands import Errand
from engine.caseviews import ErrandLine
from engine.db.conflicts import open_to
from engine.db.tables import cases, errands, people
from engine.deadlines import end_of, in_words
from engine.errors import Erased, NotFound, Stale
from engine.model import Actor
from engine.secrecy.vault import Compartment, Vault

PAGE = 200
CHANGING = ("due_day", "assignee", "done_at", "done_by")
NEVER = "9999-12-31"
"""The last day of what has none: it comes last in every list, and in the index of lists."""


@dataclass(frozen=True)
class Book:
    """The errands inside a transaction; the port `engine.casebook.errands.ErrandBook`."""

    connection: Connection
    vault: Vault

    def add(self, errand: Errand) -> None:
        """Keep a new errand."""
        sealed = self.vault.seal(_place(vars(errand)), dict(errand.answers))
        self.connection.execute(insert(errands).values(_values(errand) | {"answers": sealed}))

    def one(self, case_id: str, agency: str, errand_id: str) -> Errand:
        """Return an errand. Raises NotFound for another agency's or another case's."""
        mine = (errands.c.case_id == case_id) & (errands.c.agency == agency)
        query = select(errands).where(errands.c.id == errand_id, mine)
        row = self.connection.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"errand {errand_id}")
        return opened(self.vault, row)

    def change(self, before: Errand, after: Errand) -> None:
        """Write who has it, by when, and whether it is done. Raises Stale if that has changed."""
        same = [errands.c[n].is_not_distinct_from(_values(before)[n]) for n in CHANGING]
        mine = update(errands).where(errands.c.id == before.id, *same)
        values = {name: _values(after)[name] for name in CHANGING}
        if self.connection.execute(mine.values(values)).rowcount == 0:
            raise Stale("the errand has changed meanwhile")


def of_case(
    connection: Connection, vault: Vault, case_id: str, agency: str
) -> Iterator[tuple[Errand, str | None]]:
    """Yield the errands of an agency in a case with who has each, the open ones first."""
    mine = (errands.c.case_id == case_id) & (errands.c.agency == agency)
    order = (errands.c.done_at.is_not(None), errands.c.due_day, errands.c.id)
    for row in connection.execute(_rows().where(mine).order_by(*order)).mappings():
        yield opened(vault, row), row["assignee_name"]


def open_of_agency(
    connection: Connection, vault: Vault, actor: Actor, now: datetime, *, mine: bool = False
) -> Iterator[ErrandLine]:
    """Yield every open errand of an agency, for its list of work.

    The most urgent first; with `mine` those that the actor has.
    """
    mine_to_know = (errands.c.agency == actor.agency) & open_to(actor, errands.c.case_id)
    query = _rows().where(mine_to_know, errands.c.done_at.is_(None))
    if mine:
        query = query.where(errands.c.assignee == actor.id)
    order = (errands.c.due_day, errands.c.id)
    for row in connection.execute(query.order_by(*order).limit(PAGE)).mappings():
        errand = opened(vault, row)
        yield line(errand, row["number"], row["assignee_name"], actor, now)


def line(
    errand: Errand, number: str, assignee_name: str | None, actor: Actor, now: datetime
) -> ErrandLine:
    """Return an errand as pages show it to a colleague."""
    due = end_of(date.fromisoformat(errand.due_day)) if errand.due_day else None
    late = due is not None and due <= now and errand.done_at is None
    said = errand.answers
    return ErrandLine(
        errand, number, said["rubrik"], said.get("beskrivning", ""), assignee_name,
        errand.assignee == actor.id, in_words(now, due) if due else "", late,
    )  # fmt: skip


def opened(vault: Vault, row: RowMapping) -> Errand:
    """Return the errand of a row; once its compartment is erased it says so."""
    try:
        answers = vault.open(_place(row), row["answers"])
    except Erased:
        answers = {"rubrik": "Innehållet är gallrat"}
    names = [field.name for field in fields(Errand) if field.name not in {"answers", "due_day"}]
    due_day = None if row["due_day"] == NEVER else row["due_day"]
    return Errand(answers=answers, due_day=due_day, **{name: row[name] for name in names})


def _values(errand: Errand) -> dict[str, Any]:
    return vars(errand) | {"due_day": errand.due_day or NEVER}


def _place(row: Mapping[str, Any] | RowMapping) -> Compartment:
    return Compartment(row["case_id"], row["agency"], f"egen uppgift {row['id']}")


def _rows() -> Select[Any]:
    joined = errands.join(cases, cases.c.id == errands.c.case_id)
    named = joined.join(people, people.c.id == errands.c.assignee, isouter=True)
    return select(errands, cases.c.number, people.c.name.label("assignee_name")).select_from(named)
