"""The verbs of publishing with four eyes, each one transaction; all of it is kept for good.

Running cases stay on the version they began with; `after` is told of each publication, so that
others may offer to move them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from engine.access import owns_processes, require_process_owner
from engine.bpmn.definitions import read_process_set, version_of
from engine.errors import Conflict, InvalidAnswers, ModelError, NotAllowed, NotFound
from engine.model import Actor, Command
from engine.modelling.checking import Check
from engine.modelling.draft import OPEN, PROPOSED
from engine.modelling.drafts import CLOSED
from engine.modelling.effect import (
    BEHIND,
    IS_LIVE,
    RETIRED,
    agencies_of,
    close,
    event_of,
    retired,
    take_effect,
)
from engine.modelling.proposal import (
    APPROVED,
    DONE,
    PUBLISH,
    REJECTED,
    RETIRE,
    ROLLBACK,
    STANDS,
    WITHDRAWN,
    Proposal,
    PublicationShelf,
    approvals,
    capacity_of,
    deciders,
)
from engine.modelling.versions import Difference
from engine.ports import Clock, Store, Unit
from engine.refusals import watched
from engine.retry import retried
from engine.texts import clean

REASON_MISSING = "Skriv varför"
PAST = "Välj en tidpunkt som inte har varit"
NOTHING = "Utkastet ändrar ingenting."
LIVE_NOW = "Versionen gäller redan."
SETTLED = "Förslaget är redan avgjort."


@dataclass(frozen=True)
class Publishing:
    """How a change comes into force."""

    store: Store
    clock: Clock
    shelf: PublicationShelf
    check: Check
    after: Callable[[Proposal], None] = lambda _: None
    """Told of each publication, once it is committed."""

    @watched
    @retried
    def propose(
        self, actor: Actor, draft_id: str, reason: str, effective_at: datetime | None = None,
        command_id: str | None = None,
    ) -> Proposal:  # fmt: skip
        """Submit a draft for approval; nobody can change it meanwhile.

        Raises ModelError while anything is wrong with it, Conflict if it changes nothing or
        something else has become live, InvalidAnswers without a reason or for a time gone by.
        """
        require_process_owner(actor)
        now, command = self.clock.now(), Command.given(command_id, actor, "propose", draft_id)
        reason = _reasoned(reason, effective_at, now)
        with self.store.transaction() as unit:
            if known := unit.result_of(command):
                return unit.publications.proposal(known)
            draft, live = unit.modeldrafts.locked(draft_id), unit.current_version()
            if draft.state != OPEN:
                raise Conflict(CLOSED[draft.state])
            if draft.base != live:
                raise Conflict(BEHIND)
            base = unit.modeldrafts.base_files(live)
            files = draft.files(base)
            if version_of(files) == live:
                raise Conflict(NOTHING)
            new = Proposal(str(uuid4()), PUBLISH, draft_id, version_of(files), live, reason,
                           actor.id, now, effective_at, needs=self._needs(base, files))  # fmt: skip
            unit.modeldrafts.move(draft, PROPOSED)
            _submit(unit, new)
            unit.keep_command(command, now, new.id)
        return new

    @watched
    @retried
    def propose_version(
        self, actor: Actor, version: str, kind: str, reason: str,
        effective_at: datetime | None = None, command_id: str | None = None,
    ) -> Proposal:  # fmt: skip
        """Propose that an earlier version applies again, or is retired: never published again.

        Raises as `propose`, and NotFound.
        """
        require_process_owner(actor)
        now, command = self.clock.now(), Command.given(command_id, actor, kind, version[:36])
        reason = _reasoned(reason, effective_at, now)
        with self.store.transaction() as unit:
            if known := unit.result_of(command):
                return unit.publications.proposal(known)
            live, files = unit.current_version(), unit.modeldrafts.base_files(version)
            if version == live:
                raise Conflict(IS_LIVE if kind == RETIRE else LIVE_NOW)
            if version in retired(unit):
                raise Conflict(RETIRED)
            needs = () if kind == RETIRE else self._needs(unit.modeldrafts.base_files(live), files)
            new = Proposal(str(uuid4()), RETIRE if kind == RETIRE else ROLLBACK, None, version,
                           live, reason, actor.id, now, effective_at, needs=needs)  # fmt: skip
            _submit(unit, new)
            unit.keep_command(command, now, new.id)
        return new

    def approve(self, actor: Actor, proposal_id: str, comment: str = "") -> Proposal:
        """Approve as a second process owner, or for one's agency; the last one puts it in force.

        Raises NotFound, NotAllowed for the proposer and whoever is not concerned, or Conflict.
        """
        proposal = self._approve(actor, proposal_id, comment)
        if proposal.state == DONE:
            self.after(proposal)
        return proposal

    @watched
    @retried
    def _approve(self, actor: Actor, proposal_id: str, comment: str) -> Proposal:
        now = self.clock.now()
        with self.store.transaction() as unit:
            proposal, capacity = self._deciding(unit, actor, proposal_id)
            unit.publications.note(event_of(proposal, "approved", actor.id, now, clean(comment),
                                          capacity))  # fmt: skip
            done = approvals(unit.publications.events(proposal_id))
            if set(proposal.capacities) - set(done):
                return proposal
            unit.publications.settle(proposal, APPROVED)
            proposal = replace(proposal, state=APPROVED)
            if proposal.effective_at is None or proposal.effective_at <= now:
                return take_effect(unit, proposal, now, self.check)
        return proposal

    @watched
    @retried
    def reject(self, actor: Actor, proposal_id: str, reason: str) -> None:
        """Say no, with a reason; the draft can be changed again. Raises as `approve`."""
        now = self.clock.now()
        with self.store.transaction() as unit:
            proposal, capacity = self._deciding(unit, actor, proposal_id)
            reason = _reasoned(reason, None, now)
            close(unit, proposal, REJECTED, event_of(proposal, REJECTED, actor.id, now, reason,
                                                    capacity))  # fmt: skip

    @watched
    @retried
    def withdraw(self, actor: Actor, proposal_id: str, reason: str = "") -> None:
        """Take a proposal back before it takes effect; any process owner may."""
        require_process_owner(actor)
        now = self.clock.now()
        with self.store.transaction() as unit:
            proposal = _standing(unit, proposal_id)
            close(unit, proposal, WITHDRAWN,
                   event_of(proposal, WITHDRAWN, actor.id, now, clean(reason)))  # fmt: skip

    def publish_due(self) -> int:
        """Put in force what is approved and whose time has come; return how many."""
        with self.shelf.reading() as book:
            waiting = book.proposals((APPROVED,))
        due = [each.id for each in waiting
               if each.effective_at is None or each.effective_at <= self.clock.now()]  # fmt: skip
        done = [self._publish_one(each) for each in reversed(due)]
        for proposal in done:
            if proposal and proposal.state == DONE:
                self.after(proposal)
        return sum(1 for each in done if each and each.state == DONE)

    @retried
    def _publish_one(self, proposal_id: str) -> Proposal | None:
        with self.store.transaction() as unit:
            proposal = unit.publications.proposal(proposal_id)
            if proposal.state != APPROVED:
                return None
            return take_effect(unit, proposal, self.clock.now(), self.check)

    def _needs(self, base: Mapping[str, str], files: Mapping[str, str]) -> tuple[str, ...]:
        """Return the agencies whose tasks, access or deadlines a change concerns."""
        if found := self.check(files):
            raise ModelError(found)
        return Difference.between(read_process_set(base), read_process_set(files)).agencies

    def _deciding(self, unit: Unit, actor: Actor, proposal_id: str) -> tuple[Proposal, str]:
        proposal = unit.publications.proposal(proposal_id)
        done = approvals(unit.publications.events(proposal_id))
        agencies = agencies_of(unit, proposal)
        may_know = owns_processes(actor) or capacity_of(
            actor, replace(proposal, proposer=""), {}, agencies
        )
        if not may_know:
            raise NotFound(f"{proposal_id[:36]} is not a proposal")
        if proposal.state not in STANDS:
            raise Conflict(SETTLED)
        capacity = capacity_of(actor, proposal, done, agencies)
        if capacity is None:
            raise NotAllowed(f"{actor.id} may not decide on proposal {proposal_id[:36]}")
        return proposal, capacity


def _submit(unit: Unit, proposal: Proposal) -> None:
    unit.publications.propose(proposal)
    said = event_of(proposal, "proposed", proposal.proposer, proposal.at, proposal.reason)
    unit.publications.note(said)
    asked = deciders(unit.publications.people(), proposal, agencies_of(unit, proposal))
    unit.publications.tell(asked, "proposal", proposal.at)


def _standing(unit: Unit, proposal_id: str) -> Proposal:
    proposal = unit.publications.proposal(proposal_id)
    if proposal.state not in STANDS:
        raise Conflict(SETTLED)
    return proposal


def _reasoned(reason: str, effective_at: datetime | None, now: datetime) -> str:
    problems = {} if (reason := clean(reason)) else {"skal": REASON_MISSING}
    if effective_at is not None and effective_at < now:
        problems["dag"] = PAST
    if problems:
        raise InvalidAnswers(problems)
    return reason
