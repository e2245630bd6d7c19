"""What secrecy asks of a process set: who may read what is handed over, and forms naming nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from engine.answers import TEXTS, Field
from engine.bpmn.definitions import ProcessSet
from engine.model import Finding
from engine.secrecy.handovers import FILE as HANDOVERS
from engine.secrecy.handovers import Handover
from engine.secrecy.visibility import (
    CLOSED,
    DEIDENTIFIED,
    FILE,
    PROCEDURE,
    REFUSED,
    STATUS,
    Kind,
    kinds_of,
)


def secrecy_findings(processes: ProcessSet) -> list[Finding]:
    """Return where a hand-over gives more than the table lets, or a form could tell who it is."""
    found = [
        Finding(HANDOVERS, handover.id, "insyn", said)
        for handover in processes.handovers.values()
        if processes.kinds
        for said in dict.fromkeys(_of_handover(handover, processes))
    ]
    found += [Finding(FILE, kind, "insyn", said) for kind, said in _left_over(processes)]
    return found + list(_named(processes))


def _of_handover(handover: Handover, processes: ProcessSet) -> Iterator[str]:
    asked = _asked(processes, handover.id)
    receivers = dict.fromkeys((*handover.receivers, *handover.named))
    for key in handover.fields:
        kinds = kinds_of(processes.kinds, handover.id, key)
        if len(kinds) != 1:
            yield f"fältet {key} hör till {len(kinds)} slag av uppgifter i {FILE}, inte till ett"
            continue
        if kinds[0].id == PROCEDURE and any(field.protected for field in asked[key]):
            yield f"fältet {key} är skyddat och hör inte till {PROCEDURE}"
        for receiver in receivers:
            if not all(_fits(kinds[0], receiver, handover, field) for field in asked[key]):
                cell = kinds[0].cells[receiver]
                yield f"{receiver} får inte fältet {key} ({kinds[0].id}: {cell})"


def _fits(kind: Kind, receiver: str, handover: Handover, field: Field) -> bool:
    cell = kind.cells[receiver]
    if cell in CLOSED:
        return False
    if cell in STATUS:
        return field.kind not in TEXTS and not field.protected
    if cell == DEIDENTIFIED:
        return field.deidentified or field.kind not in TEXTS
    return cell != REFUSED or handover.when is not None


def _asked(processes: ProcessSet, handover: str) -> defaultdict[str, list[Field]]:
    """Return the questions of the forms that send a hand-over, by key."""
    asked: defaultdict[str, list[Field]] = defaultdict(list)
    for diagram in processes.diagrams.values():
        for element in diagram.of_kind("userTask"):
            form = processes.forms.get(element.properties.get("form", ""))
            if form and handover in element.words("meddelande"):
                for field in form.fields:
                    asked[field.key].append(field)
    return asked


def _left_over(processes: ProcessSet) -> Iterator[tuple[str, str]]:
    """Yield what the table says of answers that no hand-over carries."""
    for kind in processes.kinds.values():
        for name, keys in kind.fields.items():
            carried = processes.handovers[name].fields if name in processes.handovers else ()
            for key in keys:
                if key not in carried:
                    yield kind.id, f"{name} lämnar inte fältet {key}"


def _named(processes: ProcessSet) -> Iterator[Finding]:
    """Yield the free texts of agencies that may keep nothing which tells who somebody is."""
    agencies = processes.registers.agencies
    for diagram in processes.diagrams.values():
        for element in diagram.of_kind("userTask"):
            agency = agencies.get(element.agency or "")
            form = processes.forms.get(element.properties.get("form", ""))
            if not (agency and agency.deidentified and form):
                continue
            for field in form.fields:
                if field.protected or (field.kind in TEXTS and not field.deidentified):
                    said = f"fältet {field.key} i {form.id} kan visa vem någon är"
                    yield Finding(diagram.file, element.id, "avidentifierad", said)
