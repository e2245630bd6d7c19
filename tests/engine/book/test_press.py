"""The book is written: a drawing for each process, and one PDF that all can read."""

import re
from datetime import date
from pathlib import Path

import pytest

from engine.book import setting, typeface
from engine.book.press import Edition, contents, write_book
from engine.bpmn.drawing.svg import render
from tests.engine.book.small import FILES, README, small

EDITION = Edition(date(2026, 11, 6), README)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    write_book(small(), folder, EDITION)
    return folder


def test_every_process_has_its_drawing(folder: Path) -> None:
    assert {path.stem for path in folder.glob("*.svg")} == set(small().diagrams)
    text = (folder / "called.svg").read_text(encoding="utf-8")
    assert text == render(FILES["called.bpmn"].encode())


def test_the_book_is_a_tagged_pdf_in_swedish_with_a_page_for_each_part(folder: Path) -> None:
    pdf = (folder / "processer.pdf").read_bytes()

    assert pdf.startswith(b"%PDF-1.")
    assert b"/Lang(sv)" in pdf
    assert b"pdfuaid" in pdf
    # title, contents, map, four chapters, and the end states with the glossary
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 8


def test_the_same_set_gives_the_same_bytes_and_old_drawings_go(tmp_path: Path) -> None:
    write_book(small(), tmp_path, EDITION)
    before = (tmp_path / "processer.pdf").read_bytes()
    (tmp_path / "gone.svg").write_text("<svg/>")

    assert write_book(small(), tmp_path, EDITION).read_bytes() == before
    assert not (tmp_path / "gone.svg").exists()


def test_the_title_page_tells_the_version_and_when_it_was_published(tmp_path: Path) -> None:
    drawings = {process: render(FILES[f"{process}.bpmn"].encode()) for process in small().diagrams}
    told = contents(small(), EDITION, drawings, tmp_path)

    assert told["version"] == small().version[:12]
    assert told["published"] == "6 november 2026"
    assert contents(small(), Edition(), drawings, tmp_path)["published"] == ""
    assert told["ends"] == [("A1", "Klart")]


def test_every_picture_has_a_text_that_stands_for_it(tmp_path: Path) -> None:
    drawings = {process: render(FILES[f"{process}.bpmn"].encode()) for process in small().diagrams}
    plates = {
        c["id"]: c["plate"] for c in contents(small(), EDITION, drawings, tmp_path)["chapters"]
    }

    assert plates["called"]["alt"] == "Processdiagram. Banor: Bana. Steg: B."
    assert all((tmp_path / part["file"]).exists() for p in plates.values() for part in p["parts"])


def test_without_the_typeface_of_the_web_the_book_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "unpack_fonts", lambda desk: typeface.unpack_fonts(desk, tmp_path))

    assert write_book(small(), tmp_path, EDITION).read_bytes().startswith(b"%PDF-1.")
