"""The verbs of a party's extract: one person chooses, another approves, then it is taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from engine.access import require_reads_protected
from engine.casebook.protection import Protection, sheet_of
from engine.errors import Conflict, NotFound
from engine.model import Actor, Event
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.secrecy.extracts import WHY, Choice, Extract, chosen
from engine.secrecy.protected import Held, Sheet

OWN = "Du kan inte godkänna ditt eget utdrag. Be en kollega."
TAKEN = "Utdraget är redan godkänt."


@dataclass(frozen=True)
class Left:
    """A record that is left out: its place among all, why, and what is told instead."""

    number: int
    why: str
    instead: str


@dataclass(frozen=True)
class Taken:
    """An extract as it is handed to the party."""

    sheets: tuple[Sheet, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True)
class Extracts:
    """What a person can do about a party's extract of a case."""

    store: Store
    protection: Protection
    clock: Clock

    @watched
    @retried
    def propose(self, actor: Actor, case_id: str, typed: Mapping[str, str]) -> str:
        """Keep what was chosen of each record, and return the id of the extract.

        Raises NotFound or NotAllowed (as for one without the role that reads protected data),
        InvalidAnswers unless each record is decided, or Conflict when the file is another by now.
        """
        require_reads_protected(actor)
        now = self.clock.now()
        with self.protection.part_of(actor, case_id) as unit:
            choices = chosen([held.key for held, _ in self._records(unit, actor, case_id)], typed)
            made = Extract(str(uuid4()), case_id, actor.agency, actor.id, now, choices)
            unit.extracts.keep(made)
            left = sum(not each.give for each in choices.values())
            unit.record([self._told("extract_proposed", actor, made, left=left)])
        return made.id

    @watched
    @retried
    def approve(self, actor: Actor, case_id: str, extract_id: str) -> None:
        """Approve a colleague's choice. Raises NotFound, or Conflict for one's own."""
        require_reads_protected(actor)
        with self.protection.part_of(actor, case_id) as unit:
            extract = self._mine(unit, actor, case_id, extract_id)
            if extract.approved_by is not None:
                raise Conflict(TAKEN)
            if not extract.may_approve(actor):
                raise Conflict(OWN)
            now = self.clock.now()
            unit.extracts.approve(replace(extract, approved_by=actor.id, approved_at=now))
            unit.record([self._told("extract_approved", actor, extract)])

    @watched
    @retried
    def hand_out(self, actor: Actor, case_id: str, extract_id: str) -> Taken:
        """Return an approved extract in clear; NotFound without an approval.

        Of what is left out there is only that it is, why, and what is told instead: its name, too,
        may tell something.
        """
        require_reads_protected(actor)
        with self.protection.part_of(actor, case_id) as unit:
            extract = self._mine(unit, actor, case_id, extract_id)
            if extract.approved_by is None:
                raise NotFound(f"extract {extract_id}")
            unit.record([self._told("extract_given", actor, extract)])
            records = self._records(unit, actor, case_id)
        sheets = {held.key: sheet for held, sheet in records}
        decided = list(extract.choices.items())
        given = tuple(sheets[key] for key, choice in decided if choice.give and key in sheets)
        return Taken(given, tuple(_left(decided)))

    def records(self, held: Sequence[Held]) -> tuple[tuple[Held, Sheet], ...]:
        """Return what can be in an extract: answers of known forms, with their words."""
        forms = ((each, self.protection.named(each)) for each in held)
        return tuple((e, sheet_of(e, form, e.answers.keys())) for e, form in forms if form)

    def _records(self, unit: Unit, actor: Actor, case_id: str) -> tuple[tuple[Held, Sheet], ...]:
        return self.records(unit.protection.all_held(actor, case_id))

    def _mine(self, unit: Unit, actor: Actor, case_id: str, extract_id: str) -> Extract:
        extract = unit.extracts.one(case_id, extract_id)
        if extract.agency != actor.agency:
            raise NotFound(f"extract {extract_id}")
        return extract

    def _told(self, kind: str, actor: Actor, extract: Extract, **more: int) -> Event:
        details = {"extract": extract.id, **more}
        return Event(extract.case_id, kind, self.clock.now(), actor.id, actor.agency,
                     details=details)  # fmt: skip


def _left(decided: Sequence[tuple[str, Choice]]) -> list[Left]:
    return [Left(number, WHY[choice.why], choice.instead)
            for number, (_, choice) in enumerate(decided, 1) if not choice.give]  # fmt: skip
