"""What the pages of protected data read: what is masked in a form's answers, and the prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from engine.casebook.contacts import form_named
from engine.db.protection import SqlShelter, opened_permit
from engine.db.queries import Queries
from engine.db.tables import people, permits
from engine.errors import NotFound
from engine.model import Actor
from engine.secrecy.protected import UNMARKED, Permit, masked_keys


@dataclass(frozen=True)
class MaskedPage:
    """Which answers are masked, by their questions; not what they say."""

    case_id: str
    case_number: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class PermitLine:
    """A request to print, with names."""

    permit: Permit
    asked_by: str
    approved_by: str | None
    mine: bool


@dataclass(frozen=True)
class PrintPage:
    """What has been asked for and approved, the newest first."""

    case_id: str
    case_number: str
    usable: PermitLine | None
    """The reader's own permit, while it lasts."""
    mine: PermitLine | None
    """The reader's own request that waits for a colleague."""
    others: tuple[PermitLine, ...]
    """Requests of colleagues that the reader may approve."""


@dataclass(frozen=True)
class ProtectedFile:
    """Reads what is protected in a case, for one reader."""

    queries: Queries

    def masked(self, actor: Actor, case_id: str, what: str, id_: str) -> MaskedPage:
        """Return what is masked in one form's answers; NotFound if they are not the reader's."""
        with self.queries.database.connect() as connection:
            number = self.queries.number(connection, actor, case_id, "protected")
            shelter = SqlShelter(connection, self.queries.vault)
            held, marked = shelter.held(actor, case_id, what, id_), shelter.marked(case_id)
        known = form_named(held.form)
        form = known or self.queries.models.form(held.version, held.form)
        if form is None:
            raise NotFound(f"form {held.form}")
        keys = masked_keys(form, marked.code if marked else None) & held.answers.keys()
        questions = tuple(field.label for field in form.fields if field.key in keys)
        return MaskedPage(case_id, number, held.name or form.title, questions)

    def marking(self, actor: Actor, case_id: str) -> tuple[str, str]:
        """Return (case number, code): how a case of the reader's is marked."""
        with self.queries.database.connect() as connection:
            number = self.queries.number(connection, actor, case_id, "protected")
            marked = SqlShelter(connection, self.queries.vault).marked(case_id)
        return number, marked.code if marked else UNMARKED

    def prints(self, actor: Actor, case_id: str) -> PrintPage:
        """Return the requests to print of the reader's agency in a case."""
        now = self.queries.clock.now()
        with self.queries.database.connect() as connection:
            number = self.queries.number(connection, actor, case_id, "protected")
            lines = self._permits(connection, actor, case_id)
        usable = [line for line in lines if line.permit.allows(actor, now)]
        waiting = [line for line in lines if line.permit.waits(now)]
        return PrintPage(
            case_id, number, next(iter(usable), None),
            next((line for line in waiting if line.mine), None),
            tuple(line for line in waiting if not line.mine),
        )  # fmt: skip

    def _permits(self, connection: Connection, actor: Actor, case_id: str) -> Sequence[PermitLine]:
        mine = (permits.c.case_id == case_id) & (permits.c.agency == actor.agency)
        query = select(permits).where(mine).order_by(permits.c.asked_at.desc(), permits.c.id)
        rows = connection.execute(query.limit(50)).mappings().all()
        known = select(people.c.id, people.c.name).where(people.c.agency == actor.agency)
        names = {row.id: row.name for row in connection.execute(known)}
        opened = (opened_permit(self.queries.vault, row) for row in rows)
        return [
            PermitLine(
                each, names.get(each.asked_by, ""), names.get(each.approved_by or ""),
                each.asked_by == actor.id,
            )
            for each in opened
        ]  # fmt: skip
