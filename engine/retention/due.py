"""When an agency's part of a closed case may be erased: one function, from facts and rules alone.

In doubt nothing falls due: what must be kept wins over what is not known, that over any day, and a
later day over an earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from engine.deadlines import last_day
from engine.retention.rules import BORN, INVESTIGATED, Rule

OF_AGE = 18
TURNS_18 = "dag_18_ar"
"""The only routing variable that tells when somebody was born."""
INVESTIGATION, OVER = "fu_status", ("nedlagd", "laga_kraft")


@dataclass(frozen=True)
class Part:
    """What the rules ask of an agency's part of a closed case."""

    case_id: str
    number: str
    agency: str
    closed: date
    last: date
    """The day of the last entry: the agency's own, or the closing of the case."""
    contents: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    """The forms of its answers, and of the copies it was handed."""
    values: Mapping[str, Mapping[str, date]] = field(default_factory=dict)
    """Routing variable → each value it has ever had → the last day it was given."""


@dataclass(frozen=True)
class Judged:
    """What came of holding a part against the rules."""

    part: Part
    rule: Rule | None
    """The rule that decides; None when there is none for what the part holds."""
    day: date | None = None
    """The first day on which it may be erased; None for never, or as long as it is not known."""

    @property
    def kept(self) -> bool:
        """Say whether it is kept for ever."""
        return self.rule is not None and self.rule.kept

    @property
    def latest(self) -> date | None:
        """Return the last day on which it must have been erased, where the law sets one."""
        if self.day is None or self.rule is None or not self.rule.done_next_year:
            return None
        return date(self.day.year + 1, 12, 31)

    def falls_due(self, today: date) -> bool:
        """Say whether it may be erased."""
        return self.day is not None and self.day <= today


def judged(rules: Iterable[Rule], part: Part) -> Judged:
    """Hold an agency's part of a case against the rules; the strictest of them decides."""
    found = [
        Judged(part, rule, None if rule.kept else _first_day(rule, part))
        for rule in rules
        if _is_for(rule, part)
    ]
    return max(found, key=_strictness, default=Judged(part, None))


def birthdays(part: Part) -> list[date]:
    """Return the days on which somebody in the case turns or turned 18, as far as known."""
    return [date.fromisoformat(day) for day in part.values.get(TURNS_18, ())]


def _is_for(rule: Rule, part: Part) -> bool:
    when = rule.when
    if part.contents and not rule.contents & part.contents:
        return False
    if when.forms and not when.forms & part.forms:
        return False
    if when.birthdays and not any(day.day in when.birthdays for day in birthdays(part)):
        return False
    had = {name: part.values.get(name, {}).keys() for name in when.values}
    return all(codes & had[name] for name, codes in when.values.items())


def _first_day(rule: Rule, part: Part) -> date | None:
    """Return the day after the time has run out; never before the case was closed."""
    if rule.event == BORN:
        days = [_older(day, rule.years - OF_AGE) for day in birthdays(part)]
        return max([*days, part.closed + timedelta(days=1)]) if days else None
    start = max(
        part.last, part.closed, *(_investigated(part) if rule.event == INVESTIGATED else ())
    )
    if rule.from_year_end:
        start = date(start.year, 12, 31)
    return last_day(start, f"P{rule.years}Y", shifts=False) + timedelta(days=1)


def _investigated(part: Part) -> list[date]:
    ended = part.values.get(INVESTIGATION, {})
    return [ended[code] for code in OVER if code in ended]


def _older(day: date, years: int) -> date:
    """Return the birthday so many years on; who is born on a leap day has it the day after."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _strictness(found: Judged) -> tuple[int, date]:
    return (2 if found.kept else int(found.day is None)), found.day or date.min
