"""Sets a few headed parts as a PDF that all can read: what somebody takes out of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.book.setting import set_as_pdf

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
    with TemporaryDirectory() as desk:
        return set_as_pdf(Path(desk), TEMPLATE, asdict(document), "ua-1")
