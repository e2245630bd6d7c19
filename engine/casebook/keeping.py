"""The verbs of what an agency keeps for itself in a case: its contacts and its errands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from engine.answers import Raw
from engine.casebook import contacts, errands
from engine.casebook.contacts import Contact
from engine.casebook.errands import Errand
from engine.casebook.participation import own_case, own_open_case
from engine.deadlines import ZONE
from engine.errors import Conflict, NotAllowed
from engine.model import Actor, Command, Event
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.staff.conflicts import require_free

CHANGED = "En kollega har ändrat kontakten sedan du öppnade den. Jämför och spara igen."


@dataclass(frozen=True)
class ContactRegister:
    """What can be done to the contacts of an agency in a case; also when the case is closed."""

    store: Store
    clock: Clock

    @watched
    @retried
    def add(self, actor: Actor, case_id: str, typed: Raw, command_id: str | None = None) -> None:
        """Add a contact. Raises NotFound, or InvalidAnswers."""
        now, command = self.clock.now(), Command.given(command_id, actor, "add_contact", case_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            own_case(unit, actor, case_id)
            answers = contacts.FORM.accept(typed, now.astimezone(ZONE).date()).data
            new = Contact(str(uuid4()), case_id, actor.agency, 1, answers, now, actor.id)
            unit.contacts.keep(new)
            unit.keep_command(command, now, new.id)
            unit.record([_told("contact_added", new)])

    @watched
    @retried
    def change(self, actor: Actor, case_id: str, contact_id: str, version: int, typed: Raw) -> None:
        """Keep a new version. Raises NotFound, InvalidAnswers, or Conflict if it has changed."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            own_case(unit, actor, case_id)
            before = unit.contacts.newest(case_id, actor.agency, contact_id)
            answers = contacts.FORM.accept(typed, now.astimezone(ZONE).date()).data
            if before.version != version:
                raise Conflict(CHANGED)
            marked = unit.protection.marked(case_id)
            code = marked.code if marked else None
            answers = contacts.kept_hidden(before.answers, answers, code)
            self._keep(unit, before, "contact_changed", actor, now, answers=answers)

    @watched
    @retried
    def remove(self, actor: Actor, case_id: str, contact_id: str) -> None:
        """Take a contact out of the register; its versions are kept. Raises NotFound."""
        with self.store.transaction() as unit:
            own_case(unit, actor, case_id)
            before = unit.contacts.newest(case_id, actor.agency, contact_id)
            self._keep(unit, before, "contact_removed", actor, self.clock.now(), removed=True)

    @staticmethod
    def _keep(
        unit: Unit, before: Contact, kind: str, actor: Actor, now: datetime, **change: object
    ) -> None:
        new = replace(before, version=before.version + 1, at=now, actor=actor.id, **change)  # type: ignore[arg-type]
        unit.contacts.keep(new)
        unit.record([_told(kind, new)])


@dataclass(frozen=True)
class Errands:
    """What can be done to the errands that an agency has set itself in a case."""

    store: Store
    clock: Clock

    @watched
    @retried
    def add(
        self, actor: Actor, case_id: str, typed: Raw, colleagues: errands.Colleagues,
        command_id: str | None = None,
    ) -> None:  # fmt: skip
        """Add an errand. Raises NotFound, Conflict for a closed case, or InvalidAnswers."""
        now, command = self.clock.now(), Command.given(command_id, actor, "add_errand", case_id)
        with self.store.transaction() as unit:
            if unit.result_of(command):
                return
            own_open_case(unit, actor, case_id)
            form = errands.form_for(colleagues)
            said = dict(form.accept(typed, now.astimezone(ZONE).date()).data)
            due_day, assignee = said.pop("klar_senast", None), said.pop("handlaggare", None)
            new = Errand(str(uuid4()), case_id, actor.agency, said, now, actor.id, due_day,
                         _colleague(unit, actor, case_id, assignee))  # fmt: skip
            unit.errands.add(new)
            unit.keep_command(command, now, new.id)
            unit.record([_noted("errand_added", new, actor, now, assignee=new.assignee)])

    @watched
    @retried
    def finish(self, actor: Actor, case_id: str, errand_id: str) -> None:
        """Mark an errand as done. Raises NotFound, or Conflict if it is done already."""

        def done(errand: Errand, now: datetime) -> Errand:
            if errand.done_at is not None:
                raise Conflict("Uppgiften är redan klar.")
            return replace(errand, done_at=now, done_by=actor.id)

        self._change(actor, case_id, errand_id, "errand_done", done)

    @watched
    @retried
    def reopen(self, actor: Actor, case_id: str, errand_id: str) -> None:
        """Mark an errand as not done after all. Raises NotFound, or Conflict if it is open."""

        def opened(errand: Errand, _: datetime) -> Errand:
            if errand.done_at is None:
                raise Conflict("Uppgiften är redan öppen.")
            return replace(errand, done_at=None, done_by=None)

        self._change(actor, case_id, errand_id, "errand_reopened", opened)

    @watched
    @retried
    def assign(self, actor: Actor, case_id: str, errand_id: str, colleague_id: str) -> None:
        """Give an errand to a colleague, "" for nobody. Raises NotFound or NotAllowed."""
        with self.store.transaction() as unit:
            own_case(unit, actor, case_id)
            before = unit.errands.one(case_id, actor.agency, errand_id)
            after = replace(before, assignee=_colleague(unit, actor, case_id, colleague_id or None))
            unit.errands.change(before, after)
            more = {"assignee": after.assignee}
            unit.record([_noted("errand_assigned", after, actor, self.clock.now(), **more)])

    def _change(
        self, actor: Actor, case_id: str, errand_id: str, kind: str,
        changed: Callable[[Errand, datetime], Errand],
    ) -> None:  # fmt: skip
        now = self.clock.now()
        with self.store.transaction() as unit:
            own_case(unit, actor, case_id)
            before = unit.errands.one(case_id, actor.agency, errand_id)
            after = changed(before, now)
            unit.errands.change(before, after)
            unit.record([_noted(kind, after, actor, now)])


def _colleague(unit: Unit, actor: Actor, case_id: str, person_id: str | None) -> str | None:
    """Return the id of a colleague.

    Raises NotAllowed for somebody at another agency, NotFound for one who is disqualified.
    """
    if person_id is None:
        return None
    colleague = unit.person(person_id)
    if colleague.agency != actor.agency:
        raise NotAllowed(f"{person_id} does not work at {actor.agency}")
    require_free(unit.staff.disqualifications, colleague, case_id)
    return person_id


def _told(kind: str, contact: Contact) -> Event:
    """Return the entry of a change in the register: that it was made, never what it says."""
    details = {"contact_id": contact.id, "version": contact.version}
    return Event(contact.case_id, kind, contact.at, contact.actor, contact.agency, None, details)


def _noted(kind: str, errand: Errand, actor: Actor, at: datetime, **more: str | None) -> Event:
    details: Mapping[str, str | None] = {"errand_id": errand.id, **more}
    return Event(errand.case_id, kind, at, actor.id, errand.agency, None, details)
