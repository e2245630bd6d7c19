"""Has a template set as a PDF by typst, whatever letters people have written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from engine.book.letters import ALL, PLAIN, spelled
from engine.book.typeface import unpack_fonts

TYPEFACES = Path(__file__).with_name("fonts.typ")
"""What templates import, so that all are set alike."""
Standard = Literal["ua-1", "a-2a"]


def set_as_pdf(desk: Path, template: Path, told: Mapping[str, Any], *standards: Standard) -> bytes:
    """Return the PDF that a template makes of what is told; other files it needs are on the desk.

    The same told gives the same bytes, on machines with the same typefaces. A letter that none of
    them has is told by its code: the standards (PDF/UA-1, PDF/A-2a) let no letter be missing.
    """
    from typst import TypstError  # noqa: PLC0415  (a web process that never prints need not have it)

    for each in (template, TYPEFACES):
        shutil.copy(each, desk / each.name)
    unpack_fonts(desk)
    for ranges in (None, ALL):
        try:
            return _set(desk, template, spelled(told, ranges) if ranges else told, standards)
        except TypstError:
            continue
    return _set(desk, template, spelled(told, PLAIN), standards)


def _set(
    desk: Path, template: Path, told: Mapping[str, Any], standards: tuple[Standard, ...]
) -> bytes:
    import typst  # noqa: PLC0415

    words = json.dumps(told, ensure_ascii=False)
    (desk / f"{template.stem}.json").write_text(words, encoding="utf-8")
    return typst.compile(
        desk / template.name, root=desk, font_paths=[desk], ignore_system_fonts=True,
        pdf_standards=list(standards),
    )  # fmt: skip
