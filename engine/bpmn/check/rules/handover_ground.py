"""Somebody who hands over chooses among the grounds that the law has, and among no others."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.sent import all_sent
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.disclosure import GROUND_FIELD
from engine.secrecy.grounds import GROUNDS


def handover_ground(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every ground that a sending form offers and that does not exist."""
    for sent in all_sent(processes):
        for field in sent.asking(GROUND_FIELD):
            for option in field.options:
                if option.value not in GROUNDS:
                    message = f"formulärens grund {option.value!r} finns inte"
                    yield sent.finding("meddelande", message)
