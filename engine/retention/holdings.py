"""The nouns of erasing, and what its verbs ask of a transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from engine.retention.due import Part
from engine.retention.rules import Rule

LOG = "logg"
"""Whose key the facts of a case's log are sealed with."""
WAITS, DONE, DROPPED = "vantar", "verkstalld", "avbruten"


@dataclass(frozen=True)
class Hold:
    """A person's stop: the agency's part of a case is not erased until somebody lifts it."""

    id: str
    case_id: str
    agency: str
    reason: str
    """Sealed where it is kept."""
    set_at: datetime
    set_by: str
    lifted_at: datetime | None = None
    lifted_by: str | None = None


@dataclass(frozen=True)
class Choice:
    """A case in a proposal, with why it may be erased."""

    case_id: str
    rule: str
    law: str
    day: date


@dataclass(frozen=True)
class Disposal:
    """A proposal to erase an agency's parts of some cases; a second person carries it out."""

    id: str
    agency: str
    proposed_at: datetime
    proposed_by: str
    state: str = WAITS
    decided_at: datetime | None = None
    decided_by: str | None = None


@dataclass(frozen=True)
class Erasure:
    """A key that is destroyed, for ever: it must not come back with any copy of the keys."""

    case_id: str
    agency: str
    at: datetime
    disposal_id: str
    rule: str
    law: str


class RetentionBook(Protocol):
    """What the verbs read and write inside a transaction; see `engine.db.retention`."""

    def own_case(self, agency: str, number: str) -> str:
        """Return the id of a case in which the agency still has something, or raise NotFound."""
        ...

    def parts(
        self, agency: str, case_ids: Collection[str], rules: Iterable[Rule]
    ) -> Sequence[Part]:
        """Return the agency's parts of these cases, those that are closed and not erased."""
        ...

    def whole(self, case_id: str) -> Part | None:
        """Return a case as the rules for its log ask; None while any agency has its part of it."""
        ...

    def held(self, case_id: str, agency: str) -> Hold | None:
        """Return the stop in force, if there is one."""
        ...

    def hold(self, hold: Hold) -> None:
        """Keep a stop. Raises Stale if there is one already."""
        ...

    def hold_named(self, hold_id: str) -> Hold:
        """Return a stop in force, or raise NotFound."""
        ...

    def lift(self, hold: Hold, at: datetime, by: str) -> None:
        """End a stop. Raises Stale if somebody has."""
        ...

    def proposed(self, agency: str) -> frozenset[str]:
        """Return the cases that are in a proposal which waits."""
        ...

    def propose(self, disposal: Disposal, choices: Sequence[Choice]) -> None:
        """Keep a proposal."""
        ...

    def disposal(self, disposal_id: str) -> tuple[Disposal, Sequence[Choice]]:
        """Return a proposal that waits, or raise NotFound."""
        ...

    def decide(self, disposal: Disposal) -> None:
        """Keep what became of a proposal. Raises Stale if somebody was first."""
        ...

    def erase(self, erasure: Erasure) -> None:
        """Keep that a key is to be destroyed; of a whole case also empty what is not sealed."""
        ...
