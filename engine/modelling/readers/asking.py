"""Which tasks ask with which form: `asking`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element

Asking = Mapping[str, Sequence[Element]]


def asking(processes: ProcessSet) -> Asking:
    """Return form → the tasks that ask with it, in the order of the diagrams."""
    found: dict[str, list[Element]] = {}
    for _, diagram in sorted(processes.diagrams.items()):
        for task in diagram.of_kind("userTask"):
            if task.agency:
                found.setdefault(task.properties.get("form", ""), []).append(task)
    return found
