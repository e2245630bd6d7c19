"""What goes without a ground because it names nobody may carry no free text that could."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.check.sent import all_sent
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.grounds import DEIDENTIFIED


def handover_nameless(processes: ProcessSet) -> Iterator[Finding]:
    """Yield every free text that goes along with a hand-over by which nobody is named."""
    for sent in all_sent(processes):
        for field in sent.asked if DEIDENTIFIED in sent.handover.gates else ():
            carried = field.key in sent.handover.fields
            if carried and not (field.options or field.deidentified):
                message = f"fältet {field.key} är inte avidentifierat (skydd.avidentifierad)"
                yield sent.finding("meddelande", message)
