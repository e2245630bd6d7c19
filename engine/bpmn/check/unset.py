"""No choice and no timer reads a variable that some way there has not set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.bpmn.dataflow.expected import FILE, Expected
from engine.bpmn.dataflow.proof import Shown, shown_unset, suspected
from engine.bpmn.dataflow.unset import Unset
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.findings import Flaw
from engine.bpmn.soundness.net import reachable
from engine.bpmn.soundness.words import named, told
from engine.model import Finding

RULE = "unset"
MOST = 3
"""So many of the values or callers are named in a sentence."""


def unset_findings(whole: Whole, expected: Expected) -> list[Finding]:
    """Return what is read unset and not expected to be, and what is expected and cannot be."""
    found, seen = list[Finding](), set[tuple[str, str]]()
    for diagram in whole.processes.diagrams.values():
        for each in suspected(whole, diagram):
            place = f"{diagram.process}.{each.element}"
            if diagram.elements[each.element].kind == "exclusiveGateway":
                seen.add((place, each.variable))
                if each.variable in expected.get(place, {}):
                    continue
            if shown := shown_unset(whole, diagram, each):
                found.append(_flaw(whole, diagram, each, shown))
    return [*found, *_outdated(expected, seen)]


def _outdated(expected: Expected, seen: set[tuple[str, str]]) -> Iterator[Finding]:
    for place, variables in expected.items():
        for name in variables:
            if (place, name) not in seen:
                said = f"vägvalet läser aldrig {name} osatt; ta bort raden"
                yield Finding(FILE, place, RULE, said)


def _flaw(whole: Whole, diagram: Diagram, what: Unset, shown: Shown) -> Flaw:
    steps = shown.steps or ()
    parts = [
        _said(whole, diagram, _as_shown(what, shown)),
        *_origin(whole, diagram, what),
        _mended(diagram, what),
    ]
    parts.append(told(diagram, steps) if steps else "Vägen dit är inte helt kontrollerad.")
    return Flaw(diagram.file, what.element, RULE, " ".join(parts), steps, what.variable)


def _as_shown(what: Unset, shown: Shown) -> Unset:
    """Return what is told with the way that its example takes."""
    way = next(iter(shown.steps[-1].flows), None) if shown.steps else what.way
    return what if way == what.way or what.way is None else replace(what, way=way, like=())


def _said(whole: Whole, diagram: Diagram, what: Unset) -> str:
    name = whole.processes.registers.variables[what.variable].name
    when = "som ingenting har satt på vägen hit" if what.never else "som inte alltid är satt"
    if diagram.elements[what.element].kind != "exclusiveGateway":
        return f"händelsen väntar på ”{name}” ({what.variable}), {when}: då går motorn inte vidare."
    said = f"villkoren läser ”{name}” ({what.variable}), {when}: "
    if what.way is None:
        return said + "då går det inte att säga vilken väg processen tar."
    target = next(flow.target for flow in diagram.flows if flow.id == what.way)
    like = f", som vid {_listed(what.like)}" if what.like else ""
    return f"{said}då går processen till {named(diagram, target)}{like}."


def _origin(whole: Whole, diagram: Diagram, what: Unset) -> Iterator[str]:
    """Say who begins the process without a variable that nothing in it sets before."""
    bit = whole.effects.names.bits[what.variable]
    before = (e for e in diagram.elements.values() if what.element in reachable(diagram, e.id))
    if any(whole.effects.writes(element) & bit for element in before):
        return
    if places := whole.without(diagram.process, what.variable):
        said = [f"{named(of, element)} i {of.file}" for of, element in places]
        yield f"Den saknas redan när processen börjar, från {_listed(said)}."


def _mended(diagram: Diagram, what: Unset) -> str:
    if diagram.elements[what.element].kind != "exclusiveGateway":
        return "Låt en obligatorisk fråga före händelsen sätta dagen."
    return (
        "Låt varje väg till vägvalet sätta den, eller skriv i osatta.toml under "
        f'["{diagram.process}.{what.element}"] vad som gäller när den saknas.'
    )


def _listed(words: tuple[str, ...] | list[str]) -> str:
    shown = [*words[:MOST], *([f"{len(words) - MOST} till"] if len(words) > MOST else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} och {shown[-1]}"
