"""The nouns of moving running cases: what an owner chooses for a group, what became of a case."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from engine.model import Instance
from engine.modelling.preview.outcome import Outcome

MOVE, STAY, ASK = "move", "stay", "ask"
CHOICES = (MOVE, STAY, ASK)
WAITING, ASKED, MOVED, STAYED = "waiting", "asked", "moved", "stayed"
UNDOING, UNDONE, HELD, FAILED = "undoing", "undone", "held", "failed"
STATES = (WAITING, ASKED, MOVED, STAYED, UNDOING, UNDONE, HELD, FAILED)
"""held: it was to be moved back, but something has happened in the case since."""


@dataclass(frozen=True)
class CaseMove:
    """What becomes of one case when a proposal has taken effect."""

    proposal_id: str
    case_id: str
    version: str
    """The version it moves to."""
    group: str
    """The outcome that was foreseen when it was chosen for."""
    state: str
    at: datetime
    actor: str
    """Who chose: a process owner for the group, or a caseworker for the case."""
    agency: str | None = None
    """The agency that is asked."""
    reason: str | None = None


@dataclass(frozen=True)
class Progress:
    """How far the preview of a version has come."""

    version: str
    started_at: datetime
    total: int
    done: int

    @property
    def finished(self) -> bool:
        """Whether every case has been tried."""
        return self.done >= self.total


class MoveBook(Protocol):
    """What the verbs ask of the transaction; see `engine.db.moves`."""

    def running_cases(self, version: str) -> Sequence[str]: ...  # noqa: D102
    def begin(self, version: str, cases: Sequence[str], at: datetime) -> None: ...  # noqa: D102
    def progress(self, version: str) -> Progress | None: ...  # noqa: D102
    def unfinished(self) -> Sequence[str]: ...  # noqa: D102
    def untried(self, version: str, limit: int) -> Sequence[str]: ...  # noqa: D102
    def keep(self, version: str, case_id: str, outcome: Outcome | None) -> None: ...  # noqa: D102
    def outcomes(self, version: str) -> Sequence[tuple[str, Outcome]]: ...  # noqa: D102
    def choose(  # noqa: D102
        self, proposal_id: str, group: str, choice: str, actor: str, at: datetime
    ) -> None: ...
    def choices(self, proposal_id: str) -> Mapping[str, tuple[str, str]]: ...  # noqa: D102
    def plan(self, move: CaseMove) -> None: ...  # noqa: D102
    def one(self, proposal_id: str, case_id: str) -> CaseMove: ...  # noqa: D102
    def moves(  # noqa: D102
        self, states: Collection[str], proposal_id: str | None = None
    ) -> Sequence[CaseMove]: ...
    def settle(self, before: CaseMove, after: CaseMove) -> None: ...  # noqa: D102
    def forget(self, move: CaseMove) -> None: ...  # noqa: D102
    def carry(self, before: Instance, after: Instance) -> None: ...  # noqa: D102
    def follow(self, case_id: str, version: str) -> None: ...  # noqa: D102
