"""Swedish text: cleaned when it comes in, searched for identity numbers, dates written out."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from personnummer import personnummer  # type: ignore[import-untyped]

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli"),
    *("augusti", "september", "oktober", "november", "december"),
)

_YEARS = range(1900, 2101)
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,6})?")
_THOUSANDS = re.compile(r"\.[0-9]{3}$")
_BETWEEN = r"[\s\-+\u2010-\u2015\u2212]{0,3}"
_IDENTITY_NUMBER = re.compile(
    rf"(?<![0-9])(?=([0-9](?:{_BETWEEN}[0-9]){{9}}(?:(?:{_BETWEEN}[0-9]){{2}})?)(?![0-9]))"
)
_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"  # control, save tab and new line; half characters
    "\u00ad\u200b\u2060\ufeff"  # zero width
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of writing
    "]+"
)
_PROPER_NAMES = (
    *("Sverige", "Svensk", "Stockholm", "Europeiska"),
    *("Arbetsmiljöverk", "Arbetsförmedling", "Brottsoffermyndighet", "Försäkringskassa"),
    *("Jämställdhetsmyndighet", "Migrationsverk", "Polismyndighet", "Skatteverk", "Åklagarmynd"),
)


def clean(text: str) -> str:
    """Strip and normalise a text; leave out characters that cannot be seen."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.replace("\n", "").isprintable():  # seldom, and quicker to tell than to replace
        text = _UNSEEN.sub("", text)
    return text.strip()


def clean_line(text: str) -> str:
    """Clean a text that has one line only."""
    return " ".join(clean(text).split())


def read_date(day: str, month: str, year: str) -> date | None:
    """Read a day of the calendar written in three numbers, of which the year has four digits."""
    if not all(re.fullmatch(r"[0-9]{1,4}", part) for part in (day, month, year)):
        return None
    try:
        read = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return read if read.year in _YEARS else None


def read_number(text: str) -> float | None:
    """Read a number as Swedes write it: `4 000`, `−3`, `2,5`; `1.000` could mean two things."""
    plain = re.sub(r"\s", "", text).replace("\u2212", "-")
    if not _NUMBER.fullmatch(plain) or _THOUSANDS.search(plain):
        return None
    number = float(plain.replace(",", "."))
    return int(number) if number.is_integer() else number


def inside_sentence(label: str) -> str:
    """Write a label as it stands in the middle of a sentence: names and abbreviations are kept."""
    first, space, rest = label.partition(" ")
    if first.startswith(_PROPER_NAMES) or first[1:] != first[1:].lower() or len(first) == 1:
        return label
    return f"{first.lower()}{space}{rest}"


def swedish_date(day: date) -> str:
    """Write a date out: `23 november 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def swedish_month(month: str) -> str:
    """Write a month (`2026-11`) out: `november 2026`."""
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def swedish_moment(local: datetime) -> str:
    """Write an instant of the local clock out: `23 november 2026 kl. 14.30`."""
    return f"{swedish_date(local)} kl. {local:%H.%M}"


def swedish_days(first: date, last: date) -> str:
    """Write a span of days out: `2 mars 2026 till 9 mars 2026`."""
    return f"{swedish_date(first)} till {swedish_date(last)}"


def has_identity_number(text: str) -> bool:
    """Find personnummer and samordningsnummer, also when their digits are spaced out."""
    plain = unicodedata.normalize("NFKC", text)
    candidates = (match[1] for match in _IDENTITY_NUMBER.finditer(plain))
    return any(personnummer.valid(re.sub(r"[^0-9]", "", each)) for each in candidates)
