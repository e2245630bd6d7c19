"""Draws flows and associations as SVG: rounded corners, arrow heads, the default's stroke."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, degrees, hypot, sin

from lxml import etree

from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.svg_pen import add, label, number

CORNER = 5
HEAD = "M 0,0 L -10,-4.5 V 4.5 Z"
START = 3.5
"""The radius of the circle where a message flow begins."""
STROKE_AT = 10
"""How far from its source a default flow has its stroke."""
LABEL_WIDTH = 90


def draw_line(group: etree._Element, kind: str, points: Sequence[Point], is_default: bool) -> None:
    """Draw a line as the kind of flow or association it is."""
    is_message, is_sequence = kind == "messageFlow", kind == "sequenceFlow"
    words = "line" if is_sequence else "line message" if is_message else "line dots"
    add(group, "path", words, d=_path(points))
    if is_message:
        add(group, "circle", "hollow", cx=points[0].x, cy=points[0].y, r=START)
    if is_message or is_sequence:
        end, before = points[-1], points[-2]
        turned = number(degrees(atan2(end.y - before.y, end.x - before.x)))
        moved = f"translate({number(end.x)} {number(end.y)}) rotate({turned})"
        add(group, "path", "head" if is_sequence else "hollow", d=HEAD, transform=moved)
    if is_default:
        _default(group, points[0], points[1])


def draw_line_label(
    group: etree._Element, name: str, points: Sequence[Point], place: Box | None
) -> None:
    """Write the name of a line in its place, else at its middle."""
    if name.strip():
        one, two = points[(len(points) - 1) // 2], points[(len(points) - 1) // 2 + 1]
        middle = Point((one.x + two.x) / 2, (one.y + two.y) / 2)
        label(group, name, place or Box(middle.x - LABEL_WIDTH / 2, middle.y, LABEL_WIDTH, 0))


def _path(points: Sequence[Point]) -> str:
    parts = [f"M {_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        one, two = _towards(corner, before), _towards(corner, after)
        parts.append(f"L {_pair(one)} Q {_pair(corner)} {_pair(two)}")
    return " ".join([*parts, f"L {_pair(points[-1])}"])


def _towards(corner: Point, other: Point) -> Point:
    """Return the point where the rounding of a corner meets one of its two pieces."""
    length = hypot(other.x - corner.x, other.y - corner.y)
    part = min(CORNER, length / 2) / length if length else 0
    return Point(corner.x + (other.x - corner.x) * part, corner.y + (other.y - corner.y) * part)


def _default(group: etree._Element, start: Point, then: Point) -> None:
    """Draw the stroke across a default flow (BPMN 2.0, clause 13.2.1)."""
    angle = atan2(then.y - start.y, then.x - start.x)
    x, y = start.x + STROKE_AT * cos(angle), start.y + STROKE_AT * sin(angle)
    moved = f"translate({number(x)} {number(y)}) rotate({number(degrees(angle))})"
    add(group, "path", "line", d="M -2.5,-6 L 2.5,6", transform=moved)


def _pair(point: Point) -> str:
    return f"{number(point.x)},{number(point.y)}"
