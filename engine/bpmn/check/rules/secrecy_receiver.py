"""A hand-over opens no more to its receivers than the table of who may read what."""

from __future__ import annotations

from collections.abc import Iterator

from engine.answers import TEXTS, Field
from engine.bpmn.check.sent import Sent, carried
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.visibility import CLOSED, DEIDENTIFIED, REFUSED, STATUS, Kind


def secrecy_receiver(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every answer that goes to somebody who may not have it."""
    for sent, key, kinds in carried(processes):
        if len(kinds) == 1:
            for message in _too_open(sent, key, kinds[0]):
                yield sent.finding("insyn", message)


def _too_open(sent: Sent, key: str, kind: Kind) -> Iterator[str]:
    asked = sent.asking(key)
    for receiver in dict.fromkeys((*sent.handover.receivers, *sent.handover.named)):
        if not all(_fits(kind.cells[receiver], sent, field) for field in asked):
            yield f"{receiver} får inte fältet {key} ({kind.id}: {kind.cells[receiver]})"


def _fits(cell: str, sent: Sent, field: Field) -> bool:
    if cell in CLOSED:
        return False
    if cell in STATUS:
        return field.kind not in TEXTS and not field.protected
    if cell == DEIDENTIFIED:
        return field.deidentified or field.kind not in TEXTS
    return cell != REFUSED or sent.handover.when is not None
