"""Finds the letters of what is printed: unpacks the web's fonts into what typst reads."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from engine.config import ROOT

FONTS = ROOT / "node_modules" / "@fontsource"
SCRIPTS = ("arabic", "bengali", "devanagari", "ethiopic", "thai")
"""Of the languages of many who are met, beside Latin, Greek and Cyrillic, which typst has."""
FACES = (
    *(f"source-sans-3/latin-{each}" for each in ("400-normal", "400-italic", "700-normal")),
    *(f"noto-sans-{each}/{each}-400-normal" for each in SCRIPTS),
)
_HEADER = ">4sIIHHIHHIIIII"
_ENTRY = ">4sIIII"


def unpack_fonts(folder: Path, source: Path = FONTS) -> None:
    """Write the fonts into a folder as TrueType; nothing where the front end is not installed.

    Then typst takes a typeface of its own: the book looks different, and says the same.
    """
    for name in FACES:
        family = name.rpartition("/")[0]
        packed = source / family / "files" / f"{name.replace('/', '-')}.woff"
        if packed.exists():
            target = folder / f"{packed.stem}.ttf"
            target.write_bytes(unpacked(packed.read_bytes()))


def unpacked(woff: bytes) -> bytes:
    """Return the font that a WOFF 1.0 file holds (W3C Recommendation, clauses 3 to 5)."""
    signature, flavour, _, count, *_ = _header(woff)
    if signature != b"wOFF":
        raise ValueError("not a WOFF file")
    tables = sorted(_tables(woff, count))
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">IHHHH", flavour, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    place, entries, bodies = len(head) + 16 * count, b"", b""
    for tag, checksum, data in tables:
        entries += struct.pack(">4sIII", tag, checksum, place + len(bodies), len(data))
        bodies += data + bytes(-len(data) % 4)
    return head + entries + bodies


def _header(woff: bytes) -> tuple[bytes, int, int, int]:
    signature, flavour, length, count, *_ = struct.unpack_from(_HEADER, woff)
    return signature, flavour, length, count


def _tables(woff: bytes, count: int) -> Iterator[tuple[bytes, int, bytes]]:
    start, size = struct.calcsize(_HEADER), struct.calcsize(_ENTRY)
    for n in range(count):
        tag, place, packed, length, checksum = struct.unpack_from(_ENTRY, woff, start + n * size)
        data = woff[place : place + packed]
        yield tag, checksum, zlib.decompress(data) if packed < length else data
