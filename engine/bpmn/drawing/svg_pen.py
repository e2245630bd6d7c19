"""The strokes an SVG is made of: elements with tidy numbers, and text in lines."""

from __future__ import annotations

from lxml import etree

from engine.bpmn.drawing.geometry import Box
from engine.bpmn.drawing.text import LABEL_FONT, LINE_HEIGHT, PADDING, SOFT_HYPHEN, wrap

SVG = "http://www.w3.org/2000/svg"
ASCENT = 0.95
"""Where the letters stand in their line, in parts of the font size."""
LEAST = 90
"""bpmn-js wraps no label narrower than this."""


def add(parent: etree._Element, tag: str, words: str = "", **values: str | float) -> etree._Element:
    """Append an element with a class and attributes; `stroke_width` becomes `stroke-width`."""
    named = {
        name.replace("_", "-"): value if isinstance(value, str) else number(value)
        for name, value in values.items()
    }
    return etree.SubElement(
        parent, f"{{{SVG}}}{tag}", {"class": words} if words else {}, None, **named
    )


def number(value: float) -> str:
    """Return a number as short as it can be, the same on every machine."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def said(name: str | None) -> str:
    """Return a name on one line, its soft hyphens kept."""
    return " ".join((name or "").split())


def plain(name: str | None) -> str:
    """Return a name as people read it."""
    return said(name).replace(SOFT_HYPHEN, "")


def in_box(
    parent: etree._Element, name: str, box: Box, font: int, top: float | None = None
) -> None:
    """Write a name in the middle of a box, or from a place at its top."""
    wrapped = wrap(said(name), max(box.width - 2 * PADDING, 1), font)
    start = box.centre.y - wrapped.height / 2 if top is None else box.y + top
    _write(parent, wrapped.lines, box.centre.x, start, font)


def label(parent: etree._Element, name: str, box: Box) -> None:
    """Write a label where the drawing has its place, on lines that fit there."""
    wrapped = wrap(said(name), box.width, LABEL_FONT)
    if wrapped.cut or wrapped.height > box.height + 1:
        wrapped = wrap(said(name), max(box.width, LEAST), LABEL_FONT)
    _write(parent, wrapped.lines, box.centre.x, box.y, LABEL_FONT)


def upright(parent: etree._Element, name: str, strip: Box, font: int) -> None:
    """Write a name from the bottom to the top of the strip at the left of a pool or a lane."""
    wrapped = wrap(said(name), strip.height, font)
    x, y = strip.centre
    text = _write(parent, wrapped.lines, x, y - wrapped.height / 2, font)
    text.set("transform", f"rotate(-90 {number(x)} {number(y)})")


def _write(
    parent: etree._Element, lines: tuple[str, ...], x: float, top: float, font: int
) -> etree._Element:
    text = add(parent, "text", font_size=font)
    for n, line in enumerate(lines):
        y = top + (n * LINE_HEIGHT + ASCENT) * font
        shown = line.strip().replace(SOFT_HYPHEN, "")
        add(text, "tspan", x=x, y=y).text = shown
    return text
