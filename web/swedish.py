"""How pages write days, instants and texts in Swedish; times are told in Stockholm."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

ZONE = ZoneInfo("Europe/Stockholm")

KILO = 1024
ROLES = {"handlaggare": "handläggare", "ordforande": "ordförande", "chef": "chef",
         "gruppledare": "gruppledare"}  # fmt: skip


def day(value: date | str) -> str:
    """Write out a day: `23 november 2026`. An instant counts as its day in Stockholm."""
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, datetime):
        value = value.astimezone(ZONE).date()
    return format_date(value, "d MMMM y", locale="sv")


def moment(value: datetime) -> str:
    """Write out an instant: `23 november 2026 kl. 14.30`."""
    return format_datetime(value, "d MMMM y 'kl.' HH.mm", tzinfo=ZONE, locale="sv")


def clock(value: datetime) -> str:
    """Write the time of day, or nothing for midnight, when a whole day is meant."""
    local = value.astimezone(ZONE)
    return "" if local.time() == time() else f"kl. {local:%H.%M}"


def iso(value: datetime) -> str:
    """Write an instant for machines, in Stockholm."""
    return value.astimezone(ZONE).isoformat(timespec="minutes")


def count(number: int, one: str, several: str) -> str:
    """Write a number with its noun: `1 uppgift`, `7 uppgifter`."""
    return f"{number} {one if number == 1 else several}"


def size(number: int) -> str:
    """Write how large a file is: `840 byte`, `12 kB`, `1,4 MB`."""
    if number < KILO:
        return f"{number} byte"
    if number < KILO * KILO:
        return f"{number // KILO} kB"
    return f"{number / KILO / KILO:.1f} MB".replace(".", ",")


def role(code: str) -> str:
    """Name a role."""
    return ROLES.get(code, code)


def prose(text: str) -> list[tuple[str, list[str]]]:
    """Split a text into (kind, lines): `heading`, `list` and `paragraph`, blank lines between."""
    blocks = []
    for block in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if lines and lines[0].startswith("#"):
            blocks.append(("heading", [lines.pop(0).lstrip("# ")]))
        if lines and all(line.startswith("- ") for line in lines):
            blocks.append(("list", [line[2:] for line in lines]))
        elif lines:
            blocks.append(("paragraph", lines))
    return blocks


FILTERS = {each.__name__: each for each in (day, moment, clock, iso, count, size, role, prose)}
