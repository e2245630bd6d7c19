"""A message is in the register, which says what it carries and who may send it, and of what kind.

A message reaches one that waits, a signal all of them: the diagram may not say otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.rule import of_each_element
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element

KINDS = {"message": "meddelande", "signal": "signal"}


@of_each_element("message")
def message(element: Element, processes: ProcessSet) -> Iterator[str]:
    """Yield that an event waits for or sends what is not registered, or not as that kind."""
    trigger = element.trigger
    if trigger is None or trigger.kind not in KINDS:
        return
    kind, known = KINDS[trigger.kind], processes.registers.messages.get(trigger.value)
    if known is None:
        yield f"{kind} {trigger.value!r} finns inte i registret över meddelanden"
    elif known.kind != kind:
        yield f"{trigger.value} är inte ett {kind} i registret"
