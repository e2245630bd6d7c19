"""The history of a case as moments that can be played: what stood where on the drawings, and why.

Everything is read off the log, so it shows what was, in the version then in force, and not what the
case has become. Of entries that the reader may not know of there is a skeleton: a number, and a
letter for whoever made it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from string import ascii_uppercase
from typing import Any, Protocol

from engine.audit.moments import KEPT, MISSED, Change, Drawing, History, Moment, Seen
from engine.timeline import Timeline
from engine.views import Answered

MOVES = {"case_moved", "case_move_undone"}
MARKS = {"task_opened": "current", "task_completed": "done", "task_withdrawn": "gone"}
SEEN = {"task_opened": "opened", "task_completed": "done", "task_withdrawn": "gone",
        "received": "received"}  # fmt: skip
ENDED = {"task_completed", "task_withdrawn"}
SYSTEM, OTHER = "Systemet", "Händelse i loggen"
Place = tuple[str, str, str]
"""An instance, a process, and an element in it."""
NO_ANSWERS: Mapping[str, Answered] = {}


class Drawings(Protocol):
    """What is asked of the process models; see `engine.bpmn.models`."""

    def places(self, version: str, process: str, path: str) -> Iterator[tuple[str, str]]: ...  # noqa: D102
    def process_name(self, version: str, process: str) -> str: ...  # noqa: D102
    def law(self, version: str, process: str, element: str) -> tuple[str, ...]: ...  # noqa: D102


@dataclass
class Telling:
    """Turns a log into a history, entry by entry."""

    timeline: Timeline
    models: Drawings
    started: Mapping[str, tuple[str, str]]
    """Instance → (the version it began with, process)."""
    _follows: dict[str, str] = field(default_factory=dict)
    """Instance → the version that it has been moved to."""
    _visits: Counter[Place] = field(default_factory=Counter)
    _open: Counter[Place] = field(default_factory=Counter)
    _stands: dict[Place, str] = field(default_factory=dict)
    _drawings: dict[str, Drawing] = field(default_factory=dict)

    def history(
        self, known: Sequence[Any], whole: Iterable[tuple[int, str | None]] = ()
    ) -> History:
        """Return the history of the entries that the reader may know of, with their facts.

        `whole` is (sequence, agency) of every entry, for who may be shown a skeleton of the rest.
        Without it the moments are counted by themselves: a gap would tell of others' doings.
        """
        moments = [self._moment(row, number) for number, row in enumerate(known, 1)]
        if whole := tuple(whole):
            rows = {row["sequence"]: moment for row, moment in zip(known, moments, strict=True)}
            moments = list(_among(rows, whole))
        return History(tuple(moments), tuple(self._drawings.values()))

    def _moment(self, row: Any, number: int) -> Moment:
        entry = next(iter(self.timeline.entries([row], NO_ANSWERS)), None)
        places = self._places(row)
        if row["kind"] in MOVES:
            self._follows |= dict.fromkeys(row["details"]["instances"], row["details"]["version"])
        return Moment(
            number, row["person"] or SYSTEM, row["at"],
            entry.title if entry else OTHER, entry.text if entry else None, _deadline(row),
            self.models.law(*places[-1]) if places else (),
            tuple(self._changes(row, places)), _seen(row),
        )  # fmt: skip

    def _places(self, row: Any) -> list[tuple[str, str, str]]:
        """Return (version, process, element) of each step on the way, the entry's own last."""
        path, instance = row["details"].get("path"), row["instance_id"]
        if row["kind"] not in MARKS or not path or instance not in self.started:
            return []
        began, main = self.started[instance]
        version = row["details"].get("version", self._follows.get(instance, began))
        return [(version, *place) for place in self.models.places(version, main, path)]

    def _changes(self, row: Any, places: Iterable[tuple[str, str, str]]) -> Iterator[Change]:
        """Yield what changes on the drawings: a call is current while a step in it is."""
        mark = MARKS.get(row["kind"], "")
        for version, process, element in places:
            drawing = self._drawing(row["instance_id"], process, version)
            at = (row["instance_id"], process, element)
            if mark == "current":
                self._visits[at] += not self._open[at]
                self._open[at] += 1
                self._stands[at] = drawing
                yield Change(drawing, element, mark, self._visits[at])
                continue
            self._open[at] = max(0, self._open[at] - 1)
            if not self._open[at]:
                yield from self._left(at, drawing, mark)

    def _left(self, at: Place, drawing: str, mark: str) -> Iterator[Change]:
        """Yield what leaves a step; where the case has a new version meanwhile, also on the old."""
        stood = self._stands.pop(at, drawing)
        if stood != drawing:
            yield Change(stood, at[2], "gone", self._visits[at])
        yield Change(drawing, at[2], mark, self._visits[at])

    def _drawing(self, instance: str, process: str, version: str) -> str:
        id_ = f"{instance}.{process}.{version[:8]}"
        if id_ not in self._drawings:
            name = self.models.process_name(version, process)
            self._drawings[id_] = Drawing(id_, process, name, version)
        return id_


def _among(
    known: Mapping[int, Moment], whole: Iterable[tuple[int, str | None]]
) -> Iterator[Moment]:
    """Yield every entry by its number in the log; of those that are not known only by whom."""
    letters, names = _letters(), dict[str | None, str]({None: SYSTEM})
    for number, agency in whole:
        if number in known:
            yield replace(known[number], number=number)
            continue
        if agency not in names:
            names[agency] = next(letters)
        yield Moment(number, names[agency], known=False)


def _seen(row: Any) -> Seen | None:
    what = SEEN.get(row["kind"])
    name = str(row["details"].get("name", ""))
    return Seen(what, row["task_id"] or "", name) if what else None


def _deadline(row: Any) -> str | None:
    due = row["details"].get("due_at") if row["kind"] in ENDED else None
    if not due:
        return None
    return KEPT if row["at"] <= datetime.fromisoformat(due) else MISSED


def _letters() -> Iterator[str]:
    """Yield `Aktör A` to `Aktör Z`, and then by numbers."""
    yield from (f"Aktör {letter}" for letter in ascii_uppercase)
    yield from (f"Aktör {number}" for number in count(27))
