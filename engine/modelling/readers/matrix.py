"""The matrix of a set: which agency sees which answer of a form, and by which hand-over.

An answer is in the compartment of the agency whose lane the task is in, and a hand-over copies the
answers it lists to others (OSL 8:1). There is no third way in, so this is all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.bpmn.definitions import ProcessSet
from engine.modelling.readers.asking import Asking, asking
from engine.modelling.readers.hints import hints
from engine.secrecy.disclosure import PRIVATE
from engine.secrecy.grounds import GROUNDS, UNBOUND
from engine.secrecy.handovers import TABLE, Handover

OWN = ""
"""In place of a hand-over: the agency's own lane."""


@dataclass(frozen=True, order=True)
class Sight:
    """One agency sees the answer to one question."""

    form: str
    key: str
    reader: str
    """An agency; or the name of a party outside, who gets no copy here."""
    sender: str
    """The agency that has written it; the reader itself in its own lane."""
    handover: str = OWN


@dataclass(frozen=True, order=True)
class Door:
    """A hand-over from one to another."""

    handover: str
    sender: str
    receiver: str

    @classmethod
    def of(cls, sight: Sight) -> Door:
        """Return the door that something is seen through."""
        return cls(sight.handover, sight.sender, sight.reader)


@dataclass(frozen=True)
class Matrix:
    """All sights of a set, and what opens each door."""

    sights: frozenset[Sight]
    doors: Mapping[Door, tuple[str, ...]]
    """The codes of the grounds that can open each: one of them is needed, and a condition may."""
    hints: Mapping[tuple[str, str], tuple[str, ...]]
    """Form and question → other agencies that can tell the answer by the task that they get."""


def matrix_of(processes: ProcessSet) -> Matrix:
    """Return who sees what in a set."""
    asked = asking(processes)
    sights = frozenset(_sights(processes, asked))
    doors = {Door.of(each) for each in sights if each.handover != OWN}
    opened = {each: _codes(each, processes) for each in doors}
    return Matrix(sights, opened, hints(processes, asked))


def _sights(processes: ProcessSet, tasks: Asking) -> Iterator[Sight]:
    for form in processes.forms.values():
        asked = {field.key for field in form.fields}
        for task in tasks.get(form.id, ()):
            writer = task.agency or ""
            yield from (Sight(form.id, key, writer, writer) for key in asked)
            for handover in processes.handed_over_by(task.process, task.id):
                for receiver in _receivers(handover, writer):
                    for key in asked & set(handover.fields):
                        yield Sight(form.id, key, receiver, writer, handover.id)


def _receivers(handover: Handover, sender: str) -> tuple[str, ...]:
    every = (*handover.receivers, *handover.named, *handover.outsiders)
    return tuple(each for each in dict.fromkeys(every) if each != sender)


def _codes(door: Door, processes: ProcessSet) -> tuple[str, ...]:
    handover = processes.handovers[door.handover]
    found: list[str] = []
    for gate in handover.gates:
        found += _by_table(door, processes) if gate == TABLE else [gate]
    return tuple(dict.fromkeys(found))


def _by_table(door: Door, processes: ProcessSet) -> Iterator[str]:
    """Yield what the table can open between these two, whatever else is answered."""
    table = processes.decisions.get(TABLE)
    known = {"avsandare": door.sender, "mottagare": door.receiver}
    for rule in table.rules if table else ():
        columns = zip(table.inputs if table else (), rule.cells, strict=True)
        if all(cell.accepts(known[c.variable]) for c, cell in columns if c.variable in known):
            yield from (code for code in rule.outputs if code in GROUNDS)
    if door.sender in PRIVATE:
        yield UNBOUND
