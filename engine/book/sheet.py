"""Sets a few headed parts as a PDF that all can read: what somebody takes out of the pages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.book.typeface import unpack_fonts

TEMPLATE = Path(__file__).with_name("sheet.typ")


@dataclass(frozen=True)
class Part:
    """A headed part: paragraphs, then points, then pairs of question and answer."""

    heading: str
    paragraphs: Sequence[str] = ()
    points: Sequence[str] = ()
    pairs: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Document:
    """All that a document says, in words."""

    language: str
    title: str
    above: str
    """What stands above the title: the case and the process."""
    warning: str
    foot: str
    parts: Sequence[Part]


def pdf_of(document: Document) -> bytes:
    """Return a document as PDF/UA-1 (ISO 14289-1); texts are set as they are, and never run."""
    import typst  # noqa: PLC0415  (a web process that never prints need not carry it)

    with TemporaryDirectory() as desk:
        folder = Path(desk)
        told = json.dumps(asdict(document), ensure_ascii=False)
        (folder / "sheet.json").write_text(told, encoding="utf-8")
        shutil.copy(TEMPLATE, folder / TEMPLATE.name)
        unpack_fonts(folder)
        return bytes(typst.compile(
            folder / TEMPLATE.name, root=folder, font_paths=[folder],
            ignore_system_fonts=True, pdf_standards=["ua-1"],
        ))  # fmt: skip
