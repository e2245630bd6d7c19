"""What has gone wrong, and how it comes to that, in Swedish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.trace import Played

SPOKEN = 14
"""How many steps a sentence tells; of longer ones the first and the last."""

FAULTS = {
    "deadlock": "processen kan fastna vid {0}: det som {0} väntar på kommer aldrig",
    "unsafe": "två grenar kan mötas vid {0} utan att gå ihop: det som följer görs två gånger",
    "endless": "inget slut kan nås när processen har kommit till {0}",
    "unset": "{0} kan läsa en variabel som ingen har satt",
    "race": "{0} och en annan gren kan sätta samma variabel i vilken ordning som helst",
    "spin": "slingan vid {0} väntar inte på någon eller något: motorn går runt i den för alltid",
}
PASSED = {
    "userTask": "{} slutförs",
    "callActivity": "{} blir klar",
    "businessRuleTask": "{} svarar",
    "intermediateCatchEvent": "{} inträffar",
    "intermediateThrowEvent": "{} passeras",
    "startEvent": "processen startar",
    "boundaryEvent": "{} har inträffat",
    "endEvent": "en gren slutar i {}",
}


def fault(diagram: Diagram, rule: str, element: str) -> str:
    """Say what is wrong at an element."""
    return FAULTS[rule].format(named(diagram, element))


def told(diagram: Diagram, steps: Sequence[Played]) -> str:
    """Say how it comes to that, in one sentence."""
    said = [text for step in steps if (text := spoken(diagram, step))]
    if len(said) > SPOKEN:
        half = SPOKEN // 2
        said = [*said[:half], f"({len(said) - SPOKEN} steg till)", *said[-half:]]
    return f"Så här blir det: {', '.join(said)}."


def spoken(diagram: Diagram, step: Played) -> str:
    """Say what happens in a step; nothing about a gateway where there is no choice."""
    element = diagram.elements[step.element]
    name = named(diagram, element.id)
    ahead = " och ".join(_ahead(diagram, step.flows))
    if step.how in {"interrupt", "beside"}:
        host = named(diagram, element.attached_to or "")
        word = "avbryter" if step.how == "interrupt" else "inträffar utan att avbryta"
        return f"{name} {word} {host}"
    if step.how == "terminate":
        return f"allt avslutas i {name}"
    if element.kind == "parallelGateway":
        return f"grenarna går vidare till {ahead}" if len(step.flows) > 1 else f"{name} är klar"
    if element.kind.endswith("Gateway"):
        chooses = element.kind == "exclusiveGateway" and len(diagram.outgoing(element.id)) > 1
        return f"vägvalet {name} leder till {ahead}" if chooses else ""
    return PASSED[element.kind].format(name)


def named(diagram: Diagram, id_: str) -> str:
    """Return an element's name as it is drawn; of a nameless meeting what comes after it."""
    name, ahead = diagram.elements[id_].name, _next(diagram, id_)
    if name or ahead == id_:
        return f"”{name}”" if name else id_
    follows = diagram.elements[ahead].name
    return f"sammanföringen före {f'”{follows}”' if follows else ahead}"


def _next(diagram: Diagram, id_: str) -> str:
    """Return what comes after nameless gateways with one way out."""
    seen = set[str]()
    while id_ not in seen and not diagram.elements[id_].name:
        seen.add(id_)
        out = diagram.outgoing(id_)
        if not diagram.elements[id_].kind.endswith("Gateway") or len(out) != 1:
            break
        id_ = out[0].target
    return id_


def _ahead(diagram: Diagram, flows: Sequence[str]) -> Iterator[str]:
    targets = {flow.id: flow.target for flow in diagram.flows}
    for flow in flows:
        waits = diagram.elements[targets[flow]].kind == "parallelGateway"
        yield named(diagram, targets[flow] if waits else _next(diagram, targets[flow]))
