"""The nouns of a case played back: its moments, the drawings they stand on, and what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

KEPT, MISSED = "hallen", "missad"


@dataclass(frozen=True)
class Change:
    """What a moment changes on a drawing."""

    drawing: str
    """The id of a `Drawing`."""
    element: str
    mark: str
    """`current`, `done`, or `gone` for a step that was withdrawn."""
    visit: int
    """Which time this is that the step has been reached: a loop reaches it again."""


@dataclass(frozen=True)
class Moment:
    """One entry of the log, as it can be told to the reader."""

    number: int
    by: str | None
    """A person, `Systemet`, or a letter for somebody of whom the reader may know no more."""
    at: datetime | None = None
    title: str = ""
    text: str | None = None
    deadline: str | None = None
    """`hallen` or `missad`, for a step that was under a time limit."""
    law: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    seen: Seen | None = None
    known: bool = True


@dataclass(frozen=True)
class Seen:
    """What a moment changes of what the agency can see: a step opens or ends, something comes."""

    what: str
    """`opened`, `done`, `gone` or `received`."""
    id: str
    name: str


@dataclass(frozen=True)
class Drawing:
    """A drawing that some moment stands on, in the version that was in force."""

    id: str
    process: str
    name: str
    version: str


@dataclass(frozen=True)
class Sight:
    """What the reader's agency could see at a moment."""

    open: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    received: tuple[str, ...] = ()


@dataclass(frozen=True)
class History:
    """A whole case, to be played."""

    moments: tuple[Moment, ...]
    drawings: tuple[Drawing, ...]

    def at(self, number: int) -> Moment | None:
        """Return the newest moment that is not after an entry; the last if there is no such."""
        before = [moment for moment in self.moments if moment.number <= number]
        return before[-1] if before else next(iter(self.moments), None)

    def drawing(self, wanted: str | None, number: int) -> Drawing | None:
        """Return the drawing with an id, or else the one that changed last before an entry."""
        changed = [c.drawing for moment in self._until(number) for c in moment.changes[-1:]]
        id_ = wanted or (changed[-1] if changed else None)
        return next((each for each in self.drawings if each.id == id_), None)

    def marks(self, number: int, drawing: str) -> dict[str, str]:
        """Return what is marked on a drawing after an entry: element → `current` or `done`."""
        shown: dict[str, str] = {}
        for change in (c for moment in self._until(number) for c in moment.changes):
            if change.drawing == drawing:
                shown.pop(change.element, None)
                shown |= {change.element: change.mark} if change.mark != "gone" else {}
        return shown

    def sight(self, number: int) -> Sight:
        """Return what the reader's agency could see after an entry."""
        open_, done, received = {}, [], []
        for seen in (moment.seen for moment in self._until(number) if moment.seen):
            if seen.what == "opened":
                open_[seen.id] = seen.name
            elif seen.what == "received":
                received.append(seen.name)
            else:
                open_.pop(seen.id, None)
                done += [seen.name] if seen.what == "done" else []
        return Sight(tuple(open_.values()), tuple(done), tuple(received))

    def _until(self, number: int) -> Iterator[Moment]:
        return (moment for moment in self.moments if moment.number <= number)
