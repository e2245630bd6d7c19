"""A lane's id names its agency, `lane_<agency>`: that decides who gets the tasks in it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import LANE_PREFIX, Diagram
from engine.bpmn.source import NS
from engine.model import Finding


def lane_id(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every lane whose id names no agency."""
    for lane in diagram.root.iterfind("bpmn:process//bpmn:lane", NS):
        if not (lane.get("id") or "").startswith(LANE_PREFIX):
            yield Finding(diagram.file, lane.get("id"), "lane", "banans id ska börja med lane_")
