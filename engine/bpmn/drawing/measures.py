"""Decides how big every node is and how much room its column and its row must give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from engine.bpmn.drawing.graph import Graph, Node
from engine.bpmn.drawing.text import LABEL_FONT, LINE_HEIGHT, PADDING, TASK_FONT, Wrapped, wrap

TASK_WIDTH, TASK_HEIGHT, TASK_STEP = 100, 80, 20
GATEWAY, EVENT = 50, 36
LABEL_WIDTH = 90
"""bpmn-js wraps no external label narrower than this."""
WIDE_LABEL, WIDEST_LABEL = 100, 130
LABEL_GAP = 5
ICON = 26
"""The symbol in the upper left corner of a task reaches this far."""
EAST, SOUTH, WEST, NORTH = range(4)


@dataclass(frozen=True)
class Room:
    """How far something reaches from the middle of its cell."""

    left: float
    top: float
    right: float
    bottom: float


def size(node: Node) -> tuple[int, int]:
    """Return width and height; a long name makes a task higher."""
    if node.is_event:
        return EVENT, EVENT
    if node.is_gateway:
        return GATEWAY, GATEWAY
    return TASK_WIDTH, _task_height(node)


def label_size(name: str) -> tuple[int, int]:
    """Return the size of a label as bpmn-js will draw it.

    bpmn-js wraps a label twice, the second time to the width the first gave. We look for a
    width where both give the same lines, and else for one where no word is cut.
    """
    tried = [_wrapped_twice(name, width) for width in range(LABEL_WIDTH, WIDEST_LABEL + 1, 5)]
    whole = [pair for pair in tried if not pair[1].cut] or tried
    stable = [pair for pair in whole if pair[0].lines == pair[1].lines]
    narrow = [pair for pair in stable if pair[0].width <= WIDE_LABEL]
    first, second = (narrow or whole)[0]
    return ceil(first.width), ceil(second.height)


def label_side(node: Node, used: frozenset[int]) -> int | None:
    """Return the free side where a label is expected: below events, above gateways."""
    order = (SOUTH, NORTH) if node.is_event else (NORTH, SOUTH)
    return next((side for side in order if side not in used), None)


def room(graph: Graph, node: Node, used: frozenset[int], at_top: Mapping[str, bool]) -> Room:
    """Return how far a node reaches with its label and the boundary events on it."""
    width, height = size(node)
    left = right = width / 2
    top = bottom = height / 2
    if node.name and not node.is_task:
        label_width, label_height = label_size(node.name)
        side = label_side(node, used)
        left = right = max(left, label_width / 2)
        top += (label_height + LABEL_GAP) * (side == NORTH)
        bottom += (label_height + LABEL_GAP) * (side == SOUTH)
    for event in graph.on(node.id):
        below = max(EVENT / 2, LABEL_GAP + label_size(event.name)[1])
        if at_top.get(event.id):
            top = max(top, height / 2 + below)
        else:
            bottom = max(bottom, height / 2 + below)
    return Room(left, top, right, bottom)


def _wrapped_twice(name: str, width: int) -> tuple[Wrapped, Wrapped]:
    first = wrap(name, width, LABEL_FONT)
    return first, wrap(name, ceil(first.width), LABEL_FONT)


def _task_height(node: Node) -> int:
    """Return the least height that shows the whole name, clear of the symbols in the corner."""
    wrapped = wrap(node.name, TASK_WIDTH - 2 * PADDING, TASK_FONT)
    height = TASK_HEIGHT
    while height < wrapped.height + 2 * PADDING or _hits_icon(node, height):
        height += TASK_STEP
    return height


def _hits_icon(node: Node, height: int) -> bool:
    """Tell whether a wide line would stand on the symbol of a task, or a marker at the bottom."""
    wrapped = wrap(node.name, TASK_WIDTH - 2 * PADDING, TASK_FONT)
    top = (height - wrapped.height) / 2
    if node.kind in {"callActivity", "subProcess"}:
        return top < ICON - PADDING
    step = TASK_FONT * LINE_HEIGHT
    lines = [
        wrap(line, TASK_WIDTH, TASK_FONT).width
        for n, line in enumerate(wrapped.lines)
        if top + n * step < ICON - PADDING
    ]
    return node.kind != "task" and any((TASK_WIDTH - width) / 2 < ICON for width in lines)
