"""The verbs of protected personal data. Each is one transaction; what is seen is logged with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from engine.access import require_reads_protected
from engine.casebook.contacts import form_named
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound
from engine.forms import Form
from engine.model import Actor, Event, Record
from engine.ports import Clock, Models, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.secrecy.marking import mark
from engine.secrecy.protected import (
    LASTS,
    LONGEST_REASON,
    MARKINGS,
    REASONS,
    UNMARKED,
    Held,
    Permit,
    Sheet,
    masked_keys,
)
from engine.staff.conflicts import require_free
from engine.texts import clean_line

ONLY_MARKER = "Bara den aktör som satte skyddsmarkeringen kan ta bort den"
OWN = "Du kan inte godkänna din egen begäran. Be en kollega."


@dataclass(frozen=True)
class Protection:
    """What a person can do about what is protected in a case of theirs."""

    store: Store
    models: Models
    clock: Clock

    @watched
    @retried
    def mark(self, actor: Actor, case_id: str, code: str) -> None:
        """Mark a case as protected, or lift it. Raises NotFound, NotAllowed or InvalidAnswers."""
        if code not in MARKINGS and code != UNMARKED:
            raise InvalidAnswers({"markering": "Välj en skyddsmarkering"})
        with self.part_of(actor, case_id) as unit:
            before = unit.protection.marked(case_id)
            if code == UNMARKED and before and before.agency != actor.agency:
                raise InvalidAnswers({"markering": ONLY_MARKER})
            unit.record([mark(unit, case_id, code, actor, self.clock.now())])

    @watched
    @retried
    def reveal(
        self, actor: Actor, case_id: str, what: str, id_: str, reason: str, note: str = ""
    ) -> Sheet:
        """Return what is masked in one form's answers, for this one time.

        The log is told which answers and why, by code; never what they say. Words of one's own
        are sealed. Raises NotFound, NotAllowed (as for one without the role that reads protected
        data), or InvalidAnswers without a reason.
        """
        require_reads_protected(actor)
        why = _reason(reason, note)
        with self.part_of(actor, case_id) as unit:
            held = unit.protection.held(actor, case_id, what, id_)
            form, marked = self._form(held), unit.protection.marked(case_id)
            keys = masked_keys(form, marked.code if marked else None) & held.answers.keys()
            now = self.clock.now()
            details = {"name": held.name or form.title, "reason": reason, "fields": sorted(keys)}
            unit.record([_told("revealed", actor, case_id, now, **details)])
            if why:
                unit.keep_record(_words(case_id, actor, why, now))
            return sheet_of(held, form, keys)

    @watched
    @retried
    def ask_to_print(self, actor: Actor, case_id: str, reason: str) -> None:
        """Ask a colleague to approve a print. Raises NotFound, NotAllowed or InvalidAnswers."""
        require_reads_protected(actor)
        why = _words_of(reason, "skal", "Ange varför du behöver skriva ut")
        with self.part_of(actor, case_id) as unit:
            now = self.clock.now()
            permit = Permit(str(uuid4()), case_id, actor.agency, actor.id, now, why)
            unit.protection.ask(permit)
            unit.record([_told("print_asked", actor, case_id, now, permit=permit.id)])

    @watched
    @retried
    def approve_print(self, actor: Actor, case_id: str, permit_id: str) -> None:
        """Approve a colleague's print; it may be made for a short while from now.

        Raises NotFound for another agency's or an old request, Conflict for one's own.
        """
        with self.part_of(actor, case_id) as unit:
            permit, now = unit.protection.permit(case_id, permit_id), self.clock.now()
            if permit.agency != actor.agency or not permit.waits(now):
                raise NotFound(f"permit {permit_id}")
            if permit.asked_by == actor.id:
                raise Conflict(OWN)
            unit.protection.approve(replace(permit, approved_by=actor.id, until=now + LASTS))
            unit.record([_told("print_approved", actor, case_id, now, permit=permit.id)])

    @watched
    @retried
    def print_out(
        self, actor: Actor, case_id: str, permit_id: str, form: str = ""
    ) -> tuple[Sheet, ...]:
        """Return all that the reader's compartment holds, in clear; NotFound without a permit.

        `form` is the kind of file it is taken out as, which the log is told.
        """
        require_reads_protected(actor)
        with self.part_of(actor, case_id) as unit:
            permit, now = unit.protection.permit(case_id, permit_id), self.clock.now()
            if not permit.allows(actor, now):
                raise NotFound(f"permit {permit_id}")
            as_file = {"form": form} if form else {}
            unit.record([_told("printed", actor, case_id, now, permit=permit.id, **as_file)])
            held = unit.protection.all_held(actor, case_id)
        forms = ((each, self.named(each)) for each in held)
        return tuple(sheet_of(each, form, each.answers.keys()) for each, form in forms if form)

    @contextmanager
    def part_of(self, actor: Actor, case_id: str) -> Iterator[Unit]:
        """Open a transaction in a case that the actor's agency takes part in."""
        with self.store.transaction() as unit:
            if not unit.participates(case_id, actor.agency):
                raise NotAllowed(f"{actor.agency} takes no part in case {case_id}")
            require_free(unit.staff.disqualifications, actor, case_id)
            yield unit

    def named(self, held: Held) -> Form | None:
        """Return the form of answers, if they are of one."""
        return form_named(held.form) or self.models.form(held.version, held.form)

    def _form(self, held: Held) -> Form:
        form = self.named(held)
        if form is None:
            raise NotFound(f"form {held.form}")
        return form


def sheet_of(held: Held, form: Form, keys: Collection[str]) -> Sheet:
    """Return some of a form's answers in words."""
    chosen = {key: value for key, value in held.answers.items() if key in keys}
    return Sheet(held.name or form.title, held.at, tuple(form.shown(chosen)))


def _reason(code: str, note: str) -> str:
    """Return the words of one's own, which "something else" needs; InvalidAnswers if wrong."""
    if code not in REASONS:
        raise InvalidAnswers({"skal": "Välj varför du behöver se uppgifterna"})
    if code != "annat":
        return ""
    return _words_of(note, "not", "Ange varför du behöver se uppgifterna")


def _words_of(text: str, key: str, missing: str) -> str:
    words = clean_line(text)
    if not words:
        raise InvalidAnswers({key: missing})
    if len(words) > LONGEST_REASON:
        said = f"Skälet får ha högst {LONGEST_REASON} tecken, nu är det {len(words)}"
        raise InvalidAnswers({key: said})
    return words


def _words(case_id: str, actor: Actor, why: str, now: datetime) -> Record:
    return Record(str(uuid4()), case_id, str(uuid4()), actor.agency, "visning", {"skal": why},
                  now, actor.id)  # fmt: skip


def _told(kind: str, actor: Actor, case_id: str, now: datetime, **details: object) -> Event:
    return Event(case_id, kind, now, actor.id, actor.agency, details=details)
