"""What somebody does to the table of a process: a step added, changed, moved or removed.

Each returns the file with the diagram drawn anew. Whether it is right is for the check; only what
would leave nothing to check is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from engine.errors import InvalidAnswers, NotFound
from engine.modelling.redraw import redrawn
from engine.modelling.table.leading import NOWHERE, found, lead, target_of
from engine.modelling.table.parts import Parts, bpmn, slug
from engine.modelling.table.rows import Row, read_table
from engine.modelling.table.triggers import Chosen, set_trigger
from engine.texts import clean_line

NEW = {"userTask": "ut", "exclusiveGateway": "gw", "callActivity": "ca", "businessRuleTask": "ru"}
"""The kinds that can be added, and how their ids begin."""
FIRST = bpmn("eventBasedGateway")
NAME_MISSING = "Skriv vad steget heter"
AGENCY_MISSING = "Välj vem som gör det"
STAYS = "En starthändelse kan inte tas bort: processen börjar där."
BORDER = "Ta först bort det som kan hända under tiden."
SEVERAL = "Steget leder till flera. Ta först bort alla vägar utom en."


@dataclass(frozen=True)
class NewStep:
    """A step to be put in on a way."""

    kind: str
    name: str
    agency: str
    agency_name: str
    settings: Mapping[str, str] = field(default_factory=dict)
    called: str = ""


@dataclass(frozen=True)
class WayEdit:
    """Where a way is to lead, and when."""

    target: str
    condition: str = ""
    is_default: bool = False


@dataclass(frozen=True)
class StepEdit:
    """What a step is to say; ways that are not named stay as they are."""

    name: str
    agency: str
    agency_name: str
    settings: Mapping[str, str] = field(default_factory=dict)
    guidance: str = ""
    called: str = ""
    ways: Mapping[str, WayEdit] = field(default_factory=dict)
    """Flow → what it is to be."""
    new_way: WayEdit | None = None
    chosen: Chosen | None = None
    """What an event is to wait for or send; None: as before."""
    interrupting: bool | None = None
    """Whether an event at a border ends the step; None: as before."""


def add_step(path: str, text: str, flow_id: str, new: NewStep) -> tuple[str, str]:
    """Put a step in on a way; return the file and the new id. Raises InvalidAnswers."""
    _require(new.name, new.agency)
    parts = Parts.read(path, text)
    flow = found(parts, flow_id)
    kind = new.kind if new.kind in NEW else "userTask"
    lane = parts.lane(new.agency, new.agency_name)
    name = clean_line(new.name)
    node = parts.add_node(kind, f"{NEW[kind]}_{slug(name)}", name, lane)
    for name, value in new.settings.items():
        parts.set_setting(node, name, clean_line(value))
    if kind == "callActivity" and new.called:
        node.set("calledElement", new.called)
    after = flow.get("targetRef", "")
    flow.set("targetRef", node.get("id", ""))
    parts.add_flow(node.get("id", ""), after)
    return redrawn(path, parts.text().encode()), node.get("id", "")


def edit_step(path: str, text: str, element: str, edit: StepEdit) -> str:
    """Change a step: what it is called and says, whose it is, and where it leads."""
    row, parts = _row(path, text, element), Parts.read(path, text)
    if row.is_activity or edit.agency:
        _require(edit.name if row.is_activity else "-", edit.agency)
    node = found(parts, element)
    _say(parts, node, row, edit)
    if edit.agency and edit.agency != row.agency:
        parts.move(node, parts.lane(edit.agency, edit.agency_name))
        parts.drop_empty_lanes()
    _lead(parts, row, edit)
    return redrawn(path, parts.text().encode())


def remove_step(path: str, text: str, element: str) -> str:
    """Take a step away; what led to it leads on to what came after. Raises InvalidAnswers."""
    row, parts = _row(path, text, element), Parts.read(path, text)
    node, after = found(parts, element), parts.flows(source=element)
    before = parts.flows(target=element)
    if row.kind == "startEvent":
        raise InvalidAnswers({"steg": STAYS})
    if parts.on_border(element):
        raise InvalidAnswers({"steg": BORDER})
    if len(after) > 1:
        raise InvalidAnswers({"steg": SEVERAL})
    gone = [node, *after]
    if any(parts.node(flow.get("sourceRef", "")).tag == FIRST for flow in before):
        gone += before  # an event is all that may follow there
    elif after:
        for flow in before:
            flow.set("targetRef", after[0].get("targetRef", ""))
    else:
        gone += before
    parts.remove(*gone)
    parts.drop_empty_lanes()
    return redrawn(path, parts.text().encode())


def _say(parts: Parts, element: etree._Element, row: Row, edit: StepEdit) -> None:
    name = clean_line(edit.name)
    if name != row.name:
        element.set("name", name)
    for key, value in edit.settings.items():
        parts.set_setting(element, key, clean_line(value))
    if edit.guidance.strip() != row.guidance:
        parts.set_guidance(element, edit.guidance.strip())
    if row.kind == "callActivity" and edit.called:
        element.set("calledElement", edit.called)
    if edit.chosen is not None:
        set_trigger(parts, element, edit.chosen)
    if row.kind == "boundaryEvent" and edit.interrupting is not None:
        element.set("cancelActivity", "true" if edit.interrupting else "false")


def _lead(parts: Parts, row: Row, edit: StepEdit) -> None:
    """Lead the ways where they are to go; the flow that is the default has no condition."""
    for flow_id, way in edit.ways.items():
        flow = found(parts, flow_id)
        if way.target == NOWHERE:
            parts.remove(flow)
            continue
        flow.set("targetRef", target_of(parts, row.id, way.target))
        _when(parts, row, flow.get("id", ""), way)
    if edit.new_way and edit.new_way.target:
        flow = lead(parts, row.id, edit.new_way.target)
        _when(parts, row, flow.get("id", ""), edit.new_way)
    parts.tidy_ends()


def _when(parts: Parts, row: Row, flow_id: str, way: WayEdit) -> None:
    if not row.chooses:
        return
    node = parts.node(row.id)
    if way.is_default:
        node.set("default", flow_id)
    elif node.get("default") == flow_id:
        del node.attrib["default"]
    parts.set_condition(parts.node(flow_id), "" if way.is_default else clean_line(way.condition))


def _row(path: str, text: str, element: str) -> Row:
    row = read_table(path, text).row(element)
    if row is None:
        raise NotFound(f"{element[:80]} is not in {path}")
    return row


def _require(name: str, agency: str) -> None:
    problems = {}
    if not clean_line(name):
        problems["namn"] = NAME_MISSING
    if not agency:
        problems["aktor"] = AGENCY_MISSING
    if problems:
        raise InvalidAnswers(problems)
