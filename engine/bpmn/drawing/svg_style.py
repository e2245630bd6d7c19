"""The look of a drawing: the style sheet inside it, and the badges that mark what has happened."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.svg_pen import add, number

MARKS = (
    *("current", "done", "executed", "missing", "added", "removed", "changed"),
    *("heat1", "heat2", "heat3", "heat4"),
)
"""What an element may be marked with; all but `executed` differ from the rest without colour too,
by a badge or a dash, `executed` by a thicker stroke, and heat by how thick it is."""

STYLE = """
text { font-family: "Source Sans 3", Arial, sans-serif; fill: #0b0c0c; text-anchor: middle; }
.frame { fill: #fff; stroke: #22242a; stroke-width: 1.5; }
.body { fill: #fff; stroke: #22242a; stroke-width: 2; }
.thin { stroke-width: 1.5; }
.end { stroke-width: 4; }
.call { stroke-width: 5; }
.open { fill: none; }
.sign { fill: none; stroke: #22242a; stroke-width: 1.5; stroke-linecap: round; }
.paper { fill: #fff; stroke: #22242a; stroke-width: 1.5; }
.solid { fill: #22242a; stroke: #22242a; stroke-width: 1; }
.fold { fill: none; stroke: #fff; stroke-width: 1.5; }
.cross { fill: none; stroke: #22242a; stroke-width: 4; }
.line { fill: none; stroke: #22242a; stroke-width: 2; stroke-linejoin: round; }
.head { fill: #22242a; stroke: #22242a; stroke-width: 1; stroke-linejoin: round; }
.hollow { fill: #fff; stroke: #22242a; stroke-width: 1.5; }
.later { stroke-dasharray: 6 3; }
.message { stroke-dasharray: 10 7; }
.dots { stroke-dasharray: 1 5; stroke-linecap: round; }
.current > .body { fill: #fff1d6; stroke: #b45309; stroke-width: 4; }
.done > .body { fill: #e3f4ea; stroke: #1d6b41; }
.executed > .body { fill: #e3f4ea; stroke: #1d6b41; stroke-width: 4; }
.executed > .line { stroke: #1d6b41; stroke-width: 3; }
.executed > .head { fill: #1d6b41; stroke: #1d6b41; }
.executed > .frame { stroke: #1d6b41; stroke-width: 3; }
.missing > .body { fill: #fdecea; stroke: #a8261b; stroke-width: 3; stroke-dasharray: 8 4; }
.missing > .line { stroke: #a8261b; stroke-width: 3; stroke-dasharray: 8 4; }
.missing > .head { fill: #a8261b; stroke: #a8261b; }
.missing > .frame { stroke: #a8261b; stroke-width: 3; stroke-dasharray: 8 4; }
.added > .body { fill: #e5f0fa; stroke: #1d4f91; stroke-width: 4; }
.added > .line { stroke: #1d4f91; stroke-width: 4; }
.added > .head { fill: #1d4f91; stroke: #1d4f91; }
.added > .frame { stroke: #1d4f91; stroke-width: 4; }
.removed > .body { fill: #fdecea; stroke: #a8261b; stroke-width: 3; stroke-dasharray: 4 4; }
.removed > .line { stroke: #a8261b; stroke-width: 3; stroke-dasharray: 4 4; }
.removed > .head { fill: #a8261b; stroke: #a8261b; }
.removed > .frame { stroke: #a8261b; stroke-width: 3; stroke-dasharray: 4 4; }
.changed > .body { fill: #f3ecfa; stroke: #5b3a91; stroke-width: 4; stroke-dasharray: 14 3; }
.changed > .line { stroke: #5b3a91; stroke-width: 3; stroke-dasharray: 14 3; }
.changed > .head { fill: #5b3a91; stroke: #5b3a91; }
.changed > .frame { stroke: #5b3a91; stroke-width: 3; stroke-dasharray: 14 3; }
.heat1 > .body { fill: #fff3df; stroke: #5c2a0a; }
.heat2 > .body { fill: #ffdba6; stroke: #5c2a0a; stroke-width: 3; }
.heat3 > .body { fill: #fbb45c; stroke: #5c2a0a; stroke-width: 4.5; }
.heat4 > .body { fill: #f08a4b; stroke: #5c2a0a; stroke-width: 6; }
.heat2 > .line { stroke: #5c2a0a; stroke-width: 3.5; }
.heat3 > .line { stroke: #5c2a0a; stroke-width: 5.5; }
.heat4 > .line { stroke: #5c2a0a; stroke-width: 8; }
.note { fill: #fff; stroke: #0b0c0c; stroke-width: 1; }
.note-text { font-weight: bold; }
.badge { stroke: #fff; stroke-width: 2; }
.badge-sign { fill: none; stroke: #fff; stroke-width: 2.5; stroke-linecap: round; }
"""

RADIUS = 12
_BADGES = {
    "current": ("#b45309", "M 0,-5.5 V 1 M 0,5 V 5.2"),
    "done": ("#1d6b41", "M -4.5,0.5 L -1.5,4 L 4.5,-3.5"),
    "missing": ("#a8261b", "M -3.5,-3.5 L 3.5,3.5 M -3.5,3.5 L 3.5,-3.5"),
    "added": ("#1d4f91", "M -5,0 H 5 M 0,-5 V 5"),
    "removed": ("#a8261b", "M -5,0 H 5"),
    "changed": ("#5b3a91", "M -5,1.5 Q -2.5,-4 0,0 Q 2.5,4 5,-1.5"),
}
"""Colour and sign, drawn as lines: no typeface need have it."""


def badges(parent: etree._Element, marks: str, box: Box, others: Sequence[Box]) -> None:
    """Put a badge for each mark at the upper right corner of a shape, or where it is clear.

    On the left they stand above or below where flows arrive.
    """
    places = (
        Point(box.right - 2, box.y),
        Point(box.x - 4, box.y + RADIUS + 3),
        Point(box.x - 4, box.bottom - RADIUS - 3),
        Point(box.right - 2, box.bottom),
    )
    clear = (p for p in places if not any(_disc(p).overlaps(other) for other in others))
    x, y = next(clear, places[0])
    for n, mark in enumerate(mark for mark in marks.split() if mark in _BADGES):
        _badge(parent, mark, x - n * 2 * RADIUS, y)


def _disc(middle: Point) -> Box:
    return Box(middle.x - RADIUS, middle.y - RADIUS, 2 * RADIUS, 2 * RADIUS)


def _badge(parent: etree._Element, mark: str, x: float, y: float) -> None:
    colour, sign = _BADGES[mark]
    add(parent, "circle", "badge", cx=x, cy=y, r=RADIUS, fill=colour)
    moved = f"translate({number(x)} {number(y)})"
    add(parent, "path", "badge-sign", d=sign, transform=moved)
