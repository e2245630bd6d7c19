"""A hand-over that nobody makes looks as if the receiver were told; it says what it waits for."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.sent import all_sent
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding


def handover_sent(processes: ProcessSet) -> Iterator[Finding]:
    """Yield what no task hands over and does not say why, and what says so and is handed over."""
    for sent in all_sent(processes):
        handover = sent.handover
        if sent.senders and handover.awaits:
            message = "avvaktar står kvar, men en uppgift lämnar redan över"
            yield sent.finding("meddelande", message)
        if not (sent.senders or handover.awaits or handover.event):
            message = "ingen uppgift lämnar över det (skydd.meddelande)"
            yield sent.finding("meddelande", message)
