"""When a time runs out: lag (1930:173) on the Swedish calendar, and the registry of deadlines.

A time runs out at an *instant*: an aware datetime in UTC, the first moment when it is too late.
A time in days or longer ends with a whole day in Sweden, so its instant is midnight after that day.
Nothing here asks what time it is. What is refused is a `ValueError`: a naive datetime, a datetime
where a day is meant, a year whose holidays are not known (only 1953–2100 are).
"""

from __future__ import annotations

import calendar
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import holidays

from engine.unreadable import why

ZONE = ZoneInfo("Europe/Stockholm")

_CALENDAR_YEARS = range(1953, 2101)  # those `holidays` can tell about
_LENGTH = re.compile(r"(R/)?P(?:([1-9]\d{0,2})([DWMY])|T([1-9]\d{0,2})H)", re.ASCII)
_NOT_A_LENGTH = "”{}” är ingen tidslängd; skriv till exempel P7D, P4M, PT24H eller R/P6M"
_DAYS, _MONTHS = {"D": 1, "W": 7}, {"M": 1, "Y": 12}
_KEYS: Mapping[str, type] = dict.fromkeys(
    ("namn", "lagrum", "langd", "slag", "grund", "raknas_fran", "vid_utgang", "agare"), str
) | {"flyttas": bool, "vid_dagens_borjan": bool, "paminnelser": list, "process": list}
_OPTIONAL = ("lagrum", "langd", "vid_dagens_borjan")
_GROUNDS = ("lag", "rekommenderad", "program")


class Kind(StrEnum):
    """What follows when the time has run out, by the word of the registry."""

    LEGAL_EFFECT = "rattsverkan"
    BREACH = "overtradelse"
    TARGET = "mal"
    REVIEW = "oversyn"
    REMINDER = "paminnelse"
    NONE = "ingen"


@dataclass(frozen=True)
class Length:
    """A length of time in one unit (H, D, W, M or Y); `repeats` when it comes back (R/)."""

    count: int
    unit: str
    repeats: bool = False


@dataclass(frozen=True)
class Deadline:
    """One row of the registry.

    `length` is None when the law gives none ("genast"). `statutory`: the length, or without one the
    duty, stands in law. `shifts`: lag (1930:173) 2 § applies. `reminders`: lengths from the start.
    `at_daybreak`: it has run out when its day begins, as an age is reached, not when it is over.
    """

    id: str
    name: str
    law: str
    length: str | None
    kind: Kind
    statutory: bool
    shifts: bool
    reminders: tuple[str, ...] = ()  # with a minus before: days back from the last day
    counted_from: str = ""
    on_expiry: str = ""
    owner: str = ""
    processes: tuple[str, ...] = ()
    at_daybreak: bool = False

    @property
    def binds(self) -> bool:
        """Say whether it is a limit set by law: a target never is."""
        return self.statutory and self.kind is not Kind.TARGET


def read_deadlines(text: str) -> dict[str, Deadline]:
    """Read the registry; the `ValueError` has a Swedish line per problem, with its row and key."""
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"Registret över frister är inte giltig TOML: {why(error)}") from error
    if problems := [f"{row_id}: {each}" for row_id in rows for each in _problems(rows[row_id])]:
        raise ValueError("\n".join(problems))
    return {row_id: _deadline(row_id, row) for row_id, row in rows.items()}


def parse_length(text: str) -> Length:
    """Read PnD, PnW, PnM, PnY or PTnH (n 1–999), with "R/" before it if it repeats."""
    if not (match := _LENGTH.fullmatch(text)):
        raise ValueError(_NOT_A_LENGTH.format(text))
    repeats, count, unit, hours = match.groups()
    return Length(int(count or hours), unit or "H", repeats is not None)


def last_day(start: date, length: str, *, shifts: bool) -> date:
    """Count from a local day, itself not included, to the last day: lag (1930:173) 1 and 2 §§.

    The first period, if the length repeats. A length in hours has no last day.
    """
    day = _counted(_day(start), parse_length(length))
    return next_weekday(day) if shifts else day


def is_weekday(day: date) -> bool:
    """Tell a vardag from the days of lag (1930:173) 2 §.

    Saturdays, Sundays, public holidays, and the eves of midsummer, Christmas and New Year.
    """
    return _day(day).weekday() < calendar.SATURDAY and day not in _free_days(day.year)


def next_weekday(day: date) -> date:
    """Keep a vardag; move any other day to the first vardag after it."""
    while not is_weekday(day):
        day += timedelta(days=1)
    return day


def due_at(start: datetime | date, length: str, *, shifts: bool) -> datetime:
    """Find the instant (UTC) when the time has run out.

    Hours run from the aware datetime `start`, also through a change of clocks, and never shift.
    Longer units run from the local day of `start` to the end of the last day in Sweden.
    A naive datetime is refused, and so is a date when hours are counted.
    """
    moment = _aware(start) if isinstance(start, datetime) else None
    parsed = parse_length(length)
    if parsed.unit != "H":
        day = moment.astimezone(ZONE).date() if moment else start
        return end_of(last_day(day, length, shifts=shifts))
    if not moment:
        raise ValueError(f"{length} räknas i timmar och behöver ett klockslag att räkna från")
    return moment.astimezone(UTC) + timedelta(hours=parsed.count)


