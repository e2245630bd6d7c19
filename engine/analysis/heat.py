"""How a drawing is marked: from numbers as they are shown, so that it tells no more than they."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.analysis.layouts import LIMITS, WAITED
from engine.analysis.tally import LONGER, MISSED, MONTH, PASSED
from engine.counts.statistics import WORDS, Shown
from engine.counts.suppression import Mark

NUMBER, WAIT, MISS, NOW = "antal", "vantan", "frister", "nu"
VIEWS = {
    NUMBER: "Antal ärenden",
    WAIT: "Andel som väntade mer än en vecka",
    MISS: "Andel som missade tidsgränsen",
    NOW: "Antal ärenden som väntar nu",
}
HOTTEST = 4
FEW, HIDDEN = "<\u00a05", "dolt"
TENTH = 10
WHOLE = 100
SLOW = [list(WAITED).index(each) for each in (MONTH, LONGER)]
LATE = [list(LIMITS).index(each) for each in (MISSED, PASSED)]


@dataclass(frozen=True)
class Heat:
    """How a place is marked: how hot, 0 to HOTTEST, and the words that say the same."""

    level: int
    text: str


@dataclass(frozen=True)
class Share:
    """A part of a whole, to whole tenths; `at_least` where something of the part is hidden."""

    percent: int
    at_least: bool = False

    @property
    def text(self) -> str:
        """Return it as it is read."""
        return f"{'minst' if self.at_least else 'ca'} {self.percent}\u00a0%"


def share(cells: Sequence[Shown], parts: Sequence[int]) -> Share | None:
    """Return what part of a row its cells `parts` are; None where that cannot be told.

    The last cell is the sum of the row.
    """
    whole = cells[-1].value
    if not whole:
        return None
    told = [cells[part].value for part in parts]
    at_least = None in told
    percent = min(WHOLE, round(sum(n or 0 for n in told) * WHOLE / whole / TENTH) * TENTH)
    return None if at_least and not percent else Share(percent, at_least)


def numbers(lines: Mapping[str, Shown]) -> Mapping[str, Heat]:
    """Return the marks of places by the number of cases, the most of a drawing the hottest."""
    most = max((each.value or 0 for each in lines.values()), default=0)
    return {id_: _number(each, most) for id_, each in lines.items()}


def shares(lines: Mapping[str, Sequence[Shown]], parts: Sequence[int]) -> Mapping[str, Heat]:
    """Return the marks of places by the part of their cases; none where nobody has been."""
    there = {id_: cells for id_, cells in lines.items() if cells[-1].value != 0}
    found = {id_: share(cells, parts) for id_, cells in there.items()}
    return {id_: Heat(_level(s.percent, WHOLE), s.text) if s else Heat(0, HIDDEN)
            for id_, s in found.items()}  # fmt: skip


def _number(shown: Shown, most: int) -> Heat:
    if shown.value is None:
        return Heat(0, FEW if shown.text == WORDS[Mark.FEW] else HIDDEN)
    return Heat(_level(shown.value, most), shown.text)


def _level(value: int, most: int) -> int:
    return -(-value * HOTTEST // most) if most else 0
