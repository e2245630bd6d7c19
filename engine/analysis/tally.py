"""The nouns of analysis: what is counted of how cases went, and where it is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from engine.counts.statistics import Period

STEP, LIMIT, FLOW, COURSE, HOURS = "steg", "frist", "flode", "forlopp", "timmar"
"""Measures: cases at a step, limits there, cases along a flow, courses through a drawing, and the
hours until each step of a course, added up."""
WAITING = "nu"
"""Measure: cases that wait at a step now, by how long they have; made anew every night."""
KEPT, MISSED, PASSED = "hallna", "missade", "passerade"
DAY, WEEK, MONTH, LONGER = "dygn", "vecka", "manad", "langre"
WAITS, GONE = "vantar", "bort"


@dataclass(frozen=True)
class Tally:
    """What one thing in one case is counted under; codes only, nobody's name or words."""

    version: str
    month: str
    """`2026-03`, in Stockholm."""
    process: str
    """The drawing."""
    measure: str
    row: str
    """A step, a flow or a course."""
    column: str = ""


Tallies = Counter[Tally]
Key = tuple[str, str, str, str]
"""Process, measure, row, column."""
Sums = Mapping[Key, int]


@dataclass(frozen=True)
class Course:
    """The steps that were completed on the way through a drawing, in order."""

    version: str
    process: str
    steps: tuple[str, ...]

    @property
    def key(self) -> str:
        """Name the course."""
        return sha256(repr((self.version, self.process, self.steps)).encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Counted:
    """What a case is counted as, and the courses that its tallies name."""

    tallies: Tallies = field(default_factory=Counter)
    courses: Mapping[str, Course] = field(default_factory=dict)


class TallyBook(Protocol):
    """What counting does inside a transaction; see `engine.db.analysis`."""

    def of(self, case_id: str) -> Tallies: ...  # noqa: D102
    def keep(self, case_id: str, sequence: int, before: Tallies, counted: Counted) -> None: ...  # noqa: D102


class TallyShelf(Protocol):
    """What is read of the sums; see `engine.db.analysis`."""

    def sums(self, version: str, period: Period) -> Sums: ...  # noqa: D102
    def courses(self, version: str) -> Mapping[str, Course]: ...  # noqa: D102
    def uncounted(self) -> Sequence[str]: ...  # noqa: D102
    def closed(self) -> Sequence[str]: ...  # noqa: D102
    def count_passed(self, now: datetime) -> None: ...  # noqa: D102
    def count_waiting(self, now: datetime) -> None: ...  # noqa: D102
    def waiting(self, version: str) -> Sums: ...  # noqa: D102
    def counted_at(self) -> datetime | None: ...  # noqa: D102
