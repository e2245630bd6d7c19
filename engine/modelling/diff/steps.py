"""What differs in the elements of a diagram: steps, lanes, forms, limits, messages, wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from engine.book.words import length_in_words
from engine.bpmn.diagram import Diagram, Element
from engine.modelling.diff import change as kinds
from engine.modelling.diff.change import (
    ADDED,
    REMOVED,
    Change,
    Part,
    Passage,
    Spec,
    Switch,
    compared,
)
from engine.modelling.diff.names import Names, label, subject

TIMES = {"date": "dagen i variabeln {}", "duration": "{}", "cycle": "{}"}
SAID_TRIGGER = {
    "message": "meddelandet {}", "signal": "signalen {}", "terminate": "att allt avbryts",
}  # fmt: skip


def step_changes(old: Diagram, new: Diagram, names: Names) -> Iterator[Change]:
    """Yield what differs in two versions of a process, in the order of the file."""
    for id_, element in new.elements.items():
        place = _place(new, element, names)
        before = old.elements.get(id_)
        if before is None:
            yield replace(place, effect=ADDED, words=_new(element, names))
        elif before.kind != element.kind:
            yield replace(place, words=f"{subject(before, names)} är nu {label(element)}.",
                          agencies=names.signing_in((before.agency, element.agency)))  # fmt: skip
            yield from _compared(new, before, element, names)
        else:
            yield from _compared(new, before, element, names)
    for id_, element in old.elements.items():
        if id_ not in new.elements:
            words = f"{subject(element, names)} är borta."
            yield replace(_place(old, element, names), effect=REMOVED, words=words)


def appeared(diagram: Diagram, names: Names, effect: str) -> Iterator[Change]:
    """Yield that a process is new or gone: once, and each step of people."""
    every = names.signing_in(e.agency for e in diagram.elements.values())
    what = "är ny" if effect == ADDED else "är borta"
    words = f"Processen ”{diagram.name}” {what}."
    yield Change(kinds.STEP, words, diagram.file, None, effect, diagram.process, every)
    for element in diagram.of_kind("userTask"):
        said = _new(element, names) if effect == ADDED else f"{subject(element, names)} är borta."
        yield replace(_place(diagram, element, names), effect=effect, words=said)


def _new(element: Element, names: Names) -> str:
    words = f"Nytt: {label(element)}"
    if element.kind == "userTask" and element.agency:
        words += f" hos {names.agency(element.agency)}"
        if form := element.properties.get("form"):
            words += f", formulär {names.form(form)}"
    if deadline := element.properties.get("frist"):
        words += f", frist {names.deadline(deadline)}"
    return f"{words}."


def _place(diagram: Diagram, element: Element, names: Names) -> Change:
    agencies = names.signing_in((element.agency,))
    return Change(kinds.STEP, "", diagram.file, element.id, process=diagram.process,
                  agencies=agencies)  # fmt: skip


def _compared(diagram: Diagram, old: Element, new: Element, names: Names) -> Iterator[Change]:
    place = _place(diagram, new, names)
    both = names.signing_in((old.agency, new.agency))
    found = compared(subject(old, names), (old, new), spec(names), place)
    for each in found:
        wording = each.kind == kinds.WORDING
        yield replace(each, agencies=() if wording else both)


def spec(names: Names) -> Spec:
    """Return all that an element may have, in the words of a sentence about it."""
    return (
        Part("namnet", kinds.WORDING, lambda e: e.name, lambda name: f"”{name}”"),
        Part("banan", kinds.LANE, lambda e: e.agency, names.agency),
        Part("formuläret", kinds.FORM, partial(_property, "form"), names.form),
        Part("fristen", kinds.DEADLINE, partial(_property, "frist"), names.deadline),
        Part("dagen som fristen räknas från", kinds.DEADLINE, partial(_property, "fran"),
             names.variable),
        Part("tiden som väntas", kinds.DEADLINE, _time),
        Part("det som utlöser eller sänds", kinds.MESSAGE, partial(_triggers, names)),
        Part("rollen som krävs", kinds.ROLE, partial(_property, "roll")),
        Part("godkännandet av en andra person med rollen", kinds.APPROVAL,
             partial(_property, "godkannande")),
        Part("överlämnandet", kinds.ACCESS, partial(_words, "meddelande"), names.handover),
        Part("lagrummet", kinds.LAW, partial(_property, "lagrum")),
        Part("ansvaret", kinds.LAW, partial(_words, "ansvar")),
        Part("källan", kinds.LAW, partial(_property, "kalla")),
        Part("beslutstabellen", kinds.TABLE, partial(_property, "beslut")),
        Part("det som sätts", kinds.VARIABLE, partial(_words, "satter")),
        Part("sluttillståndet", kinds.STEP, partial(_property, "slutstatus"), names.end_state),
        Part("det som det sitter på", kinds.STEP, lambda e: e.attached_to),
        Switch("avbryter nu det som pågår", "avbryter inte längre det som pågår", kinds.STEP,
               lambda e: e.interrupting),
        Part("processen som anropas", kinds.STEP, lambda e: e.called, names.process),
        Passage("vägledningen", kinds.WORDING, lambda e: e.guidance),
    )  # fmt: skip


def _property(name: str, element: Element) -> str | None:
    return element.properties.get(name) or None


def _words(name: str, element: Element) -> tuple[str, ...]:
    return element.words(name)


def _time(element: Element) -> str | None:
    trigger = next((t for t in element.triggers if t.kind in TIMES), None)
    if trigger is None:
        return None
    return TIMES[trigger.kind].format(_length(trigger.value) if trigger.kind == "duration"
                                      else trigger.value)  # fmt: skip


def _length(text: str) -> str:
    try:
        return length_in_words(text)
    except ValueError:
        return text


def _triggers(names: Names, element: Element) -> tuple[Any, ...]:
    said = (SAID_TRIGGER.get(t.kind, t.kind).format(names.message(t.value))
            for t in element.triggers if t.kind not in TIMES)  # fmt: skip
    return tuple(said)
