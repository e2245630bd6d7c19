"""Short notes on a drawing, such as numbers: each in a frame of its own, on top of everything."""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign

from lxml import etree

from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.svg_pen import ASCENT, add

FONT, HEIGHT, LETTER, SPACE = 13, 20, 7.4, 6
HEAD = 11
"""How long the head of a line is."""


def note_on_shape(layer: etree._Element, text: str, box: Box, others: Sequence[Box]) -> None:
    """Write a note on an edge of a shape, clear of the others; icons are at the upper left."""
    half = _width(text) / 2
    right, left = box.right - 4 - half, box.x + 4 + half
    places = [Point(right, box.y), Point(right, box.bottom), Point(left, box.bottom)]
    frames = {at: Box(at.x - half, at.y - HEIGHT / 2, 2 * half, HEIGHT) for at in places}
    clear = (at for at in places if not any(frames[at].overlaps(each) for each in others))
    _write(layer, text, next(clear, places[0]))


def note_on_line(layer: etree._Element, text: str, points: Sequence[Point]) -> None:
    """Write a note where a line arrives: lines from one gateway often begin as one.

    Beside it, for what the line is called stands above it.
    """
    (x, y), (bend_x, bend_y) = points[-1], points[-2]
    along = HEAD + _width(text) / 2
    if abs(x - bend_x) >= abs(y - bend_y):
        _write(layer, text, Point(x + copysign(along, bend_x - x), y + HEIGHT / 2 + 1))
    else:
        beside = x + _width(text) / 2 + 2
        _write(layer, text, Point(beside, y + copysign(HEAD + HEIGHT / 2, bend_y - y)))


def _write(layer: etree._Element, text: str, middle: Point) -> None:
    width = _width(text)
    add(layer, "rect", "note", x=middle.x - width / 2, y=middle.y - HEIGHT / 2, width=width,
        height=HEIGHT, rx=4.0)  # fmt: skip
    line = add(layer, "text", "note-text", x=middle.x, y=middle.y + FONT * (ASCENT - 0.6),
               font_size=FONT)  # fmt: skip
    line.text = text


def _width(text: str) -> float:
    return max(len(text) * LETTER + 2 * SPACE, HEIGHT)
