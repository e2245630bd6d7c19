"""A second flow to the same element runs it twice after a parallel gateway (seen in SpiffWorkflow).

Elsewhere it says nothing more than the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def twin_flows(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every element with several flows to the same other."""
    pairs = Counter((flow.source, flow.target) for flow in diagram.flows)
    for (source, target), count in pairs.items():
        if count > 1:
            message = f"{count} flöden går till {target}, det ska vara ett"
            yield Finding(diagram.file, source, "twin", message)
