"""Short notes on a drawing, such as numbers: each in a frame of its own, on top of everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import dist

from lxml import etree

from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.svg_pen import ASCENT, add

FONT, HEIGHT, LETTER, SPACE = 13, 20, 7.4, 6


def note_on_shape(layer: etree._Element, text: str, box: Box, others: Sequence[Box]) -> None:
    """Write a note on an edge of a shape, clear of the others; icons are at the upper left."""
    half = _width(text) / 2
    right, left = box.right - 4 - half, box.x + 4 + half
    places = [Point(right, box.y), Point(right, box.bottom), Point(left, box.bottom)]
    frames = {at: Box(at.x - half, at.y - HEIGHT / 2, 2 * half, HEIGHT) for at in places}
    clear = (at for at in places if not any(frames[at].overlaps(each) for each in others))
    _write(layer, text, next(clear, places[0]))


def note_on_line(layer: etree._Element, text: str, points: Sequence[Point]) -> None:
    """Write a note on the middle of the longest piece of a line."""
    one, two = max(pairwise(points), key=lambda ends: dist(*ends))
    _write(layer, text, Point((one.x + two.x) / 2, (one.y + two.y) / 2))


def _write(layer: etree._Element, text: str, middle: Point) -> None:
    width = _width(text)
    add(layer, "rect", "note", x=middle.x - width / 2, y=middle.y - HEIGHT / 2, width=width,
        height=HEIGHT, rx=4.0)  # fmt: skip
    line = add(layer, "text", "note-text", x=middle.x, y=middle.y + FONT * (ASCENT - 0.6),
               font_size=FONT)  # fmt: skip
    line.text = text


def _width(text: str) -> float:
    return max(len(text) * LETTER + 2 * SPACE, HEIGHT)
