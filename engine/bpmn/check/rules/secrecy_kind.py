"""Every answer that goes along is of one kind of data: the kind decides who may read it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.sent import carried
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.visibility import FILE


def secrecy_kind(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every key of a hand-over that the table has under no kind, or under several."""
    for sent, key, kinds in carried(processes):
        if len(kinds) != 1:
            message = (
                f"fältet {key} hör till {len(kinds)} slag av uppgifter i {FILE}, inte till ett"
            )
            yield sent.finding("insyn", message)
