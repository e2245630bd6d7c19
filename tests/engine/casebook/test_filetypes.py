"""Files are known by their content; names are made harmless."""

import time
import unicodedata
import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.casebook.filetypes import (
    ENTRIES,
    KINDS,
    LARGEST,
    ODT,
    UNPACKED,
    ZIP,
    clean_name,
    kind_of,
    problem,
)

PDF = KINDS["pdf"]


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive without a time in it: the name of a test is the same in every worker."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def zipped(**parts: bytes) -> bytes:
    return packed({name.replace("__", "/").replace("_", "."): parts[name] for name in parts})


def office(*names: str) -> bytes:
    return packed(dict.fromkeys(names, b"<x/>"))


DOCX = office("[Content_Types].xml", "word/document.xml")
XLSX = office("[Content_Types].xml", "xl/workbook.xml")
KNOWN = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3", "png": b"\x89PNG\r\n\x1a\n\x00", "jpeg": b"\xff\xd8\xff\xe0",
    "docx": DOCX, "xlsx": XLSX, "odt": zipped(mimetype=ODT), "text": "Hej på dig!\n".encode(),
}  # fmt: skip


@pytest.mark.parametrize("kind", KNOWN)
def test_a_file_is_known_by_its_content(kind: str) -> None:
    found = kind_of(KNOWN[kind])

    assert found
    assert found.name == kind
    assert problem(KNOWN[kind]) is None


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00", b"\x7fELF", b"GIF89a\x00\xff", b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x00",
        b"PK\x05\x06" + bytes(18), b"Hej\x1b[31m", "vänd \u202e om".encode(), b"\xff\xfe",
        zipped(a_txt=b"x"), office("word/document.xml"), office("[Content_Types].xml"),
        office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        office("[Content_Types].xml", "word/document.xml", "xl/workbook.xml"),
        zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
        DOCX[:-30], DOCX[:60],
    ],
)  # fmt: skip
def test_programs_macros_and_broken_documents_are_refused(content: bytes) -> None:
    assert kind_of(content) is None
    assert "tas emot" in (problem(content) or "tas emot")


def test_a_document_with_too_many_parts_is_refused() -> None:
    parts = [f"a/{number}" for number in range(ENTRIES + 1)]

    assert kind_of(office("[Content_Types].xml", "word/document.xml", *parts)) is None


def test_an_empty_and_a_large_file_are_refused_in_words() -> None:
    assert problem(b"") == "Filen är tom"
    assert problem(b"a" * (LARGEST + 1)) == "Filen är för stor, högst 10 MB"
    assert problem(b"a" * LARGEST) is None


@given(st.binary(max_size=400))
def test_no_content_is_too_strange_to_look_at(content: bytes) -> None:
    for made in (content, ZIP + content, DOCX[:50] + content, content + DOCX):
        assert kind_of(made) is None or problem(made) in (None, "Filen är tom")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Beslut.pdf", "Beslut.pdf"),
        ("beslut.exe", "beslut.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\hemligt\\beslut.docx", "beslut.pdf"),
        ("foto\u202egpj.exe", "fotogpj.pdf"),
        ("\x00\r\nSet-Cookie: a=b", "Set-Cookie_ a=b.pdf"),
        ("...", "bilaga.pdf"), ("", "bilaga.pdf"), (".htaccess", "htaccess.pdf"),
        ("con.txt", "_con.pdf"), ("LPT1", "_LPT1.pdf"),
        ("a<script>alert(1)</script>.pdf", "script.pdf"),
        ('a"; filename="b.html', "a__ filename=_b.pdf"),
        ("Åsas skäl  2.pdf", "Åsas skäl 2.pdf"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
    ],
)  # fmt: skip
def test_a_hostile_name_is_made_harmless(name: str, clean: str) -> None:
    assert clean_name(name, PDF) == clean


@given(st.text(max_size=300))
def test_no_name_can_do_harm(name: str) -> None:
    clean = clean_name(name, PDF)

    assert clean.endswith(".pdf")
    assert 5 <= len(clean) <= 85
    assert not set(clean) & set("/\\<>:\"|?*%;&$`'")
    assert not clean.startswith(".")
    assert all(unicodedata.category(each)[0] != "C" for each in clean)
    assert clean_name(clean, PDF) == clean


def test_a_document_that_says_it_unpacks_to_more_than_any_document_is_refused() -> None:
    made = BytesIO(DOCX)
    with (
        zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/a.bmp", "w") as part,
    ):
        for _ in range(UNPACKED // 2**20):
            part.write(bytes(2**20))
    assert len(made.getvalue()) < LARGEST
    assert kind_of(made.getvalue()) is None


def test_a_long_list_of_parts_is_soon_read() -> None:
    began = time.monotonic()
    assert kind_of(office("[Content_Types].xml", *(f"{n:x}" for n in range(60_000)))) is None

    assert time.monotonic() - began < 20
