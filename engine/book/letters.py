"""Which letters our typefaces have: others are told by their codes, so that nothing is lost."""

from __future__ import annotations

from typing import Any
from unicodedata import category

Ranges = tuple[tuple[int, int], ...]
PLAIN: Ranges = ((0x20, 0x4FF), (0x531, 0x58F), (0x5D0, 0x5EA), (0x1E00, 0x1FFF),
                 (0x2000, 0x2027), (0x202F, 0x2040), (0x2070, 0x20BF), (0x2190, 0x22FF),
                 (0x2500, 0x25FF))  # fmt: skip
"""Latin, Greek, Cyrillic, Armenian, Hebrew and signs: typst brings them itself."""
ALL: Ranges = (*PLAIN, (0x60C, 0x60F), (0x61B, 0x652), (0x660, 0x6D3), (0x6EE, 0x6FF),
               (0x750, 0x77F), (0x900, 0x9FF), (0xE01, 0xE5B), (0x1200, 0x137F),
               (0xFE70, 0xFEFC))  # fmt: skip
"""Arabic, Devanagari, Bengali, Thai and Ethiopic, too, where `engine.book.typeface` has them."""
NOTHING = {"Cn", "Co", "Cs", "Cc"}
"""Unassigned, private, surrogates, controls: they have no letter anywhere."""


def spelled(told: Any, ranges: Ranges) -> Any:
    """Return what is told with `[U+4E2D]` in the place of each letter outside the ranges."""
    match told:
        case str():
            return "".join(
                each if is_shown(each, ranges) else f"[U+{ord(each):04X}]" for each in told
            )
        case dict():
            return {key: spelled(value, ranges) for key, value in told.items()}
        case list() | tuple():
            return [spelled(each, ranges) for each in told]
    return told


def is_shown(sign: str, ranges: Ranges) -> bool:
    """Say whether there is a letter for a sign, or it ends a line."""
    code = ord(sign)
    inside = any(first <= code <= last for first, last in ranges)
    return sign == "\n" or (inside and category(sign) not in NOTHING)
