"""Seeded mutations of shipped processes, each of which may leave a variable unset or set twice."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from lxml import etree

from engine.answers import Condition, Field
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, read_diagram
from engine.bpmn.soundness.findings import soundness_findings
from engine.bpmn.source import BPMN
from engine.forms import Form

Spoil = Callable[[ProcessSet, str, Random], ProcessSet | None]
MOST = 5
"""So many processes of a set are played; the walks are short."""
TAG = f"{{{BPMN}}}"
PROPERTY = "{http://spiffworkflow.org/bpmn/schema/1.0/core}property"


def mutant(published: ProcessSet, random: Random) -> tuple[str, str, ProcessSet, ProcessSet]:
    """Return what was done, the process it begins with, and the set before and after."""
    while True:
        process = random.choice(sorted(published.diagrams))
        alone = with_all_it_calls(published, process)
        spoil = random.choice(SPOILS)
        if len(alone.diagrams) > MOST or not (spoiled := spoil(alone, process, random)):
            continue
        if not soundness_findings(spoiled.diagrams[process], spoiled):  # else others refuse it
            return spoil.__name__, process, alone, spoiled


def with_all_it_calls(published: ProcessSet, process: str) -> ProcessSet:
    """Return a set in which one process begins by itself."""
    found = [process]
    for each in found:
        calls = (e.called for e in published.diagrams[each].elements.values())
        found += [called for called in dict.fromkeys(calls) if called and called not in found]
    return replace(published, diagrams={each: published.diagrams[each] for each in found})


def drop_a_question(alone: ProcessSet, process: str, random: Random) -> ProcessSet | None:
    form = _form(alone, process, random)
    if form is None:
        return None
    out = random.choice([f for f in form.fields if f.variable])
    kept = tuple(each for each in form.components if each is not out)
    return _with_form(alone, replace(form, components=kept))


def hide_a_question(alone: ProcessSet, process: str, random: Random) -> ProcessSet | None:
    """Let a question depend on an answer above it."""
    form = _form(alone, process, random)
    if form is None:
        return None
    asked = [f for f in form.fields if f.kind == "radio"]
    later = [f for f in form.fields if f.variable and asked and _comes_after(form, f, asked[0])]
    if not later:
        return None
    one = random.choice(later)
    condition = Condition(asked[0].key, random.random() < 0.5, asked[0].options[0].value)
    hidden = replace(one, hidden_when=condition)
    parts = tuple(hidden if each is one else each for each in form.components)
    return _with_form(alone, replace(form, components=parts))


def pass_by_a_task(alone: ProcessSet, process: str, random: Random) -> ProcessSet | None:
    """Let what leads to a task lead past it, as long as nobody has placed a child."""
    diagram = alone.diagrams[process]
    tasks = [e for e in diagram.of_kind("userTask", "callActivity")
             if diagram.outgoing(e.id) and diagram.incoming(e.id)]  # fmt: skip
    if not tasks:
        return None
    task = random.choice(tasks)
    (into,), (out,) = diagram.incoming(task.id), diagram.outgoing(task.id)
    root = etree.fromstring(etree.tostring(diagram.root))
    body = root.find(f"{TAG}process")
    for name in ("gw_ny", "gw_ny_ut"):
        _add_gateway(body, name, task.id)
    flows = {flow.get("id"): flow for flow in body.iterfind(f"{TAG}sequenceFlow")}
    flows[into.id].set("targetRef", "gw_ny")
    flows[out.id].set("sourceRef", "gw_ny_ut")
    _add_flow(body, "gw_ny", task.id)
    _add_flow(body, task.id, "gw_ny_ut")
    past = _add_flow(body, "gw_ny", "gw_ny_ut")
    etree.SubElement(past, f"{TAG}conditionExpression").text = "placerat_barn != 'ja'"
    body.find("*[@id='gw_ny']").set("default", f"gw_ny_{task.id}")
    return _with_diagram(alone, process, root)


def ask_in_two_branches(alone: ProcessSet, process: str, random: Random) -> ProcessSet | None:
    """Let two tasks of a process have the same form."""
    tasks = list(alone.diagrams[process].of_kind("userTask"))
    forms = [e.properties["form"] for e in tasks if _routing(alone.forms[e.properties["form"]])]
    if len(tasks) < 2 or not forms:
        return None
    root = etree.fromstring(etree.tostring(alone.diagrams[process].root))
    named, form = random.choice(tasks), random.choice(forms)
    task = root.find(f".//*[@id='{named.id}']")
    next(p for p in task.iter(PROPERTY) if p.get("name") == "skydd.form").set("value", form)
    return _with_diagram(alone, process, root)


SPOILS: tuple[Spoil, ...] = (
    drop_a_question, drop_a_question, hide_a_question, pass_by_a_task, pass_by_a_task,
    ask_in_two_branches, ask_in_two_branches,
)  # fmt: skip


def _form(alone: ProcessSet, process: str, random: Random) -> Form | None:
    names = sorted({e.properties["form"] for d in alone.diagrams.values()
                    for e in d.of_kind("userTask")})  # fmt: skip
    forms = [alone.forms[name] for name in names if _routing(alone.forms[name])]
    return random.choice(forms) if forms else None


def _routing(form: Form) -> list[Field]:
    return [field for field in form.fields if field.variable]


def _comes_after(form: Form, field: Field, other: Field) -> bool:
    return form.fields.index(field) > form.fields.index(other)


def _with_form(alone: ProcessSet, form: Form) -> ProcessSet:
    forms: Mapping[str, Form] = {**alone.forms, form.id: form}
    return replace(alone, forms=forms)


def _with_diagram(alone: ProcessSet, process: str, root: etree._Element) -> ProcessSet:
    diagram: Diagram = read_diagram(f"{process}.bpmn", etree.tostring(root))
    return replace(alone, diagrams={**alone.diagrams, process: diagram})


def _add_gateway(body: etree._Element, name: str, beside: str) -> None:
    etree.SubElement(body, f"{TAG}exclusiveGateway", id=name)
    references = body.iterfind(f".//{TAG}flowNodeRef")
    lane = next(each for each in references if (each.text or "").strip() == beside).getparent()
    etree.SubElement(lane, f"{TAG}flowNodeRef").text = name


def _add_flow(body: etree._Element, source: str, target: str) -> etree._Element:
    return etree.SubElement(body, f"{TAG}sequenceFlow", id=f"{source}_{target}",
                            sourceRef=source, targetRef=target)  # fmt: skip
