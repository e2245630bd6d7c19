"""The register of hand-overs against the diagrams: who sends what, and does the form ask it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine import expressions
from engine.answers import Field
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.model import Finding
from engine.secrecy.disclosure import GROUND_FIELD
from engine.secrecy.grounds import DEIDENTIFIED, GROUNDS
from engine.secrecy.handovers import FILE, TABLE, Handover

Choices = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Sent:
    """A hand-over with the tasks that send it and all that their forms ask."""

    handover: Handover
    senders: Sequence[Element]
    asked: Sequence[Field]


def handover_findings(processes: ProcessSet) -> list[Finding]:
    """Return what is wrong with the hand-overs of a process set, at the task or in the register."""
    senders: defaultdict[str, list[Element]] = defaultdict(list)
    found: list[Finding] = []
    for diagram in processes.diagrams.values():
        for element in diagram.of_kind("userTask"):
            for name in element.words("meddelande"):
                senders[name].append(element)
                found += [
                    Finding(diagram.file, element.id, "meddelande", message)
                    for message in _of_sender(element, name, processes)
                ]
    known = {v.id: v.codes for v in processes.registers.variables.values()}
    for handover in processes.handovers.values():
        sent = _Sent(handover, senders[handover.id], _asked(senders[handover.id], processes))
        wrong = [message for rule in _RULES for message in rule(sent, known)]
        if TABLE in handover.gates and TABLE not in processes.decisions:
            wrong.append(f"beslutstabellen {TABLE} finns inte")
        found += [Finding(FILE, handover.id, "meddelande", message) for message in wrong]
    return found


def _of_sender(element: Element, name: str, processes: ProcessSet) -> Iterator[str]:
    handover = processes.handovers.get(name)
    if handover is None:
        yield f"överlämnandet {name} finns inte i {FILE}"
    elif not handover.may_send(element.agency or ""):
        yield f"{element.agency} är inte en av avsändarna av {name}"


def _asked(senders: Sequence[Element], processes: ProcessSet) -> list[Field]:
    forms = {element.properties.get("form", "") for element in senders}
    return [f for name in forms if name in processes.forms for f in processes.forms[name].fields]


def _somebody_sends(sent: _Sent, _: Choices) -> Iterator[str]:
    handover = sent.handover
    if sent.senders and handover.awaits:
        yield "avvaktar står kvar, men en uppgift lämnar redan över"
    if not (sent.senders or handover.awaits or handover.event):
        yield "ingen uppgift lämnar över det (skydd.meddelande)"


def _fields_are_asked(sent: _Sent, _: Choices) -> Iterator[str]:
    asked = {field.key for field in sent.asked}
    for key in sent.handover.fields if sent.senders else ():
        if key not in asked:
            yield f"fältet {key} frågas inte i något av formulären som lämnar över"


def _answers_are_known(sent: _Sent, variables: Choices) -> Iterator[str]:
    """The condition and the consent read routing variables, or choices of the sending forms."""
    if not sent.senders:
        return
    options = {f.key: tuple(o.value for o in f.options) for f in sent.asked if f.options}
    known = {**options, **variables}
    consent = sent.handover.consent
    if consent and consent not in known:
        yield f"samtycket {consent} är varken en variabel eller en fråga i formulären"
    if sent.handover.when:
        yield from expressions.problems(sent.handover.when, known)


def _grounds_are_known(sent: _Sent, _: Choices) -> Iterator[str]:
    for field in sent.asked:
        if field.key == GROUND_FIELD:
            for option in field.options:
                if option.value not in GROUNDS:
                    yield f"formulärens grund {option.value!r} finns inte"


def _nobody_is_named(sent: _Sent, _: Choices) -> Iterator[str]:
    """What goes without a ground because it names nobody may carry no free text that could."""
    if DEIDENTIFIED in sent.handover.gates:
        for field in sent.asked:
            carried = field.key in sent.handover.fields
            if carried and not (field.options or field.deidentified):
                yield f"fältet {field.key} är inte avidentifierat (skydd.avidentifierad)"


_RULES = (
    _somebody_sends,
    _fields_are_asked,
    _answers_are_known,
    _grounds_are_known,
    _nobody_is_named,
)
