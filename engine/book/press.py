"""Writes the book: one SVG for each process, and all of it as one PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.book.contents import Chapter, abbreviations, chapters, glossary
from engine.book.plates import Part, Plate, plate
from engine.book.setting import set_as_pdf
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.drawing.drawn import read_drawn
from engine.bpmn.drawing.svg import described, render
from engine.texts import MONTHS

TEMPLATE = Path(__file__).with_name("book.typ")
PDF = "processer.pdf"


@dataclass(frozen=True)
class Edition:
    """What the title page says of the process set."""

    published: date | None = None
    readme: str = ""
    """The text beside the diagrams, with the glossary."""


def write_book(processes: ProcessSet, folder: Path, edition: Edition) -> Path:
    """Write the drawings and the book into a folder; what no longer exists there is removed.

    The same set and edition give the same bytes, on machines with the same typeface.
    """
    folder.mkdir(parents=True, exist_ok=True)
    drawings = {p: render(_xml(processes, p)) for p in sorted(processes.diagrams)}
    for old in folder.glob("*.svg"):
        if old.stem not in drawings:
            old.unlink()
    for process, svg in drawings.items():
        (folder / f"{process}.svg").write_text(svg, encoding="utf-8")
    with TemporaryDirectory() as name:
        desk = Path(name)
        told = contents(processes, edition, drawings, desk)
        (folder / PDF).write_bytes(set_as_pdf(desk, TEMPLATE, told, "ua-1"))
    return folder / PDF


def contents(
    processes: ProcessSet, edition: Edition, drawings: Mapping[str, str], desk: Path
) -> dict[str, Any]:
    """Return all that the template sets, and put the pictures it names on the desk."""
    return {
        "version": processes.version[:12],
        "published": _day(edition.published),
        "chapters": [
            asdict(each) | {"plate": _plate(processes, each, drawings[each.id], desk)}
            for each in chapters(processes)
        ],
        "glossary": glossary(edition.readme),
        "laws": abbreviations(edition.readme),
        "ends": sorted(processes.registers.end_states.items(), key=lambda end: (len(end[0]), end)),
    }


def _plate(processes: ProcessSet, chapter: Chapter, svg: str, desk: Path) -> dict[str, Any]:
    alt = described(read_drawn(_xml(processes, chapter.id)))
    return laid_out(plate(svg), chapter.id, alt, desk)


def laid_out(cut: Plate, name: str, alt: str, desk: Path) -> dict[str, Any]:
    """Return a drawing on its pages as the templates set it, and put its files on the desk."""
    parts = [_picture(desk, f"{name}-{n}.svg", part) for n, part in enumerate(cut.parts)]
    return {
        "paper": cut.paper.name,
        "flipped": cut.paper.flipped,
        "parts": parts,
        "side": _picture(desk, f"{name}-side.svg", cut.side) if cut.side else None,
        "alt": alt,
    }


def _picture(desk: Path, name: str, part: Part) -> dict[str, Any]:
    (desk / name).write_text(part.svg, encoding="utf-8")
    return {"file": name, "width": part.width, "height": part.height}


def _xml(processes: ProcessSet, process: str) -> bytes:
    return processes.files[processes.diagram(process).file].encode()


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
