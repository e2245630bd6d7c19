"""Of the ways out of a choice one at most is open, and one is left for everything else.

The engine takes the first that is open, in the order of the file, and breaks down when none is.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.choices import choice_problems
from engine.bpmn.check.rule import where_no_flow_dangles
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


@where_no_flow_dangles
def choice(diagram: Diagram, processes: ProcessSet) -> Iterator[Finding]:
    """Yield what is wrong with the conditions of every exclusive gateway that has a choice."""
    for gateway in diagram.of_kind("exclusiveGateway"):
        flows = diagram.outgoing(gateway.id)
        if len(flows) > 1:
            for message in choice_problems(gateway, flows, processes):
                yield Finding(diagram.file, gateway.id, "flow", message)
