"""Every hand-over with the tasks that send it, and what their forms ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.answers import Field
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.model import Finding
from engine.secrecy.handovers import FILE, Handover
from engine.secrecy.visibility import Kind, kinds_of


@dataclass(frozen=True)
class Sent:
    """A hand-over with the tasks that send it and all that their forms ask."""

    handover: Handover
    senders: Sequence[Element]
    asked: Sequence[Field]

    def finding(self, rule: str, message: str) -> Finding:
        """Return something that is wrong with it, at its row of the register."""
        return Finding(FILE, self.handover.id, rule, message)

    def asking(self, key: str) -> list[Field]:
        """Return the questions whose answers go along under a key."""
        return [field for field in self.asked if field.key == key]


def all_sent(processes: ProcessSet) -> Iterator[Sent]:
    """Yield every hand-over of the register, also those that nobody sends."""
    senders: defaultdict[str, list[Element]] = defaultdict(list)
    for diagram in processes.diagrams.values():
        for element in diagram.of_kind("userTask"):
            for name in element.words("meddelande"):
                senders[name].append(element)
    for handover in processes.handovers.values():
        sending = senders[handover.id]
        yield Sent(handover, sending, _asked(sending, processes))


def carried(processes: ProcessSet) -> Iterator[tuple[Sent, str, Sequence[Kind]]]:
    """Yield every answer that goes along, with the kinds of data that it is told to be of.

    Nothing in a set from before there was a table of who may read what.
    """
    for sent in all_sent(processes) if processes.kinds else ():
        for key in dict.fromkeys(sent.handover.fields):
            yield sent, key, kinds_of(processes.kinds, sent.handover.id, key)


def _asked(senders: Sequence[Element], processes: ProcessSet) -> list[Field]:
    names = dict.fromkeys(element.properties.get("form", "") for element in senders)
    return [f for name in names if name in processes.forms for f in processes.forms[name].fields]
