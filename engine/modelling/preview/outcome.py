"""What moving a case to another version would come to, and how that is graded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import orjson

COSMETIC, AHEAD, PASSED, CHOICE, IMPOSSIBLE = (
    "cosmetic", "ahead", "passed", "choice", "impossible",
)  # fmt: skip
GRADES = (COSMETIC, AHEAD, PASSED, CHOICE, IMPOSSIBLE)
"""From the mildest to the gravest.

cosmetic    nothing that the case has left, or has open, is otherwise
ahead       something is otherwise, and all of it is still to come
passed      the case has already gone past a step that is new
choice      work that is under way ends or goes to others, or a new day has already been
impossible  the case has no place in the version, or could never end there
"""


@dataclass(frozen=True)
class Shift:
    """An open task that would be due at another time."""

    step: str
    deadline: str | None
    hours: int | None
    """How much later, or earlier with a minus; None where one of the times is missing."""
    set: bool = True
    """Whether it would have a last day at all."""


@dataclass(frozen=True)
class Handed:
    """An open task that another agency, or somebody with another role, would have to do."""

    step: str
    before: str
    after: str
    role_before: str | None = None
    role_after: str | None = None


@dataclass(frozen=True)
class Outcome:
    """What moving one case would come to. It names steps of the drawing, nothing of the case."""

    version: str
    """The version that the case runs on."""
    grade: str
    ahead: tuple[str, ...] = ()
    """New steps that the case has ahead of it."""
    behind: tuple[str, ...] = ()
    """New steps that it has already gone past; some may come again, if it comes back there."""
    gone: tuple[str, ...] = ()
    """Open steps that would end undone."""
    handed: tuple[Handed, ...] = ()
    shifts: tuple[Shift, ...] = ()
    why: str = ""
    """Why it is impossible, a code of `engine.errors.Immovable`."""
    where: str = ""
    unproved: bool = False
    """Whether the case was not run to its end: the walk became too long."""

    @property
    def key(self) -> str:
        """Name the outcome: cases with the same key are one group."""
        return hashlib.sha256(orjson.dumps(asdict(self))).hexdigest()[:16]

    def row(self) -> dict[str, Any]:
        """Return it as plain values, to be kept."""
        return asdict(self)

    @classmethod
    def of(cls, row: dict[str, Any]) -> Outcome:
        """Return the outcome that was kept."""
        known: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in row.items()}
        handed = tuple(Handed(**each) for each in known.pop("handed"))
        shifts = tuple(Shift(**each) for each in known.pop("shifts"))
        return cls(**known, handed=handed, shifts=shifts)


@dataclass(frozen=True)
class Group:
    """Cases with the same outcome."""

    outcome: Outcome
    cases: tuple[str, ...]

    @property
    def key(self) -> str:
        """Name the group."""
        return self.outcome.key


def grouped(found: Iterable[tuple[str, Outcome]]) -> tuple[Group, ...]:
    """Return the groups, the gravest first and the largest first among equals."""
    groups: dict[Outcome, list[str]] = {}
    for case_id, outcome in found:
        groups.setdefault(outcome, []).append(case_id)
    all_ = [Group(outcome, tuple(cases)) for outcome, cases in groups.items()]
    grave = {grade: place for place, grade in enumerate(GRADES)}
    return tuple(sorted(all_, key=lambda g: (-grave[g.outcome.grade], -len(g.cases), g.key)))
