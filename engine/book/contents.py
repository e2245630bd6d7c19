"""Gathers what the book tells of each process, as plain values ready to be set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.book.order import Place, called, callers, others, reading_order, received, sent
from engine.book.words import KINDS, length_in_words, limit
from engine.bpmn.definitions import MAIN, ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.bpmn.source import NS
from engine.deadlines import Deadline

OPENED = "Börjar när ett ärende öppnas."
KINDS_SENT = {"message": "Meddelande", "signal": "Signal"}


@dataclass(frozen=True)
class TaskRow:
    """A task in the table of its agency; a limit in law and a target stand in columns apart."""

    name: str
    form: str
    in_law: str
    target: str
    law: str
    duties: str


@dataclass(frozen=True)
class AgencyTasks:
    """The tasks of one agency in a process."""

    agency: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True)
class DeadlineRow:
    """A deadline that a process uses."""

    id: str
    name: str
    in_law: bool
    length: str
    counted_from: str
    law: str
    kind: str
    on_expiry: str


@dataclass(frozen=True)
class MessageRow:
    """A message or signal that a process waits for or sends."""

    name: str
    kind: str
    event: str
    others: str
    """Which processes send it, or wait for it, and who may register it by hand."""


@dataclass(frozen=True)
class Chapter:
    """All that the book says of a process, but for its drawing."""

    id: str
    name: str
    depth: int
    purpose: str
    begins: str
    calls: tuple[tuple[str, str], ...]
    """(process, name) of what it calls."""
    tasks: tuple[AgencyTasks, ...]
    deadlines: tuple[DeadlineRow, ...]
    messages_in: tuple[MessageRow, ...]
    messages_out: tuple[MessageRow, ...]


def chapters(processes: ProcessSet) -> tuple[Chapter, ...]:
    """Return the chapters of the book, in the order a case meets the processes."""
    return tuple(_chapter(processes, place) for place in reading_order(processes))


def glossary(readme: str) -> list[dict[str, str]]:
    """Read the words, what they mean and their law out of the table under `## Ordlista`."""
    table = readme.partition("## Ordlista")[2].partition("\n## ")[0]
    cells = [re.split(r"\s*\|\s*", line.strip().strip("|").strip()) for line in table.splitlines()
             if line.startswith("|")]  # fmt: skip
    return [
        {"word": _unmarked(row[0]), "meaning": _unmarked(row[2]), "law": row[3]}
        for row in cells[2:]
        if len(row) == len(cells[0])
    ]


def abbreviations(readme: str) -> list[dict[str, str]]:
    """Read the short names of laws out of the sentence that begins `Lagar skrivs ett sätt`."""
    sentence = readme.partition("Lagar skrivs ett sätt:")[2].partition("\n\n")[0]
    found = re.findall(r"`(\w+)` (?:är )?([^,`]+?)(?=[,.]|$)", " ".join(sentence.split()))
    return [{"word": short, "meaning": meaning} for short, meaning in found]


def _unmarked(text: str) -> str:
    return text.replace("`", "").replace("*", "")


def _chapter(processes: ProcessSet, place: Place) -> Chapter:
    diagram = processes.diagram(place.process)
    return Chapter(
        id=place.process,
        name=diagram.name or place.process,
        depth=place.depth,
        purpose=_purpose(diagram),
        begins=_begins(processes, diagram),
        calls=tuple((id, _name(processes, id)) for id in called(processes, place.process)),
        tasks=tuple(_tasks(processes, diagram)),
        deadlines=tuple(_deadline(row) for row in _used(processes, diagram)),
        messages_in=tuple(_messages(processes, diagram, sending=False)),
        messages_out=tuple(_messages(processes, diagram, sending=True)),
    )


def _purpose(diagram: Diagram) -> str:
    text = diagram.root.findtext("bpmn:process/bpmn:documentation", "", NS)
    return " ".join(text.split())


def _begins(processes: ProcessSet, diagram: Diagram) -> str:
    trigger = diagram.start().trigger
    if trigger and trigger.value in processes.registers.messages:
        name = processes.registers.messages[trigger.value].name
        return f"Börjar av meddelandet ”{name}”{_from(processes, trigger.value)}."
    if found := callers(processes, diagram.process):
        return f"Anropas av {_listed(_name(processes, each) for each in found)}."
    return OPENED if diagram.process == MAIN else ""


def _from(processes: ProcessSet, message: str) -> str:
    senders = _listed(_name(processes, each) for each in others(processes, message, sending=True))
    people = _registered(processes, message)
    parts = [f"från {senders}" if senders else "", f"som registreras av {people}" if people else ""]
    said = " eller ".join(part for part in parts if part)
    return f" {said}" if said else ""


def _registered(processes: ProcessSet, message: str) -> str:
    agencies = processes.registers.agencies
    return _listed(agencies[a].name for a in processes.registers.messages[message].registered_by)


def _tasks(processes: ProcessSet, diagram: Diagram) -> Iterator[AgencyTasks]:
    for agency in dict.fromkeys(task.agency for task in diagram.of_kind("userTask")):
        mine = [task for task in diagram.of_kind("userTask") if task.agency == agency]
        known = processes.registers.agencies.get(agency or "")
        name = known.name if known else agency or "Utan aktör"
        yield AgencyTasks(name, tuple(_task(processes, task) for task in mine))


def _task(processes: ProcessSet, task: Element) -> TaskRow:
    deadline = processes.deadlines.get(task.properties.get("frist", ""))
    form = processes.forms.get(task.properties.get("form", ""))
    return TaskRow(
        name=task.name,
        form=_breakable(form.title) if form else "",
        in_law=limit(deadline) if deadline and deadline.statutory else "",
        target=limit(deadline) if deadline and not deadline.statutory else "",
        law=task.properties.get("lagrum", ""),
        duties=", ".join(task.words("ansvar")),
    )


def _breakable(title: str) -> str:
    """Let a form that has no title but its id be broken at its underscores."""
    return title.replace("_", "_\u200b")


def _used(processes: ProcessSet, diagram: Diagram) -> list[Deadline]:
    drawn = {element.properties.get("frist") for element in diagram.elements.values()}
    return [
        deadline
        for id, deadline in processes.deadlines.items()
        if id in drawn or diagram.process in deadline.processes
    ]


def _deadline(deadline: Deadline) -> DeadlineRow:
    return DeadlineRow(
        id=deadline.id,
        name=deadline.name,
        in_law=deadline.statutory,
        length=length_in_words(deadline.length),
        counted_from=deadline.counted_from,
        law=deadline.law,
        kind=KINDS[deadline.kind],
        on_expiry=deadline.on_expiry,
    )


def _messages(processes: ProcessSet, diagram: Diagram, *, sending: bool) -> Iterator[MessageRow]:
    for event in sent(diagram) if sending else received(diagram):
        for trigger in event.triggers:
            known = processes.registers.messages.get(trigger.value)
            if known is None:
                continue
            ends = [_name(processes, p) for p in others(processes, trigger.value, not sending)]
            by_hand = "" if sending else _registered(processes, trigger.value)
            parts = [*ends, f"registreras av {by_hand}" if by_hand else ""]
            said = "; ".join(part for part in parts if part)
            yield MessageRow(known.name, KINDS_SENT[trigger.kind], event.name, said)


def _name(processes: ProcessSet, process: str) -> str:
    return processes.diagram(process).name or process


def _listed(names: Iterator[str]) -> str:
    """Join names as Swedish does: a, b och c."""
    *most, last = list(names) or [""]
    return f"{', '.join(most)} och {last}" if most else last
