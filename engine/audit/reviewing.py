"""The verbs of whoever reviews the access log: look, hold against the work, conclude, take out.

Every look is itself an entry of the log.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import uuid4

from engine.access import may_audit
from engine.audit.marks import Mark, checked, month_of
from engine.audit.review import Burst, Line, Outside, Page, Place, Wanted
from engine.errors import Conflict, NotFound
from engine.model import Actor
from engine.ports import Clock, Noting

OWN = "Du kan inte granska det du själv har gjort. Be en annan granskare."
MOST = 10_000
"""So many entries go into one file."""
STEP = 500


class Log(Protocol):
    """The access log; see `engine.db.accesslog`."""

    def page(self, actor: Actor, wanted: Wanted, size: int = 50) -> Page: ...  # noqa: D102
    def entry(self, actor: Actor, stream: str, sequence: int) -> Line: ...  # noqa: D102
    def lines(self, actor: Actor, numbers: Collection[int]) -> tuple[Line, ...]: ...  # noqa: D102
    def people(self, actor: Actor) -> Sequence[tuple[str, str]]: ...  # noqa: D102


class Checks(Protocol):
    """The ready controls; see `engine.db.controls`."""

    def outside(self, actor: Actor, wanted: Wanted) -> tuple[Sequence[Outside], bool]: ...  # noqa: D102
    def bursts(self, actor: Actor, wanted: Wanted) -> Sequence[Burst]: ...  # noqa: D102
    def sampled(self, actor: Actor, month: str) -> list[int]: ...  # noqa: D102


class Marks(Protocol):
    """Where conclusions are kept; see `engine.db.reviews`."""

    def keep(self, actor: Actor, mark: Mark, case_id: str | None) -> None: ...  # noqa: D102
    def of(self, actor: Actor, place: Place) -> Sequence[Mark]: ...  # noqa: D102


@dataclass(frozen=True)
class Reviewing:
    """What a reviewer can do with the access log of their agency. NotFound for everybody else."""

    log: Log
    checks: Checks
    marks: Marks
    trail: Noting
    clock: Clock

    def search(self, actor: Actor, wanted: Wanted) -> Page:
        """Return a page of entries. Raises NotFound for a case that is not the agency's."""
        self._look(actor, wanted)
        return self.log.page(actor, wanted)

    def outside(self, actor: Actor, wanted: Wanted) -> tuple[Sequence[Outside], bool]:
        """Return readings of cases in which the reader has had nothing to do; whether more."""
        self._look(actor, wanted)
        return self.checks.outside(actor, wanted)

    def bursts(self, actor: Actor, wanted: Wanted) -> Sequence[Burst]:
        """Return who has read or taken out much in a short time."""
        self._look(actor, wanted)
        return self.checks.bursts(actor, wanted)

    def sample(self, actor: Actor, month: str) -> tuple[str, tuple[Line, ...]]:
        """Return a month that is over, the one asked for if it is, and its sample."""
        chosen = month_of(month, self.clock.now().date())
        self._require(actor)
        self.trail.note("searched", actor, "auditing.sample", month=chosen)
        return chosen, self.log.lines(actor, self.checks.sampled(actor, chosen))

    def entry(self, actor: Actor, stream: str, sequence: int) -> tuple[Line, Sequence[Mark]]:
        """Return an entry with what has been concluded of it; NotFound if it is not theirs."""
        line = self._entry(actor, stream, sequence)
        facts = {"of": stream, "sequence": sequence}
        self.trail.note("searched", actor, "auditing.entry", line.case_id, **facts)
        return line, self.marks.of(actor, line.place)

    def conclude(
        self, actor: Actor, place: tuple[str, int], verdict: str, note: str = "",
        command_id: str | None = None,
    ) -> None:  # fmt: skip
        """Keep what the reviewer concluded of an entry; a command sent twice is kept once.

        Raises InvalidAnswers, NotFound, or Conflict for what they have done themselves.
        """
        line = self._entry(actor, *place)
        if line.person == actor.id:
            raise Conflict(OWN)
        verdict, words = checked(verdict, note)
        mark = Mark(command_id or str(uuid4()), actor.agency, *place, verdict, words,
                    self.clock.now(), actor.id)  # fmt: skip
        self.marks.keep(actor, mark, line.case_id)

    def take_out(self, actor: Actor, wanted: Wanted) -> tuple[Line, ...]:
        """Return all that a search finds, to be written to a file, at most MOST entries."""
        self._require(actor)
        lines = tuple(self._all(actor, replace(wanted, after=None)))
        self.trail.note("exported", actor, "auditing.file", entries=len(lines), **_told(wanted))
        return lines

    def _all(self, actor: Actor, wanted: Wanted) -> Iterator[Line]:
        for _ in range(MOST // STEP):
            page = self.log.page(actor, wanted, STEP)
            yield from page.lines
            if page.more is None:
                return
            wanted = replace(wanted, after=page.more)

    def _entry(self, actor: Actor, stream: str, sequence: int) -> Line:
        self._require(actor)
        return self.log.entry(actor, stream, sequence)

    def _look(self, actor: Actor, wanted: Wanted) -> None:
        self._require(actor)
        self.trail.note("searched", actor, "auditing.access", **_told(wanted))

    def _require(self, actor: Actor) -> None:
        if not may_audit(actor):
            self.trail.note("denied", actor, "review")
            raise NotFound("review")


def _told(wanted: Wanted) -> dict[str, str]:
    """Return what was looked for, as the trail is told of it."""
    asked = {
        "person": wanted.person, "case": wanted.number, "sought": wanted.kind,
        "control": wanted.control, "first": f"{wanted.first}", "last": f"{wanted.last}",
    }  # fmt: skip
    return {name: value for name, value in asked.items() if value}
