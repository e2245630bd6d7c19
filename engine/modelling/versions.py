"""What pages show of versions and proposals: who, when, why, what differs, and who decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from engine.access import owns_processes, require_process_owner
from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.drawing.svg import render
from engine.errors import NotFound
from engine.model import Actor
from engine.modelling.diff import Comparison, compare
from engine.modelling.diff.names import Names
from engine.modelling.draft import DraftShelf
from engine.modelling.proposal import (
    DONE,
    STANDS,
    Proposal,
    PublicationEvent,
    PublicationShelf,
    approvals,
    capacity_of,
    decides_for,
)
from engine.modelling.readers import Altered, altered
from engine.ports import Clock, Store
from engine.refusals import watched

OLD, NEW = "fore", "efter"
"""The two drawings of a difference, by the word in an address."""


@dataclass(frozen=True)
class Difference:
    """Two sets with what differs, and how it is drawn."""

    before: ProcessSet = field(repr=False)
    after: ProcessSet = field(repr=False)
    comparison: Comparison

    @classmethod
    def between(cls, before: ProcessSet, after: ProcessSet) -> Difference:
        """Compare two sets."""
        return cls(before, after, compare(before, after))

    @cached_property
    def readers(self) -> tuple[Altered, ...]:
        """What the change comes to: who sees more or less of which form."""
        return altered(self.before, self.after)

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that have to approve: their tasks or deadlines change, or who sees what."""
        names = Names(self.before, self.after)
        parties = names.signing_in(party for each in self.readers for party in each.parties)
        return tuple(sorted({*self.comparison.agencies, *parties}))

    def agency(self, id_: str) -> str:
        """Name an agency."""
        for side in (self.after, self.before):
            if id_ in side.registers.agencies:
                return side.registers.agencies[id_].name
        return id_

    def drawn(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Return each process with something to see: id, name, and which drawings show it."""
        return tuple((id_, self._name(id_), self._sides(id_)) for id_ in self.comparison.processes
                     if self._sides(id_))  # fmt: skip

    def picture(self, process: str, side: str) -> str:
        """Return a drawing as SVG with what differs marked, or raise NotFound."""
        within = {OLD: self.before, NEW: self.after}.get(side)
        if within is None or process not in within.diagrams:
            raise NotFound(f"{process[:80]} is not drawn")
        marks = self.comparison.marks(process)[side == NEW]
        return render(within.files[within.diagrams[process].file].encode(), marks)

    def _sides(self, process: str) -> tuple[str, ...]:
        old, new = self.comparison.marks(process)
        sides = (OLD, old, self.before), (NEW, new, self.after)
        return tuple(name for name, marks, within in sides if marks and process in within.diagrams)

    def _name(self, process: str) -> str:
        within = self.after if process in self.after.diagrams else self.before
        return within.diagram(process).name


@dataclass(frozen=True)
class VersionLine:
    """A version as it is listed."""

    version: str
    number: int
    """The first version published here is 1."""
    at: datetime
    by: str
    reason: str | None
    live: bool
    retired: bool
    previous: str | None
    proposal: str | None
    """The proposal by which it last became live; None if it was published by a command."""
    running: int | None = None
    """How many cases run on it; only process owners are told."""


@dataclass(frozen=True)
class ProposalPage:
    """A proposal with all that has been said of it."""

    proposal: Proposal
    events: Sequence[PublicationEvent]
    difference: Difference
    name: str | None
    """What its draft is called."""
    capacity: str | None
    """In which capacity the reader may decide now."""
    may_withdraw: bool
    done: Mapping[str, str]
    """The capacities in which it is approved, and by whom."""


@dataclass(frozen=True)
class Versions:
    """What is read of versions, drafts and proposals."""

    store: Store
    clock: Clock
    shelf: PublicationShelf
    drafts: DraftShelf
    published: Callable[[str], ProcessSet]

    def lines(self, actor: Actor) -> tuple[VersionLine, ...]:
        """Return the versions, the one that applies first, then the newest."""
        with self.shelf.reading() as book:
            known, events = book.known(), book.events()
            running = book.running() if owns_processes(actor) else None
        return tuple(_listed(known, events, running))

    def agencies(self) -> Mapping[str, str]:
        """Return what the agencies are called, by what is live."""
        with self.drafts.reading() as book:
            live = book.live()
        return {id_: a.name for id_, a in self.published(live).registers.agencies.items()}

    def history(self) -> Sequence[PublicationEvent]:
        """Return all that was ever done to versions, the newest first."""
        with self.shelf.reading() as book:
            return book.events()[::-1]

    def waiting(self, actor: Actor) -> tuple[tuple[Proposal, str | None], ...]:
        """Return the proposals that stand and the reader may know of, with who they decide as."""
        with self.shelf.reading() as book:
            standing = book.proposals(tuple(sorted(STANDS)))
            done = {each.id: approvals(book.events(each.id)) for each in standing}
        return tuple((each, self._capacity(actor, each, done[each.id])) for each in standing
                     if self._may_know(actor, each))  # fmt: skip

    @watched
    def proposal(self, actor: Actor, proposal_id: str) -> ProposalPage:
        """Return a proposal to those who own processes or may decide on it. Raises NotFound."""
        with self.shelf.reading() as book:
            proposal = next((p for p in book.proposals() if p.id == proposal_id), None)
            events = book.events(proposal_id)
        if proposal is None or not self._may_know(actor, proposal):
            raise NotFound(f"{proposal_id[:36]} is not a proposal")
        done, standing = approvals(events), proposal.state in STANDS
        return ProposalPage(
            proposal, events, self._difference_of(proposal), self._draft_name(proposal),
            self._capacity(actor, proposal, done) if standing else None,
            standing and owns_processes(actor), done,
        )  # fmt: skip

    def proposed(self, proposal: Proposal) -> ProcessSet:
        """Return the set that a proposal would put in force."""
        return self._difference_of(proposal).after

    @watched
    def of_draft(self, actor: Actor, draft_id: str) -> Difference:
        """Return what a draft changes of what is live. Raises ModelError if it cannot be read."""
        require_process_owner(actor)
        with self.drafts.reading() as book:
            draft, live = book.one(draft_id), book.live()
            files = draft.files(book.base_files(draft.base))
        return Difference.between(self.published(live), read_process_set(files))

    def between(self, version: str, against: str) -> Difference:
        """Return what differs between two published versions. Raises NotFound."""
        return Difference.between(self.published(against), self.published(version))

    def files(self, version: str) -> Mapping[str, str]:
        """Return the files of a version, or raise NotFound."""
        return self.published(version).files

    def _difference_of(self, proposal: Proposal) -> Difference:
        """Compare what was proposed, as it was then, with what was live."""
        before = self.published(proposal.base)
        if proposal.draft_id is None or proposal.state == DONE:
            return Difference.between(before, self.published(proposal.version))
        with self.drafts.reading() as book:
            draft, history = book.one(proposal.draft_id), book.history(proposal.draft_id)
        then = {save.path: save for save in history[::-1] if save.at <= proposal.at}
        files = replace(draft, saves=then).files(before.files)
        return Difference.between(before, read_process_set(files))

    def _draft_name(self, proposal: Proposal) -> str | None:
        if proposal.draft_id is None:
            return None
        with self.drafts.reading() as book:
            return book.one(proposal.draft_id).name

    def _capacity(self, actor: Actor, proposal: Proposal, done: Mapping[str, str]) -> str | None:
        agencies = self.published(proposal.base).registers.agencies
        return capacity_of(actor, proposal, done, agencies)

    def _may_know(self, actor: Actor, proposal: Proposal) -> bool:
        agencies = self.published(proposal.base).registers.agencies
        return owns_processes(actor) or any(
            each in agencies and decides_for(actor, agencies[each]) for each in proposal.needs
        )


def _listed(
    known: Mapping[str, datetime],
    events: Sequence[PublicationEvent],
    running: Mapping[str, int] | None,
) -> Iterator[VersionLine]:
    last = {e.version: e for e in events if e.kind == "published"}
    first = dict.fromkeys([*last, *list(known)[::-1]])
    numbers = {version: number for number, version in enumerate(first, 1)}
    retired = {e.version for e in events if e.kind == "retired"}
    for place, (version, at) in enumerate(known.items()):
        event = last.get(version) or PublicationEvent(at, "published", version, "")
        yield VersionLine(
            version, numbers[version], at, event.actor, event.reason, place == 0,
            version in retired, event.previous, event.proposal_id,
            None if running is None else running.get(version, 0),
        )  # fmt: skip
