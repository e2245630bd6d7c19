"""An agency's part of a case is a PDF that can be heard read, and kept in an archive."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from engine.book.dossier import Answers, Dossier, Happening, Picture, Withheld, write_dossier
from engine.bpmn.drawing.svg import render
from tests.engine.book.small import FILES

TOLD = Dossier(
    "Myndighetens del av ärendet", "2026-00001", "Socialtjänsten",
    datetime(2026, 3, 2, 9, 0, tzinfo=UTC), (("Uttaget", "2 mars 2026"),),
    (Answers("Bedömning", "2 mars 2026", (("Vad har hänt?", "Rad ett\nRad #två *nej*"),)),),
    (Happening("2 mars", "Klar: A", "Ada Ek", "Tiden hölls."),),
    (Picture("Stöd", "Diagrammet", render(FILES["called.bpmn"].encode())),),
)  # fmt: skip


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_it_is_tagged_for_readers_and_made_for_archives() -> None:
    pdf = write_dossier(TOLD)

    assert b"pdfuaid" in pdf
    assert b"pdfaid" in pdf
    assert b"/Lang(sv)" in pdf
    assert pages(pdf) == 2


def test_the_same_gives_the_same_bytes() -> None:
    assert write_dossier(TOLD) == write_dossier(TOLD)


def test_nothing_to_tell_is_told_too() -> None:
    assert pages(write_dossier(replace(TOLD, answers=(), timeline=(), pictures=()))) == 1


def test_what_is_withheld_stands_first() -> None:
    short = replace(TOLD, pictures=())
    left = (Withheld("Anteckning", "Röjer någon annan.", "Vad en granne har sagt."),
            Withheld("Bilaga", "Röjer någon annan.", ""))  # fmt: skip

    assert len(write_dossier(replace(short, withheld=left))) > len(write_dossier(short))


def test_no_text_is_taken_for_markup() -> None:
    odd = Answers('#panic("x")', "$ _ * `", (("= rubrik", '#read("/etc/passwd") <a> @b\\'),))

    assert write_dossier(replace(TOLD, answers=(odd,), pictures=())).startswith(b"%PDF-1.7")
