"""How pages write days, instants, counts and sizes; times are told in Stockholm."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from web.language import SWEDISH, _, chosen, lazy

ZONE = ZoneInfo("Europe/Stockholm")

KILO = 1024
MOMENTS = {"sv": "d MMMM y 'kl.' HH.mm", "en": "d MMMM y, HH:mm"}
ROLES = {
    "handlaggare": lazy("handläggare"), "ordforande": lazy("ordförande"),
    "chef": lazy("chef"), "gruppledare": lazy("gruppledare"),
    "skyddsbehorig": lazy("skyddsbehörig"),
    "processagare": lazy("processägare"), "granskare": lazy("granskare"),
    "administrator": lazy("administratör"), "system": lazy("system"),
}  # fmt: skip


def day(value: date | str) -> str:
    """Write out a day: `23 november 2026`. An instant counts as its day in Stockholm."""
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, datetime):
        value = value.astimezone(ZONE).date()
    return format_date(value, "d MMMM y", locale=chosen())


def moment(value: datetime) -> str:
    """Write out an instant: `23 november 2026 kl. 14.30`, `23 November 2026, 14:30`."""
    language = chosen()
    return format_datetime(value, MOMENTS[language], tzinfo=ZONE, locale=language)


def clock(value: datetime, *, midnight: bool = False) -> str:
    """Write the time of day; nothing for midnight, when a whole day is meant, unless asked for."""
    local = value.astimezone(ZONE)
    if local.time() == time() and not midnight:
        return ""
    return f"kl. {local:%H.%M}" if chosen() == SWEDISH else f"{local:%H:%M}"


def iso(value: datetime) -> str:
    """Write an instant for machines, in Stockholm."""
    return value.astimezone(ZONE).isoformat(timespec="minutes")


def count(number: int, one: str, several: str) -> str:
    """Write a number with its noun: `1 uppgift`, `7 uppgifter`."""
    return f"{number} {one if number == 1 else several}"


def size(number: int) -> str:
    """Write how large a file is: `840 byte`, `12 kB`, `1,4 MB`."""
    if number < KILO:
        return _("%(number)s byte", number=number)
    if number < KILO * KILO:
        return f"{number // KILO} kB"
    large = f"{number / KILO / KILO:.1f} MB"
    return large.replace(".", ",") if chosen() == SWEDISH else large


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
