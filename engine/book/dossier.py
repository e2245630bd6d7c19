"""Sets an agency's part of a case as one PDF, to be kept for long and read by everybody.

PDF/UA-1 (ISO 14289-1) for who hears it read, PDF/A-2a (ISO 19005-2) for the archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.book.plates import plate
from engine.book.press import laid_out
from engine.book.setting import set_as_pdf

TEMPLATE = Path(__file__).with_name("dossier.typ")


@dataclass(frozen=True)
class Answers:
    """A form's answers, or what was handed over."""

    title: str
    day: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Withheld:
    """What is left out of an extract, and what the reader is told of it instead."""

    title: str
    why: str
    instead: str


@dataclass(frozen=True)
class Happening:
    """A moment of the timeline, in words."""

    when: str
    title: str
    by: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A drawing as it stood, in the version that was in force."""

    name: str
    about: str
    svg: str


@dataclass(frozen=True)
class Dossier:
    """All that the PDF tells."""

    title: str
    number: str
    agency: str
    made: datetime
    facts: tuple[tuple[str, str], ...]
    """(what, value) on the first page: when it was made, by whom, on which ground."""
    answers: tuple[Answers, ...]
    timeline: tuple[Happening, ...] = ()
    pictures: tuple[Picture, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    note: str = ""
    """What stands below the title."""


def write_dossier(told: Dossier) -> bytes:
    """Return the PDF; the same told gives the same bytes, on machines with the same typeface."""
    with TemporaryDirectory() as folder:
        desk = Path(folder)
        return set_as_pdf(desk, TEMPLATE, _values(told, desk), "ua-1", "a-2a")


def _values(told: Dossier, desk: Path) -> dict[str, Any]:
    values = asdict(told)
    made = told.made
    values["made"] = [made.year, made.month, made.day, made.hour, made.minute, made.second]
    values["pictures"] = _pictures(told.pictures, desk)
    return values


def _pictures(pictures: Sequence[Picture], desk: Path) -> list[dict[str, Any]]:
    return [
        {"name": each.name, "plate": laid_out(plate(each.svg), f"{number}", each.about, desk)}
        for number, each in enumerate(pictures)
    ]
