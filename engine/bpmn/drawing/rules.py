"""Our drawing rules: what must hold for a diagram to be readable, one function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from engine.bpmn.drawing import flow_rules, label_rules, shape_rules
from engine.bpmn.drawing.drawn import Drawn, read_drawn
from engine.model import Finding

RULES: tuple[Callable[[Drawn], Iterator[tuple[str, str]]], ...] = (
    shape_rules.not_drawn,
    shape_rules.outside_lane,
    shape_rules.lane_tiling,
    shape_rules.shape_overlap,
    shape_rules.boundary_off_host,
    shape_rules.uneven_columns,
    shape_rules.name_cut,
    shape_rules.lane_name_cut,
    label_rules.label_missing,
    label_rules.label_on_label,
    label_rules.label_on_shape,
    label_rules.label_on_edge,
    flow_rules.edge_not_orthogonal,
    flow_rules.edge_through_shape,
    flow_rules.edge_off_border,
    flow_rules.edge_overlap,
    flow_rules.edge_crossing,
    flow_rules.against_direction,
    flow_rules.loop_between,
)

REMEMBERED = 512
"""Files whose drawings are known: a few sets, most of whose files are the same."""


def drawing_findings(file: str, xml: bytes) -> list[Finding]:
    """Return everything that is wrong with the drawing in a file."""
    return list(_found(file, xml))


@lru_cache(maxsize=REMEMBERED)
def _found(file: str, xml: bytes) -> tuple[Finding, ...]:
    """Look once at a file that stays the same while others in its set are changed."""
    drawn = read_drawn(xml)
    return tuple(
        Finding(file, element, rule.__name__.replace("_", "-"), message)
        for rule in RULES
        for element, message in rule(drawn)
    )


def crossings(xml: bytes) -> int:
    """Count the places where two flows cross."""
    drawn = read_drawn(xml)
    return sum(len(flow_rules.crossing_points(drawn, one, two)) for one, two in drawn.pairs())
