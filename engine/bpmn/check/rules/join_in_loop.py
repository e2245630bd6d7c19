"""A join that a token can come back to is run otherwise than it is drawn; in a call it is not."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.graph import reached
from engine.bpmn.check.rule import where_no_flow_dangles
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


@where_no_flow_dangles
def join_in_loop(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every parallel join that a way out of it leads back to."""
    for gateway in diagram.of_kind("parallelGateway"):
        if len(diagram.incoming(gateway.id)) < 2:  # noqa: PLR2004  a split, not a join
            continue
        after = [f.target for f in diagram.outgoing(gateway.id)]
        if gateway.id in reached(diagram, after):
            message = "en parallell sammanföring får inte ligga i en slinga; lägg den i ett anrop"
            yield Finding(diagram.file, gateway.id, "join-in-loop", message)
