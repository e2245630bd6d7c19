"""Fonts packed for the web are unpacked for paper."""

import struct
import zlib
from pathlib import Path

import pytest

from engine.book.typeface import FACES, unpack_fonts, unpacked

BODY = b"a table that is long enough to be packed, packed, packed, packed"


def woff() -> bytes:
    """Build the smallest WOFF file: two tables, one of them packed."""
    packed = zlib.compress(BODY)
    start = 44 + 2 * 20
    first = struct.pack(">4sIIII", b"bbbb", start, len(packed), len(BODY), 7)
    second = struct.pack(">4sIIII", b"aaaa", start + len(packed), 3, 3, 8)
    head = struct.pack(">4sIIHHIHHIIIII", b"wOFF", 0x00010000, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    return head + first + second + packed + b"xyz"


def test_the_tables_come_out_whole_in_the_order_of_their_names() -> None:
    font = unpacked(woff())
    flavour, count, reach, power, rest = struct.unpack_from(">IHHHH", font)
    entries = [struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count)]

    assert (flavour, count, reach, power, rest) == (0x00010000, 2, 32, 1, 0)
    assert [(tag, checksum) for tag, checksum, _, _ in entries] == [(b"aaaa", 8), (b"bbbb", 7)]
    assert [font[at : at + size] for _, _, at, size in entries] == [b"xyz", BODY]
    assert all(at % 4 == 0 for _, _, at, _ in entries)


def test_what_is_no_packed_font_is_refused() -> None:
    with pytest.raises(ValueError, match="WOFF"):
        unpacked(b"\x00" * 200)


def test_the_fonts_of_the_front_end_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    unpack_fonts(tmp_path)

    assert {font.stem for font in tmp_path.glob("*.ttf")} == {
        face.replace("/", "-") for face in FACES
    }


def test_without_a_front_end_there_is_nothing_to_write(tmp_path: Path) -> None:
    unpack_fonts(tmp_path, source=tmp_path / "none")

    assert list(tmp_path.iterdir()) == []
