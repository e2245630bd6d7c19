"""What is protected is not passed off as procedure, which every receiver may read."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.sent import carried
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.visibility import PROCEDURE


def secrecy_procedure(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every protected question whose answer the table calls procedure."""
    for sent, key, kinds in carried(processes):
        is_procedure = [kind.id for kind in kinds] == [PROCEDURE]
        if is_procedure and any(field.protected for field in sent.asking(key)):
            message = f"fältet {key} är skyddat och hör inte till {PROCEDURE}"
            yield sent.finding("insyn", message)