def end_of(day: date) -> datetime:
    """Find the instant (UTC) when a day named by a decision is over in Sweden; it never shifts."""
    return datetime.combine(_day(day) + timedelta(days=1), time(), tzinfo=ZONE).astimezone(UTC)


def last_day_of(due: datetime) -> date:
    """Name the last local day before an instant: at midnight, the day that has just ended."""
    local = _aware(due).astimezone(ZONE)
    return local.date() - timedelta(days=1) if local.time() == time() else local.date()


def days_left(now: datetime, due: datetime) -> int:
    """Count local calendar days to the last day: 0 on that day, negative after it."""
    return (last_day_of(due) - _aware(now).astimezone(ZONE).date()).days


def in_words(now: datetime, due: datetime) -> str:
    """Say in Swedish how long is left, or how late it is.

    Days to the last day; hours if the time runs out during a day and within 48 hours.
    """
    left = _aware(due).astimezone(UTC) - _aware(now)  # in one zone, Python subtracts wall clocks
    if due.astimezone(ZONE).time() != time() and abs(left) < timedelta(hours=48):
        return _hours_in_words(left)
    days = days_left(now, due)
    near = {0: "i dag", 1: "i morgon", -1: "i går"}
    return near.get(days) or (f"om {days} dagar" if days > 0 else f"{-days} dagar sen")


def _hours_in_words(left: timedelta) -> str:
    hours = abs(left) // timedelta(hours=1)
    amount = f"{hours} {'timme' if hours == 1 else 'timmar'}" if hours else "mindre än en timme"
    return f"om {amount}" if left > timedelta() else f"{amount} sen"


def _counted(start: date, length: Length) -> date:
    if length.unit in _DAYS:
        return start + timedelta(days=length.count * _DAYS[length.unit])
    if length.unit not in _MONTHS:
        raise ValueError("En längd i timmar har ingen sista dag")
    years, month = divmod(start.month - 1 + length.count * _MONTHS[length.unit], 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


@cache
def _free_days(year: int) -> frozenset[date]:
    # Frozen: a `holidays` calendar fills itself while read. "de_facto" are the three eves.
    return frozenset(holidays.country_holidays("SE", years=year, categories=("public", "de_facto")))


def _day(day: date) -> date:
    # A datetime is a date to Python, but its date in UTC is often the day before in Sweden.
    if isinstance(day, datetime):
        raise ValueError("En dag behövs, inte en tidpunkt")  # noqa: TRY004
    if day.year not in _CALENDAR_YEARS:
        raise ValueError(f"Kalendern för år {day.year} är inte känd")
    return day


def _aware(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("Tidpunkten saknar tidszon")
    _day(moment.date())
    return moment


def _deadline(row_id: str, row: Mapping[str, Any]) -> Deadline:
    return Deadline(
        row_id, row["namn"], row.get("lagrum", ""), row.get("langd"), Kind(row["slag"]),
        row["grund"] == "lag", row["flyttas"], tuple(row["paminnelser"]),
        row["raknas_fran"], row["vid_utgang"], row["agare"], tuple(row["process"]),
        at_daybreak=row.get("vid_dagens_borjan", False),
    )  # fmt: skip


def _problems(row: Any) -> Sequence[str]:
    if not isinstance(row, dict):
        return ["nyckeln står utanför en rad"]
    return list(_shape_problems(row)) or list(_value_problems(row))


def _shape_problems(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"nyckeln {key} saknas" for key in _KEYS if key not in (*row, *_OPTIONAL))
    for key, value in row.items():
        parts = value if isinstance(value, list) else [str(value)]
        if key not in _KEYS:
            yield f"nyckeln {key} är okänd"
        elif type(value) is not _KEYS[key] or not all(isinstance(p, str) and p for p in parts):
            yield f"nyckeln {key} har fel sorts värde: {value!r}"


def _value_problems(row: Mapping[str, Any]) -> Iterator[str]:
    for key, allowed in (("slag", list(Kind)), ("grund", _GROUNDS)):
        if row[key] not in allowed:
            yield f"nyckeln {key} ska vara något av {', '.join(allowed)}, inte ”{row[key]}”"
    lengths = [("langd", row["langd"])] if "langd" in row else []
    lengths += [("paminnelser", text.removeprefix("-")) for text in row["paminnelser"]]
    for key, text in lengths:
        if not _LENGTH.fullmatch(text):
            yield f"nyckeln {key}: {_NOT_A_LENGTH.format(text)}"
    if row["flyttas"] and "T" in row.get("langd", "T"):
        yield "nyckeln flyttas kan bara vara true när langd räknas i dagar eller längre"
