"""Where a way leads: to a step that is there, together with others, or to a new end."""

from __future__ import annotations

from lxml import etree

from engine.bpmn.diagram import GATEWAYS, Trigger
from engine.bpmn.source import local
from engine.errors import InvalidAnswers, NotFound
from engine.modelling.table.parts import Parts
from engine.modelling.table.triggers import Chosen, set_trigger

AN_END, AN_END_OF_ALL = "nytt_slut", "nytt_slut_for_allt"
"""A way may lead to an end that is not there yet: its own, or that of the whole process."""
NOWHERE = ""
"""A way that leads here is taken away."""
TARGET_MISSING = "Välj vart det leder"


def found(parts: Parts, id_: str) -> etree._Element:
    """Return a step or a way of the process. Raises NotFound."""
    try:
        return parts.node(id_)
    except KeyError as error:
        raise NotFound(f"{id_[:80]} is not in the process") from error


def target_of(parts: Parts, source: str, target: str) -> str:
    """Return the step that a way from `source` is to lead to; it is made where it is an end."""
    if target in {AN_END, AN_END_OF_ALL}:
        end = parts.add_node("endEvent", "end_slut", "Slut", parts.lane_of(source))
        if target == AN_END_OF_ALL:
            set_trigger(parts, end, Chosen(Trigger("terminate")))
        return end.get("id", "")
    if target == NOWHERE:
        raise InvalidAnswers({"till": TARGET_MISSING})
    found(parts, target)
    return target


def lead(parts: Parts, source: str, target: str) -> etree._Element:
    """Lead a new way from a step to another; ways that meet do so in a choice before the step."""
    to = target_of(parts, source, target)
    return parts.add_flow(source, _meeting(parts, to))


def _meeting(parts: Parts, target: str) -> str:
    """Return where one more way may come in: only gateways take several (the rule `ways_in`)."""
    before = parts.flows(target=target)
    if not before or local(parts.node(target)) in GATEWAYS:
        return target
    lane = parts.lane_of(target)
    gateway = parts.add_node("exclusiveGateway", f"gw_{target}_in", "", lane).get("id", "")
    for flow in before:
        flow.set("targetRef", gateway)
    parts.add_flow(gateway, target)
    return gateway
