"""What the verbs of protection read and write: the port `engine.secrecy.protected.Shelter`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, insert, select, update

from engine.casebook.contacts import FORM, Contact
from engine.db import contacts, sealing
from engine.db.connection import upsert
from engine.db.tables import cases, disclosures, markings, permits, records
from engine.errors import Erased, NotFound, Stale
from engine.model import Actor
from engine.secrecy.protected import Held, Marked, Permit
from engine.secrecy.vault import Compartment, Vault

OWN, RECEIVED = "svar", "mottaget"
"""What can be masked, beside contacts: one's own answers, and what others have handed over."""


class SqlShelter:
    """The protected part of a case, inside one transaction."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._db, self._vault = connection, vault

    def marked(self, case_id: str) -> Marked | None:
        """Return how a case is marked, if it ever was."""
        row = self._db.execute(select(markings).where(markings.c.case_id == case_id)).mappings()
        found = row.first()
        return Marked(**found) if found else None

    def mark(self, marked: Marked) -> None:
        """Mark a case, in place of what it was before."""
        values = vars(marked)
        new = upsert(self._db, markings).values(values)
        changed = {name: value for name, value in values.items() if name != "case_id"}
        self._db.execute(new.on_conflict_do_update(index_elements=["case_id"], set_=changed))

    def held(self, actor: Actor, case_id: str, what: str, id_: str) -> Held:
        """Return answers of the actor's compartment, or raise NotFound."""
        if what == contacts.CONTACT:
            return _of_contact(contacts.Book(self._db, self._vault).newest(
                case_id, actor.agency, id_))  # fmt: skip
        if what not in (OWN, RECEIVED):
            raise NotFound(f"{what} of case {case_id}")
        table = records if what == OWN else disclosures
        row = self._db.execute(_query(table, actor, case_id).where(table.c.id == id_)).mappings()
        found = next(self._opened(row.all(), actor), None)
        if found is None:
            raise NotFound(f"{what} {id_}")
        return found

    def all_held(self, actor: Actor, case_id: str) -> Sequence[Held]:
        """Return all answers of the actor's compartment, the oldest first."""
        found: list[Held] = []
        for table in (records, disclosures):
            rows = self._db.execute(_query(table, actor, case_id)).mappings().all()
            found += self._opened(rows, actor)
        with suppress(Erased):
            kept = contacts.in_force(self._db, self._vault, case_id, actor.agency)
            found += [_of_contact(each) for each, _ in kept]
        return sorted(found, key=lambda held: held.at)

    def ask(self, permit: Permit) -> None:
        """Keep that somebody wants to print."""
        sealed = self._vault.seal(_place(permit.case_id, permit.agency, permit.id), permit.reason)
        self._db.execute(insert(permits).values({**vars(permit), "reason": sealed}))

    def permit(self, case_id: str, permit_id: str) -> Permit:
        """Return a request to print, or raise NotFound."""
        mine = (permits.c.id == permit_id) & (permits.c.case_id == case_id)
        row = self._db.execute(select(permits).where(mine)).mappings().first()
        if row is None:
            raise NotFound(f"permit {permit_id}")
        return opened_permit(self._vault, row)

    def may_print(self, actor: Actor, case_id: str, now: datetime) -> bool:
        """Say whether a colleague has approved a print by this person that may be made now."""
        p = permits.c
        mine = (p.case_id == case_id) & (p.agency == actor.agency) & (p.asked_by == actor.id)
        found = select(p.id).where(mine, p.approved_by.is_not(None), p.until > now).limit(1)
        return self._db.execute(found).first() is not None

    def approve(self, permit: Permit) -> None:
        """Keep a colleague's approval. Raises Stale if somebody else was first."""
        waiting = (permits.c.id == permit.id) & permits.c.approved_by.is_(None)
        values = {"approved_by": permit.approved_by, "until": permit.until}
        if self._db.execute(update(permits).where(waiting).values(values)).rowcount == 0:
            raise Stale(f"permit {permit.id} has changed")

    def _opened(self, rows: Sequence[RowMapping], actor: Actor) -> Iterator[Held]:
        """Open what can be opened: what is erased is not there any more."""
        for row in rows:
            own = "answers" in row
            place = (sealing.answers_in if own else sealing.received_in)(
                row["case_id"], actor.agency, row["id"]
            )
            try:
                answers = self._vault.open(place, row["answers" if own else "fields"])
            except Erased:
                continue
            name = None if own else row["name"]
            yield Held(
                row["case_id"], row["form"], row["version"], name, answers, row["at"],
                OWN if own else RECEIVED, row["id"],
            )  # fmt: skip


def _of_contact(contact: Contact) -> Held:
    return Held(contact.case_id, FORM.id, "", None, contact.answers, contact.at, contacts.CONTACT,
                contact.id)  # fmt: skip


def opened_permit(vault: Vault, row: RowMapping) -> Permit:
    """Return a request as it was made; without its reason once the compartment is erased."""
    values = dict(row)
    try:
        place = _place(values["case_id"], values["agency"], values["id"])
        values["reason"] = vault.open(place, values["reason"])
    except Erased:
        values["reason"] = ""
    return Permit(**values)


def _query(table: Table, actor: Actor, case_id: str) -> Select[Any]:
    owner = table.c.agency if table is records else table.c.receiver
    mine = (table.c.case_id == case_id) & (owner == actor.agency)
    joined = table.join(cases, cases.c.id == table.c.case_id)
    return select(table, cases.c.version).select_from(joined).where(mine)


def _place(case_id: str, agency: str, permit_id: str) -> Compartment:
    return Compartment(case_id, agency, f"utskrift {permit_id}")
