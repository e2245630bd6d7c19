"""What a kind of event may wait for or send is what the engine does there as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.allowed import TRIGGERS
from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element


@of_each_element("event")
def allowed_trigger(element: Element, _: ProcessSet) -> Iterator[str]:
    """Yield every trigger that this kind of event may not have."""
    for trigger in element.triggers:
        if trigger.kind not in TRIGGERS.get(element.kind, set()):
            yield f"händelsen får inte ha utlösaren {trigger.kind}"
