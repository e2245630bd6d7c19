"""What goes along has been asked: an answer that no form asks for would always be left out."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.sent import all_sent
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding


def handover_asked(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every key of a hand-over that no form of its senders asks for."""
    for sent in all_sent(processes):
        asked = {field.key for field in sent.asked}
        for key in sent.handover.fields if sent.senders else ():
            if key not in asked:
                message = f"fältet {key} frågas inte i något av formulären som lämnar över"
                yield sent.finding("meddelande", message)
