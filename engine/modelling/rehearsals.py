"""A rehearsal: all scenarios run on a set before it is published; the nouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

WAITING, RUNNING, DONE, BROKEN = "waiting", "running", "done", "broken"
"""broken: the scenarios could not be run at all."""
LONGEST = timedelta(minutes=30)
"""A run that has taken longer than this was cut off, and may be asked for again."""


@dataclass(frozen=True)
class Failure:
    """A scenario that does not hold on the set."""

    feature: str
    """Name of the file, without its ending."""
    scenario: str
    step: str
    """The step at which it failed; empty if it never began."""
    why: str

    def __str__(self) -> str:
        at = f" – vid steget ”{self.step}”" if self.step else ""
        return f"{self.feature}: {self.scenario}{at}. {self.why}".rstrip()


@dataclass(frozen=True)
class Result:
    """What a run came to."""

    passed: int
    failures: tuple[Failure, ...] = ()
    untried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Process → the flows, and the limits kept or expired, that no scenario passes."""
    broken: str = ""
    """Why the scenarios could not be run at all."""

    @property
    def total(self) -> int:
        """How many scenarios were run; each row of an outline is one."""
        return self.passed + len(self.failures)

    @property
    def holds(self) -> bool:
        """Whether every scenario holds."""
        return not (self.failures or self.broken)

    def row(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return asdict(self)

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Result:
        """Return it out of JSON."""
        failures = tuple(Failure(**each) for each in row["failures"])
        untried = {process: tuple(each) for process, each in row["untried"].items()}
        return cls(row["passed"], failures, untried, row["broken"])


@dataclass(frozen=True)
class Rehearsal:
    """A run that somebody has asked for, of exactly one content."""

    version: str
    """Content hash of the set: another content is another rehearsal."""
    draft_id: str | None
    asked_by: str
    at: datetime
    """When it was asked for."""
    state: str = WAITING
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    result: Result | None = None

    def stuck(self, now: datetime) -> bool:
        """Say whether it was begun so long ago that nobody can be at it any more."""
        return self.state == RUNNING and self.begun_at is not None and now - self.begun_at > LONGEST

    def busy(self, now: datetime) -> bool:
        """Say whether there will be a result without anybody asking again."""
        return self.state in {WAITING, RUNNING} and not self.stuck(now)


class RehearsalBook(Protocol):
    """What the verbs ask of the transaction; see `engine.db.rehearsals`."""

    def one(self, version: str) -> Rehearsal | None: ...  # noqa: D102
    def of_draft(self, draft_id: str) -> Rehearsal | None: ...  # noqa: D102
    def unfinished(self) -> Sequence[Rehearsal]: ...  # noqa: D102
    def put(self, rehearsal: Rehearsal) -> None: ...  # noqa: D102
