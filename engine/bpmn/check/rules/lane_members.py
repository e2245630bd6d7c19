"""An element is in one lane, and what a lane holds is there: else the file's order would decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.source import NS
from engine.model import Finding


def lane_members(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield what several lanes hold, and what they hold that does not exist."""
    held = diagram.root.iterfind("bpmn:process//bpmn:flowNodeRef", NS)
    for ref, count in Counter((each.text or "").strip() for each in held).items():
        if count > 1:
            yield Finding(diagram.file, ref, "lane", "elementet ligger i flera banor")
        if ref not in diagram.elements:
            yield Finding(diagram.file, ref, "lane", "banan pekar på ett element som inte finns")
