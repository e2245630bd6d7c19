"""The verbs of erasing: propose it, and carry it out, which takes another person.

What is erased cannot be had back. So a key is destroyed only after the entry in the log and the
tombstone of the key are kept: if we are cut off in between, the tombstone destroys it later.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol
from uuid import uuid4

from engine import journal
from engine.deadlines import ZONE
from engine.errors import Conflict, InvalidAnswers, NotFound
from engine.model import Actor, Command, Event
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retention.due import Judged, judged
from engine.retention.holdings import DONE, DROPPED, LOG, Choice, Disposal, Erasure
from engine.retention.leading import leading, require_own, told
from engine.retention.rules import Rule, of_agency, of_log
from engine.retention.stopping import Stops
from engine.retry import retried
from engine.staff.conflicts import require_free

OWN = "Du kan inte godkänna ditt eget förslag. Be en kollega."
UNDERSTOOD = "Kryssa i att du vet att innehållet inte kan fås tillbaka"


class Rulebook(Protocol):
    """Where the rules are; see `engine.bpmn.models`."""

    def retention(self, version: str) -> Mapping[str, Rule]: ...  # noqa: D102


@dataclass(frozen=True)
class Retention:
    """What those who answer for an agency's archive do with what falls due."""

    store: Store
    models: Rulebook
    clock: Clock
    destroy: Callable[[str, str], None]
    """Destroys the key of an agency's part of a case."""

    @property
    def stops(self) -> Stops:
        """Return the verbs about what must not be erased."""
        return Stops(self.store, self.clock)

    @watched
    @retried
    def propose(
        self, actor: Actor, agency: str, case_ids: Collection[str], looked: bool = False,
        command_id: str | None = None,
    ) -> str:  # fmt: skip
        """Propose to erase one's agency's parts of these cases; return the id of the proposal.

        `looked` says that what the rules ask a person to look at has been. Raises NotAllowed,
        InvalidAnswers, or Conflict for a case that does not fall due.
        """
        require_own(actor, agency)
        command = Command.given(command_id, actor, "propose_erasing")
        with leading(self.store, actor) as unit:
            if done := unit.result_of(command):
                return done
            if not case_ids:
                raise InvalidAnswers({"arenden": "Välj minst ett ärende"})
            found, now = self._due(unit, actor, set(case_ids)), self.clock.now()
            if not looked and any(each.rule and each.rule.ask for each in found):
                raise InvalidAnswers({"provat": "Bekräfta att du har kontrollerat ärendena"})
            new = Disposal(str(uuid4()), agency, now, actor.id)
            unit.retention.propose(new, [_choice(each) for each in found])
            for each in found:
                unit.record([told("retention_proposed", actor, each.part.case_id, now)])
            unit.keep_command(command, now, new.id)
        return new.id

    @watched
    @retried
    def drop(self, actor: Actor, disposal_id: str) -> None:
        """Take a proposal back, one's own or a colleague's. Raises NotFound or NotAllowed."""
        with leading(self.store, actor) as unit:
            found, choices = self._waiting(unit, actor, disposal_id)
            now = self.clock.now()
            unit.retention.decide(_decided(found, DROPPED, actor, now))
            for each in choices:
                unit.record([told("retention_dropped", actor, each.case_id, now)])

    def carry_out(
        self, actor: Actor, disposal_id: str, understood: bool, command_id: str | None = None
    ) -> None:
        """Erase what a colleague has proposed. Then no copy of the database can be read either.

        Raises NotFound, NotAllowed, InvalidAnswers, or Conflict: for one's own proposal, or when a
        case does not fall due any more; then nothing is erased.
        """
        for case_id, agency in self._carry_out(actor, disposal_id, understood, command_id):
            self.destroy(case_id, agency)

    @watched
    @retried
    def _carry_out(
        self, actor: Actor, disposal_id: str, understood: bool, command_id: str | None
    ) -> list[tuple[str, str]]:
        command = Command.given(command_id, actor, "carry_out", disposal_id)
        with leading(self.store, actor) as unit:
            if unit.result_of(command):
                return []
            found, choices = self._waiting(unit, actor, disposal_id)
            if found.proposed_by == actor.id:
                raise Conflict(OWN)
            if not understood:
                raise InvalidAnswers({"forstatt": UNDERSTOOD})
            due, now = self._due(unit, actor, {c.case_id for c in choices}, disposal_id), self._now
            unit.retention.decide(_decided(found, DONE, actor, now))
            gone = [gone for each in due for gone in self._erase(unit, actor, each, found, now)]
            unit.keep_command(command, now, disposal_id)
        return gone

    def _erase(
        self, unit: Unit, actor: Actor, each: Judged, by: Disposal, now: datetime
    ) -> Iterator[tuple[str, str]]:
        """Keep that a part is erased, and the log's facts with the last part; yield the keys."""
        chosen = _choice(each)
        about = {"rule": chosen.rule, "law": chosen.law, "proposed_by": by.proposed_by}
        unit.record([told("retention_erased", actor, chosen.case_id, now, **about)])
        unit.retention.erase(
            Erasure(chosen.case_id, actor.agency, now, by.id, chosen.rule, chosen.law)
        )
        yield chosen.case_id, actor.agency
        whole = unit.retention.whole(chosen.case_id)
        log = judged(of_log(self._rules(unit)), whole) if whole else None
        if log and log.rule and log.falls_due(now.astimezone(ZONE).date()):
            unit.record([Event(chosen.case_id, journal.LOG_ERASED, now)])
            unit.retention.erase(
                Erasure(chosen.case_id, LOG, now, by.id, log.rule.id, log.rule.law)
            )
            yield chosen.case_id, LOG

    def _due(
        self, unit: Unit, actor: Actor, case_ids: set[str], but: str | None = None
    ) -> list[Judged]:
        """Return these parts, all of which fall due and are not stopped; else raise Conflict.

        Within the transaction: nobody can put a stop in between. `but` is the proposal they are in.
        """
        for case_id in case_ids:
            require_free(unit.staff.disqualifications, actor, case_id)
            unit.case(case_id)  # whoever else changes it waits
        rules = of_agency(self._rules(unit), actor.agency)
        parts = unit.retention.parts(actor.agency, case_ids, rules)
        if missing := case_ids - {part.case_id for part in parts}:
            raise NotFound(f"case {min(missing)}")
        elsewhere = frozenset() if but else unit.retention.proposed(actor.agency)
        found = [judged(rules, part) for part in parts]
        for each in found:
            where = each.part.case_id
            stopped = unit.retention.held(where, actor.agency) or where in elsewhere
            if stopped or not each.falls_due(self._today):
                raise Conflict(f"Ärende {each.part.number} kan inte gallras nu.")
        return found

    def _waiting(
        self, unit: Unit, actor: Actor, disposal_id: str
    ) -> tuple[Disposal, Iterable[Choice]]:
        found, choices = unit.retention.disposal(disposal_id)
        require_own(actor, found.agency)
        for each in choices:
            require_free(unit.staff.disqualifications, actor, each.case_id)
        return found, choices

    def _rules(self, unit: Unit) -> Mapping[str, Rule]:
        """Return the rules in force: the law's day counts, not the day the case was opened."""
        return self.models.retention(unit.current_version())

    @property
    def _now(self) -> datetime:
        return self.clock.now()

    @property
    def _today(self) -> date:
        return self._now.astimezone(ZONE).date()


def _choice(each: Judged) -> Choice:
    assert each.rule is not None  # noqa: S101  it has a day, so it has a rule
    assert each.day is not None  # noqa: S101
    return Choice(each.part.case_id, each.rule.id, each.rule.law, each.day)


def _decided(found: Disposal, state: str, actor: Actor, now: datetime) -> Disposal:
    return replace(found, state=state, decided_at=now, decided_by=actor.id)
