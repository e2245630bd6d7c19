"""All closed cases run again on other processes: numbers of many, never a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from engine.analysis.rerun import BROKEN, NEW, OTHER, SAME, Rerunning, Way
from engine.analysis.tally import TallyShelf
from engine.bpmn.definitions import ProcessSet
from engine.counts.statistics import Layout, Table, tables
from engine.counts.suppression import SMALLEST
from engine.errors import Unreadable
from engine.journal import is_erased
from engine.ports import Store

KINDS = {
    SAME: "Samma väg",
    NEW: "Ett nytt steg som ingen har gjort",
    OTHER: "En annan väg",
    BROKEN: "Kan inte köras vidare",
}
RARE = "Övrigt, färre än fem ärenden av varje slag"
ABOUT = (
    "Avslutade ärenden som har körts om med de svar som gavs då, till den första skillnaden. "
    "Människor kunde ha svarat annorlunda: det är antal, ingen prognos."
)
NOTHING = "inget"


@dataclass(frozen=True)
class WhatIf:
    """Tries closed cases on a set that nobody need have published; nothing is kept."""

    store: Store
    shelf: TallyShelf
    published: Callable[[str], ProcessSet]

    def cases(self) -> Sequence[str]:
        """Return the closed cases."""
        return self.shelf.closed()

    def one(self, rerunning: Rerunning, case_id: str) -> Way | None:
        """Return how a case would go; None if it is erased, or cannot be read."""
        try:
            with self.store.transaction() as unit:
                log = unit.log(case_id)
        except Unreadable:  # what is checked at night tells of it
            return None
        return None if is_erased(log) else rerunning.way(log)

    def on(self, target: ProcessSet) -> Rerunning:
        """Return what runs cases on a set."""
        return Rerunning(target, self.published)


def summed(found: Iterable[Way]) -> Table:
    """Return how many cases would go which way, as it may be shown; the rare ones together."""
    counts = Counter(found)
    often = [way for way, number in counts.most_common() if number >= SMALLEST]
    rows = {str(place): said(way) for place, way in enumerate(often)}
    figures = {("", str(place), ""): counts[way] for place, way in enumerate(often)}
    if rest := sum(number for number in counts.values() if number < SMALLEST):
        rows["rest"], figures["", "rest", ""] = RARE, rest
    layout = Layout("omkorning", "Avslutade ärenden på utkastet", "", ABOUT, "Väg", rows,
                    {"": "Ärenden"}, row_totals=False)  # fmt: skip
    return tables([layout], figures, exact=False)[0]


def said(way: Way) -> str:
    """Say how a case would go."""
    if way.kind in {SAME, BROKEN}:
        return f"{KINDS[way.kind]}{f' efter ”{way.after}”' if way.after else ''}"
    now, was = (", ".join(names) for names in (way.now, way.was))
    instead = f" i stället för {was}" if was else ""
    return f"{KINDS[way.kind]} efter ”{way.after}”: {now or NOTHING}{instead}"
