"""Faults put into a set on purpose, one at a time: the scenarios must notice: `mutants`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from random import Random

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element, Flow
from engine.errors import ModelError
from engine.modelling.redraw import redrawn
from engine.modelling.table.parts import Parts

CONDITION, LANE = "villkor", "bana"
SOURCE = "X2"
"""A source that asks for nothing else."""
CODE = re.compile(r"(\w+)\s*==\s*'(\w+)'")


@dataclass(frozen=True)
class Mutant:
    """A set with one fault."""

    kind: str
    process: str
    element: str
    """The choice whose condition is another, or the task in another lane."""
    words: str
    files: Mapping[str, str] = field(repr=False)


def mutants(
    processes: ProcessSet, seed: int, number: int, only: Collection[str] = ()
) -> Iterator[Mutant]:
    """Yield so many faults, the same for the same seed: every other one a condition, a lane.

    `only` are the processes to spoil, all if there are none.
    """
    chance = Random(seed)  # noqa: S311  a sample, no secret
    diagrams = [d for _, d in sorted(processes.diagrams.items()) if not only or d.process in only]
    conditions = [(d, f) for d in diagrams for f in d.flows if f.condition]
    tasks = [(d, e) for d in diagrams if len(d.lanes) > 1 for e in d.of_kind("userTask")]
    for each in (conditions, tasks):
        chance.shuffle(each)
    spoiled = (_condition(processes, *each, chance) for each in conditions)
    moved = (mutant for each in tasks if (mutant := _lane(processes, *each, chance)))
    return islice(_alternating(spoiled, moved), number)


def _alternating(first: Iterator[Mutant], second: Iterator[Mutant]) -> Iterator[Mutant]:
    left = [first, second]
    while left:
        turn = left.pop(0)
        if (mutant := next(turn, None)) is not None:
            yield mutant
            left.append(turn)


def _condition(processes: ProcessSet, diagram: Diagram, flow: Flow, chance: Random) -> Mutant:
    """Return the set with a condition that holds for another code, or for just the opposite."""
    old = flow.condition or ""
    new = _other_code(processes, diagram, flow, chance) or f"not ({old})"
    siblings = [f for f in diagram.outgoing(flow.source) if f.condition and f.id != flow.id]
    changes = {flow.id: new}
    if siblings and new.startswith("not"):
        other = chance.choice(siblings)
        changes = {flow.id: other.condition or "", other.id: old}
        new = changes[flow.id]
    parts = Parts.read(diagram.file, processes.files[diagram.file])
    for id_, text in changes.items():
        parts.set_condition(parts.node(id_), text)
    gateway = diagram.elements[flow.source]
    words = f"{gateway.name or gateway.id}: ”{old}” är i stället ”{new}”"
    if len(changes) > 1:
        words += ", och tvärtom"
    files = {**processes.files, diagram.file: parts.text()}
    return Mutant(CONDITION, diagram.process, gateway.id, words, files)


def _other_code(processes: ProcessSet, diagram: Diagram, flow: Flow, chance: Random) -> str | None:
    """Return the condition with a code that no way out of the choice asks for; None if none is."""
    found = CODE.fullmatch((flow.condition or "").strip())
    variable = processes.registers.variables.get(found[1]) if found else None
    if found is None or variable is None:
        return None
    asked = " ".join(f.condition or "" for f in diagram.outgoing(flow.source))
    free = [code for code in variable.codes if f"'{code}'" not in asked]
    if not free or chance.randrange(2):
        return None
    return f"{found[1]} == '{chance.choice(free)}'"


def _lane(processes: ProcessSet, diagram: Diagram, task: Element, chance: Random) -> Mutant | None:
    """Return the set with a task in the lane of another agency; None if it cannot be drawn.

    The duty goes: it is the old agency's, and the check would notice before any scenario.
    """
    agencies = processes.registers.agencies
    others = [a for a in diagram.lanes if a != task.agency and agencies[a].signs_in]
    if not others:
        return None
    agency = chance.choice(others)
    parts = Parts.read(diagram.file, processes.files[diagram.file])
    parts.move(parts.node(task.id), parts.lane(agency, agencies[agency].name))
    parts.drop_empty_lanes()
    parts.set_setting(parts.node(task.id), "ansvar", "")
    if not (task.properties.get("lagrum") or task.properties.get("kalla")):
        parts.set_setting(parts.node(task.id), "kalla", SOURCE)
    try:
        text = redrawn(diagram.file, parts.text().encode())
    except ModelError:
        return None
    words = f"{task.name}: hos {agencies[agency].name} i stället för {task.agency}"
    return Mutant(LANE, diagram.process, task.id, words, {**processes.files, diagram.file: text})
