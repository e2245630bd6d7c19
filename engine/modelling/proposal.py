"""A proposal to publish, and who has to approve it; the nouns of publishing with four eyes.

A change needs a second process owner, and somebody who decides at each agency whose tasks,
access or deadlines it changes. Nobody approves in two capacities, and never their own proposal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from engine.access import PROCESS_OWNER, owns_processes
from engine.model import Actor, Agency

PUBLISH, ROLLBACK, RETIRE = "publish", "rollback", "retire"
WAITING, APPROVED, REJECTED, WITHDRAWN = "waiting", "approved", "rejected", "withdrawn"
DONE, STOPPED = "done", "stopped"
STANDS = frozenset({WAITING, APPROVED})
"""The states in which something can still come of a proposal."""
DECIDERS = ("beslutsfattare", "chef", "gruppledare")
"""The roles that decide for an agency; one without any such role decides through anybody."""


@dataclass(frozen=True)
class Proposal:
    """Something that is to be done to the versions, once everybody concerned has approved."""

    id: str
    kind: str
    draft_id: str | None
    version: str
    """The version it is about: what the draft becomes, or an earlier one."""
    base: str
    """What was live when it was proposed: if that has changed, the proposal is stopped."""
    reason: str
    proposer: str
    at: datetime
    effective_at: datetime | None = None
    """When it takes effect, if it is approved by then; None: as soon as it is."""
    state: str = WAITING
    needs: tuple[str, ...] = ()
    """The agencies that have to approve, beside a second process owner."""

    @property
    def capacities(self) -> tuple[str, ...]:
        """In which capacities it has to be approved."""
        return (PROCESS_OWNER, *self.needs)


@dataclass(frozen=True)
class PublicationEvent:
    """Something that was done to a version: who, when and why. Never changed."""

    at: datetime
    kind: str
    """`proposed`, `approved`, `rejected`, `withdrawn`, `stopped`, `published` or `retired`."""
    version: str
    actor: str
    proposal_id: str | None = None
    capacity: str | None = None
    """As whom somebody approved: a process owner, or an agency."""
    reason: str | None = None
    previous: str | None = None
    """What was live before."""


class PublicationBook(Protocol):
    """What the verbs ask of the transaction; see `engine.db.publishing`."""

    def propose(self, proposal: Proposal) -> None: ...  # noqa: D102
    def proposal(self, proposal_id: str) -> Proposal: ...  # noqa: D102
    def proposals(self, states: Sequence[str] = ()) -> Sequence[Proposal]: ...  # noqa: D102
    def settle(self, proposal: Proposal, state: str) -> None: ...  # noqa: D102
    def note(self, event: PublicationEvent) -> None: ...  # noqa: D102
    def events(self, proposal_id: str | None = None) -> Sequence[PublicationEvent]: ...  # noqa: D102
    def publish(self, version: str, files: Mapping[str, str], by: str, at: datetime) -> None: ...  # noqa: D102
    def known(self) -> Mapping[str, datetime]: ...  # noqa: D102
    def people(self) -> Sequence[Actor]: ...  # noqa: D102
    def tell(self, people: Sequence[str], kind: str, at: datetime) -> None: ...  # noqa: D102
    def running(self) -> Mapping[str, int]: ...  # noqa: D102


class PublicationShelf(Protocol):
    """Lets pages read publications without holding up those who write."""

    def reading(self) -> AbstractContextManager[PublicationBook]: ...  # noqa: D102


def decides_for(actor: Actor, agency: Agency) -> bool:
    """Say whether somebody may approve for an agency, in their own right."""
    if actor.agency != agency.id or actor.acting_for is not None:
        return False
    asked = set(DECIDERS) & set(agency.roles)
    return not asked or bool(set(DECIDERS) & actor.roles)


def capacity_of(
    actor: Actor, proposal: Proposal, done: Mapping[str, str], agencies: Mapping[str, Agency]
) -> str | None:
    """Return in which capacity somebody may approve now; None if in none.

    `done`: the capacities in which it is approved, and by whom.
    """
    if actor.id == proposal.proposer or actor.id in done.values():
        return None
    left = [each for each in proposal.capacities if each not in done]
    if PROCESS_OWNER in left and owns_processes(actor):
        return PROCESS_OWNER
    return next((each for each in left if each != PROCESS_OWNER and each in agencies
                 and decides_for(actor, agencies[each])), None)  # fmt: skip


def deciders(
    people: Sequence[Actor], proposal: Proposal, agencies: Mapping[str, Agency]
) -> list[str]:
    """Return everybody who may decide on a proposal that nobody has decided on yet."""
    return [p.id for p in people if capacity_of(p, proposal, {}, agencies) is not None]


def approvals(events: Sequence[PublicationEvent]) -> dict[str, str]:
    """Return the capacities in which a proposal is approved, and by whom."""
    return {e.capacity: e.actor for e in events if e.kind == "approved" and e.capacity}
