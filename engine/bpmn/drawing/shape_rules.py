"""The drawing rules about shapes: pools, lanes and flow nodes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from engine.bpmn.drawing.drawn import Drawn
from engine.bpmn.drawing.geometry import Box
from engine.bpmn.drawing.text import PADDING, TASK_FONT, wrap

Broken = Iterator[tuple[str, str]]
"""The element, and what is wrong with it."""
HEADER = 30
COLUMN = 100
"""The centres of tasks in different columns are at least this far apart."""


def not_drawn(drawn: Drawn) -> Broken:
    """Every pool, lane, flow node and flow is in the drawing."""
    pools = [pool for pool in drawn.graph.pools if pool.is_drawn]
    shapes = [pool.id for pool in pools]
    shapes += [lane.id for lane in drawn.graph.lanes if lane.is_drawn]
    shapes += list(drawn.graph.nodes)
    for id in shapes:
        if id not in drawn.shapes:
            yield id, "Saknas i diagrammet."
    seen = {flow.id for flow in drawn.flows}
    for flow in [*drawn.graph.flows, *drawn.graph.messages]:
        if flow.id not in seen:
            yield flow.id, "Flödet saknas i diagrammet."


def outside_lane(drawn: Drawn) -> Broken:
    """Every flow node is drawn inside its lane."""
    for node in drawn.nodes:
        lane = drawn.shapes.get(node.lane)
        if lane is None:
            continue
        box = drawn.shapes[node.id]
        if not lane.contains(box):
            yield node.id, "Är inte ritad inom sin bana."


def lane_tiling(drawn: Drawn) -> Broken:
    """The lanes of a pool lie one below the other and fill it."""
    for pool in drawn.graph.pools:
        lanes = [drawn.shapes[lane.id] for lane in pool.lanes if lane.id in drawn.shapes]
        if pool.id in drawn.shapes and lanes and not _tiles(drawn.shapes[pool.id], lanes):
            yield pool.id, "Banorna fyller inte poolen kant i kant."


def shape_overlap(drawn: Drawn) -> Broken:
    """No two shapes overlap, but for a boundary event and its host."""
    hosts = {(node.id, node.host) for node in drawn.nodes if node.host}
    for (one, box), (two, other) in combinations(drawn.obstacles.items(), 2):
        attached = (one, two) in hosts or (two, one) in hosts
        if box.overlaps(other) and not attached:
            yield one, f"Överlappar {two}."


def boundary_off_host(drawn: Drawn) -> Broken:
    """A boundary event sits on the border of its host."""
    for node in drawn.nodes:
        host = drawn.shapes.get(node.host or "")
        if host is not None and not host.has_on_border(drawn.shapes[node.id].centre):
            yield node.id, "Sitter inte på kanten av sin aktivitet."


def uneven_columns(drawn: Drawn) -> Broken:
    """Tasks stand in columns: their centres have the same x or are a whole column apart."""
    tasks = [node.id for node in drawn.nodes if node.is_task]
    tasks.sort(key=lambda id: drawn.shapes[id].centre.x)
    for one, two in pairwise(tasks):
        distance = drawn.shapes[two].centre.x - drawn.shapes[one].centre.x
        if 0 < distance < COLUMN:
            yield two, f"Står inte i samma kolumn som {one}, men inte heller i en egen."


def name_cut(drawn: Drawn) -> Broken:
    """The whole name of a task fits in its box, without a word being cut."""
    for node in drawn.nodes:
        box = drawn.shapes[node.id]
        wrapped = wrap(node.name, box.width - 2 * PADDING, TASK_FONT)
        if node.is_task and (wrapped.cut or wrapped.height > box.height):
            yield node.id, f"Namnet ”{node.name}” får inte plats i rutan."


def lane_name_cut(drawn: Drawn) -> Broken:
    """The whole name of a lane or a pool fits along its side, on one line."""
    named = [(lane.id, lane.name) for lane in drawn.graph.lanes]
    named += [(pool.id, pool.name) for pool in drawn.graph.pools]
    across = {pool.id for pool in drawn.graph.pools if pool.is_black_box}
    for id, name in named:
        box = drawn.shapes.get(id)
        if box is None:
            continue
        wrapped = wrap(name, box.width if id in across else box.height, TASK_FONT)
        if wrapped.cut or len(wrapped.lines) > 1:
            yield id, f"Namnet ”{name}” får inte plats längs kanten."


def _tiles(pool: Box, lanes: list[Box]) -> bool:
    lanes = sorted(lanes, key=lambda lane: lane.y)
    ends_meet = lanes[0].y == pool.y and lanes[-1].bottom == pool.bottom
    close = all(one.bottom == two.y for one, two in pairwise(lanes))
    wide = all(lane.x == pool.x + HEADER and lane.right == pool.right for lane in lanes)
    return ends_meet and close and wide
