"""What a diagram refers to must exist: forms, messages, variables, deadlines, called processes."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element
from engine.deadlines import parse_length
from engine.decisions import ONE_HIT
from engine.model import Finding

SOURCE = {"ansvar", "lagrum", "kalla"}
ON_TASK = SOURCE | {"form", "frist", "fran", "roll", "godkannande", "meddelande"}
ON_EVENT = SOURCE | {"frist", "fran", "satter"}
PROPERTIES = {
    "userTask": ON_TASK,
    "callActivity": SOURCE,
    "businessRuleTask": SOURCE | {"beslut"},
    "endEvent": SOURCE | {"satter", "slutstatus"},
    "startEvent": SOURCE,
    "intermediateCatchEvent": ON_EVENT,
    "intermediateThrowEvent": ON_EVENT,
    "boundaryEvent": ON_EVENT,
    "exclusiveGateway": SOURCE,
}


def reference_findings(diagram: Diagram, processes: ProcessSet) -> list[Finding]:
    """Return every reference of a diagram that leads nowhere or to the wrong kind of thing."""
    rules = (_properties, _lane, _form, _message, _timer, _deadline, _sets, _called, _decision)
    return [
        Finding(diagram.file, element.id, rule.__name__.strip("_"), message)
        for element in diagram.elements.values()
        for rule in rules
        for message in rule(element, processes)
    ] + _recursion(diagram, processes)


def _properties(element: Element, _: ProcessSet) -> Iterator[str]:
    for name in element.properties.keys() - PROPERTIES.get(element.kind, set()):
        yield f"egenskapen skydd.{name} hör inte hemma på ett element av slaget {element.kind}"


def _lane(element: Element, processes: ProcessSet) -> Iterator[str]:
    agency = processes.registers.agencies.get(element.agency or "")
    if element.agency and agency is None:
        yield f"banan lane_{element.agency} finns inte i registret över aktörer"
    elif element.kind == "userTask" and agency and not agency.signs_in:
        yield f"{agency.name} loggar inte in och kan inte ha en uppgift"


def _form(element: Element, processes: ProcessSet) -> Iterator[str]:
    if element.kind != "userTask":
        return
    form = element.properties.get("form")
    if not form:
        yield "uppgiften saknar formulär (skydd.form)"
    elif form not in processes.forms:
        yield f"formuläret {form} finns inte"
    agency = processes.registers.agencies.get(element.agency or "")
    for role in (element.properties.get("roll"), element.properties.get("godkannande")):
        if role and agency and role not in agency.roles:
            yield f"{agency.name} har ingen roll {role}"


def _message(element: Element, processes: ProcessSet) -> Iterator[str]:
    trigger = element.trigger
    if trigger is None or trigger.kind not in {"message", "signal"}:
        return
    kind = {"message": "meddelande", "signal": "signal"}[trigger.kind]
    known = processes.registers.messages.get(trigger.value)
    if known is None:
        yield f"{kind} {trigger.value!r} finns inte i registret över meddelanden"
    elif known.kind != kind:
        yield f"{trigger.value} är inte ett {kind} i registret"


def _timer(element: Element, processes: ProcessSet) -> Iterator[str]:
    trigger = element.trigger
    if trigger is None or trigger.kind not in {"date", "duration"}:
        return
    if trigger.kind == "date":
        variable = processes.registers.variables.get(trigger.value)
        if variable is None or variable.kind == "val":
            yield f"timeDate ska vara namnet på en datumvariabel, inte {trigger.value!r}"
        return
    try:
        length = parse_length(trigger.value)
    except ValueError as error:
        yield str(error)
        return
    if length.repeats:
        yield "en tidshändelse får inte upprepas; rita slingan"


def _deadline(element: Element, processes: ProcessSet) -> Iterator[str]:
    name, start = element.properties.get("frist"), element.properties.get("fran")
    deadline = processes.deadlines.get(name or "")
    if name and deadline is None:
        yield f"fristen {name} finns inte"
    variable = processes.registers.variables.get(start or "")
    if start and (variable is None or variable.kind == "val"):
        yield f"skydd.fran ska vara en datumvariabel, inte {start!r}"
    if deadline and variable and variable.kind == "datum" and "T" in (deadline.length or ""):
        yield f"{name} räknas i timmar och behöver en tidpunkt, inte dagen {start}"
    trigger = element.trigger
    registered = (deadline.length or "").removeprefix("R/") if deadline else ""
    if trigger and trigger.kind == "duration" and registered not in {"", trigger.value}:
        yield f"längden {trigger.value} är inte fristens längd {registered} ({name})"


def _sets(element: Element, processes: ProcessSet) -> Iterator[str]:
    for name, value in element.sets().items():
        variable = processes.registers.variables.get(name)
        if variable is None:
            yield f"skydd.satter: okänd variabel {name}"
        elif problem := variable.problem(value):
            yield f"skydd.satter: {problem}"
    state = element.properties.get("slutstatus")
    if state and state not in processes.registers.end_states:
        yield f"okänt sluttillstånd {state}"


def _called(element: Element, processes: ProcessSet) -> Iterator[str]:
    if element.kind != "callActivity":
        return
    called = processes.diagrams.get(element.called or "")
    if called is None:
        yield f"den anropade processen {element.called!r} finns inte"
    elif any(start.triggers for start in called.of_kind("startEvent")):
        yield f"{element.called} startas av ett meddelande och kan inte anropas"


def _decision(element: Element, processes: ProcessSet) -> Iterator[str]:
    if element.kind != "businessRuleTask":
        return
    name = element.properties.get("beslut")
    table = processes.decisions.get(name or "")
    if not name:
        yield "regeluppgiften saknar beslutstabell (skydd.beslut)"
    elif table is None:
        yield f"beslutstabellen {name} finns inte"
    else:
        if table.hit_policy not in ONE_HIT:
            yield f"{name} ger en lista ({table.hit_policy}), en variabel har bara en kod"
        for clause in (*table.inputs, *table.outputs):
            if clause.variable not in processes.registers.variables:
                yield f"{name} har {clause.variable}, som inte är en vägvalsvariabel"


def _recursion(diagram: Diagram, processes: ProcessSet) -> list[Finding]:
    left, seen = [diagram.process], set[str]()
    while left:
        here = processes.diagrams.get(left.pop())
        for call in here.of_kind("callActivity") if here else ():
            if call.called == diagram.process:
                return [Finding(diagram.file, call.id, "recursion", "processen anropar sig själv")]
            if call.called and call.called not in seen:
                seen.add(call.called)
                left.append(call.called)
    return []
