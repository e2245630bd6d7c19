"""Draws pools, lanes, tasks, events, gateways and the rest of a diagram's shapes as SVG."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from engine.bpmn.drawing.geometry import Box
from engine.bpmn.drawing.graph import EVENTS
from engine.bpmn.drawing.shape_rules import HEADER
from engine.bpmn.drawing.svg_pen import add, in_box, label, number, upright
from engine.bpmn.drawing.svg_symbols import EVENTS as EVENT_SYMBOLS
from engine.bpmn.drawing.svg_symbols import GATEWAYS, PENTAGON, PLUS, TASKS, Symbol
from engine.bpmn.drawing.text import PADDING, TASK_FONT
from engine.bpmn.source import local

ROUND = 10
RING = 3
"""How far inside an event's circle its second one is."""
SYMBOL_AT, SYMBOL_SIZE = 4, 0.8
FILLED = {"intermediateThrowEvent", "endEvent"}
SUBPROCESSES = {"subProcess", "transaction", "adHocSubProcess"}
UNDER_SHAPE = 5

Draw = Callable[[etree._Element, etree._Element, Box], None]
"""Takes the group to draw in, the BPMN element, and its box."""


def draw_shape(group: etree._Element, element: etree._Element, box: Box, leaf: bool) -> None:
    """Draw a shape; one whose inside is drawn too (not a leaf) has its name at the top.

    What BPMN does not know, or we do not, is a plain box with its name.
    """
    kind, name = local(element), element.get("name", "")
    if kind in {"participant", "lane"}:
        _container(group, name, box, kind == "participant", leaf)
    elif kind in EVENTS:
        _event(group, element, box)
    elif kind.endswith("Gateway"):
        _gateway(group, kind, box)
    else:
        _FIGURES.get(kind, _activity)(group, element, box)
        _name(group, element, box, leaf)


def draw_label(group: etree._Element, name: str, box: Box, place: Box | None) -> None:
    """Write the label of an event or a gateway: in its place, else below."""
    if name.strip():
        below = Box(box.centre.x - 45, box.bottom + UNDER_SHAPE, 90, 0)
        label(group, name, place or below)


def _container(group: etree._Element, name: str, box: Box, is_pool: bool, is_leaf: bool) -> None:
    add(group, "rect", "frame", **_sides(box))
    if is_pool and is_leaf:
        in_box(group, name, box, TASK_FONT)
        return
    strip = Box(box.x, box.y, HEADER, box.height)
    if is_pool:
        add(group, "rect", "frame", **_sides(strip))
    upright(group, name, strip, TASK_FONT)


def _event(group: etree._Element, element: etree._Element, box: Box) -> None:
    kind, radius = local(element), box.width / 2
    x, y = box.centre
    waits = element.get("cancelActivity") == "false" or element.get("isInterrupting") == "false"
    later = " later" if waits else ""
    width = {"endEvent": " end", "startEvent": ""}.get(kind, " thin")
    add(group, "circle", f"body{width}{later}", cx=x, cy=y, r=radius)
    if width == " thin":
        add(group, "circle", f"sign{later}", cx=x, cy=y, r=max(radius - RING, 1))
    definitions = [local(each) for each in element if local(each).endswith("EventDefinition")]
    if "terminateEventDefinition" in definitions:
        add(group, "circle", "solid", cx=x, cy=y, r=radius * 0.56)
    elif definitions and (symbol := EVENT_SYMBOLS.get(definitions[0])):
        _symbol(group, symbol, (x, y), kind in FILLED)


def _symbol(
    group: etree._Element, symbol: Symbol, at: tuple[float, float], is_filled: bool, size: float = 1
) -> None:
    moved = f"translate({number(at[0])} {number(at[1])})"
    if size != 1:
        moved += f" scale({number(size)})"
    filled = is_filled and not symbol.is_outline
    add(group, "path", "solid" if filled else "paper", d=symbol.path, transform=moved)
    if symbol.on_top:
        add(group, "path", "fold" if filled else "sign", d=symbol.on_top, transform=moved)


def _gateway(group: etree._Element, kind: str, box: Box) -> None:
    x, y = box.centre
    corners = [(x, box.y), (box.right, y), (x, box.bottom), (box.x, y)]
    points = " ".join(f"{number(one)},{number(two)}" for one, two in corners)
    add(group, "polygon", "body", points=points)
    moved = f"translate({number(x)} {number(y)})"
    if kind in GATEWAYS:
        add(group, "path", "cross", d=GATEWAYS[kind], transform=moved)
    elif kind == "inclusiveGateway":
        add(group, "circle", "sign", cx=x, cy=y, r=12, stroke_width=2.5)
    elif kind == "eventBasedGateway":
        add(group, "circle", "sign", cx=x, cy=y, r=box.width * 0.3)
        add(group, "circle", "sign", cx=x, cy=y, r=box.width * 0.24)
        add(group, "path", "sign", d=PENTAGON, transform=moved)


def _activity(group: etree._Element, element: etree._Element, box: Box) -> None:
    kind = local(element)
    width = " call" if kind == "callActivity" else ""
    later = " later" if element.get("triggeredByEvent") == "true" else ""
    add(group, "rect", f"body{width}{later}", **_sides(box), rx=ROUND, ry=ROUND)
    if kind in TASKS:
        at = (box.x + SYMBOL_AT, box.y + SYMBOL_AT)
        _symbol(group, TASKS[kind], at, kind == "sendTask", SYMBOL_SIZE)


def _group(group: etree._Element, element: etree._Element, box: Box) -> None:
    add(group, "rect", "line later", **_sides(box), rx=ROUND, ry=ROUND)


def _annotation(group: etree._Element, element: etree._Element, box: Box) -> None:
    path = f"M {number(box.x + 10)},{number(box.y)} h -10 v {number(box.height)} h 10"
    add(group, "path", "line", d=path)


def _data(group: etree._Element, element: etree._Element, box: Box) -> None:
    right, top, fold = box.right, box.y, min(box.width, box.height) / 4
    corner = f"{number(right - fold)},{number(top)} L {number(right)},{number(top + fold)}"
    path = f"M {number(box.x)},{number(top)} L {corner} V {number(box.bottom)} H {number(box.x)} Z"
    add(group, "path", "body", d=path)


_FIGURES: dict[str, Draw] = {
    "group": _group,
    "textAnnotation": _annotation,
    "dataObject": _data,
    "dataObjectReference": _data,
    "dataInput": _data,
    "dataOutput": _data,
}


def _name(group: etree._Element, element: etree._Element, box: Box, leaf: bool) -> None:
    """Write the name of a box in it, or, of what is small, below it; mark what has an inside."""
    kind = local(element)
    name = element.get("name") or next((c.text or "" for c in element if local(c) == "text"), "")
    if kind.startswith("data"):
        draw_label(group, name, box, None)
        return
    is_call = kind == "callActivity" or (kind in SUBPROCESSES and leaf)
    in_box(group, name, box, TASK_FONT, None if leaf else PADDING)
    if is_call:
        moved = f"translate({number(box.centre.x)} {number(box.bottom - 11)})"
        add(group, "path", "sign", d=PLUS, transform=moved)


def _sides(box: Box) -> dict[str, float]:
    return dict(zip(("x", "y", "width", "height"), box, strict=True))
