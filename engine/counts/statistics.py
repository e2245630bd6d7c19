"""Statistics without persons: what is counted, for which months, and how it may be shown."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from engine.counts.suppression import (
    Counts,
    Mark,
    Place,
    hidden_in_all,
    hidden_in_kin,
    rounded,
)
from engine.deadlines import ZONE
from engine.texts import swedish_month

WHOLE_COUNTRY = ""
"""In place of an agency: all cases."""
TOTAL = "Totalt"
PEOPLE, ALONE = "people", "="
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
_QUARTER = re.compile(r"(20\d\d)-k([1-4])", re.ASCII)
_YEAR = re.compile(r"20\d\d", re.ASCII)
_MONTHS_IN_QUARTER, _YEARS_BACK = 3, 6


@dataclass(frozen=True)
class Figure:
    """What one thing that happened is counted under; codes only, nobody's name or words."""

    measure: str
    agency: str
    """Whose figures it is among; WHOLE_COUNTRY for those of all."""
    month: str
    """`2026-03`, in Stockholm."""
    row: str
    column: str = ""


Figures = Counter[Figure]
Key = tuple[str, str, str]
"""Measure, row, column."""


class FiguresKept(Protocol):
    """What counting does inside a transaction; see `engine.db.figures`."""

    def of(self, case_id: str) -> Figures: ...  # noqa: D102
    def keep(self, case_id: str, sequence: int, before: Figures, after: Figures) -> None: ...  # noqa: D102


@dataclass(frozen=True)
class Period:
    """Whole months, from the first to the last."""

    first: str
    last: str
    name: str
    key: str

    def is_exact(self, today: date) -> bool:
        """Say whether its numbers may be shown to the unit: a calendar year that is over.

        Quarters, months of one's own and the running year overlap with it and with each other;
        exact numbers could be subtracted from each other until one person is left.
        """
        return bool(_YEAR.fullmatch(self.key)) and int(self.key) < today.year


def in_region(region: str) -> str:
    """Name the measure of deadlines in one region: their rows are deadlines, as in the whole."""
    return f"frister/{region}"


def month_of(at: datetime) -> str:
    """Return the month of an instant, in Stockholm."""
    return f"{at.astimezone(ZONE):%Y-%m}"


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(f"{number}-01", f"{number}-12", f"{number}", f"{number}")


def period(key: str, first: str = "", last: str = "") -> Period | None:
    """Return the period that a reader asks for: `2026`, `2026-k2`, or `egen` with two months.

    None when there is no such period, or when one of one's own is shorter than a quarter.
    """
    if _YEAR.fullmatch(key):
        return year(int(key))
    if found := _QUARTER.fullmatch(key):
        last_month = int(found[2]) * _MONTHS_IN_QUARTER
        begins, ends = f"{found[1]}-{last_month - 2:02}", f"{found[1]}-{last_month:02}"
        return Period(begins, ends, f"{found[1]}, kvartal {found[2]}", key)
    if key == "egen" and _MONTH.fullmatch(first) and _MONTH.fullmatch(last):
        long_enough = _number(last) - _number(first) >= _MONTHS_IN_QUARTER - 1
        begin, end = swedish_month(first), swedish_month(last)
        return Period(first, last, f"{begin} till {end}", key) if long_enough else None
    return None


def choices(today: date) -> list[tuple[str, str]]:
    """Return the years and quarters that can be asked for, (key, name), the newest first."""
    years = range(today.year, today.year - _YEARS_BACK, -1)
    keys = [key for y in years for key in (f"{y}", *(f"{y}-k{q}" for q in (4, 3, 2, 1)))]
    found = [each for key in keys if (each := period(key)) and each.first <= f"{today:%Y-%m}"]
    return [(each.key, each.name) for each in found]


def months(today: date) -> list[str]:
    """Return the months that a period of one's own can begin and end with, the oldest first."""
    whole = [f"{y}-{m:02}" for y in range(today.year - _YEARS_BACK + 1, today.year + 1)
             for m in range(1, len(calendar.month_name))]  # fmt: skip
    return [month for month in whole if month <= f"{today:%Y-%m}"]


@dataclass(frozen=True)
class Layout:
    """A table before it has numbers: whose rows and columns, and what they are called."""

    id: str
    title: str
    measure: str
    about: str
    """What is counted, and what is not: its definition, in Swedish."""
    head: str
    """What the rows are."""
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    row_totals: bool = True
    column_totals: bool = True
    same_people: bool = False
    """Whether its sum is that of all cases, and so the same in several tables."""
    kin: str = ""
    """Tables of the same kin have the same columns with the same sums: the same things, seen by
    other rows."""


@dataclass(frozen=True)
class Shown:
    """A number as it may be read: itself, rounded, or a word in its place."""

    text: str
    value: int | None
    """None when it is hidden."""


Line = tuple[str, tuple[Shown, ...]]
"""The name of a row, and its numbers."""
WORDS = {Mark.FEW: "färre än 5", Mark.SHIELD: "visas inte"}


@dataclass(frozen=True)
class Table:
    """A table as it may be shown."""

    layout: Layout
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    """The totals last, if they are told."""
    is_empty: bool


def tables(layouts: Sequence[Layout], figures: Mapping[Key, int],
           *, exact: bool) -> list[Table]:  # fmt: skip
    """Return the tables that layouts and figures (measure, row, column → number) come to."""
    counts = {layout.id: _counts(layout, figures) for layout in layouts}
    marks: dict[str, Mapping[Place, Mark]] = {}
    for family in _families(layouts):
        alike = [counts[each.id] for each in family]
        hide = hidden_in_kin if family[0].kin else hidden_in_all
        marks |= dict(zip((each.id for each in family), hide(alike), strict=True))
    return [_table(each, counts[each.id], marks[each.id], exact) for each in layouts]


def _families(layouts: Sequence[Layout]) -> Iterable[Sequence[Layout]]:
    """Return those together that have sums in common, the others each alone."""
    found: dict[str, list[Layout]] = {}
    for each in layouts:
        name = each.kin or (PEOPLE if each.same_people else f"{ALONE}{each.id}")
        found.setdefault(name, []).append(each)
    return found.values()


def _counts(layout: Layout, figures: Mapping[Key, int]) -> Counts:
    values = tuple(
        tuple(figures.get((layout.measure, row, column), 0) for column in layout.columns)
        for row in layout.rows
    )
    return Counts(values, layout.row_totals, layout.column_totals)


def _table(layout: Layout, counts: Counts, marks: Mapping[Place, Mark], exact: bool) -> Table:
    columns = [*layout.columns.values(), *[TOTAL] * counts.row_totals]
    names = [*layout.rows.values(), *[TOTAL] * counts.column_totals]
    lines = tuple(
        (name, tuple(_shown(counts, marks, (row, column), exact) for column in range(len(columns))))
        for row, name in enumerate(names)
    )
    return Table(layout, tuple(columns), lines, not any(map(any, counts.values)))


def _shown(counts: Counts, marks: Mapping[Place, Mark], place: Place, exact: bool) -> Shown:
    if place in marks:
        return Shown(WORDS[marks[place]], None)
    value = counts.value(place) if exact else rounded(counts.value(place))
    return Shown(f"{value:,}".replace(",", "\u00a0"), value)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])
