"""Seeded mutations of the diagrams that are shipped: each spoils one thing, as a slip would."""

from collections.abc import Callable
from random import Random

from lxml import etree

from engine.bpmn.source import BPMN

Spoil = Callable[[etree._Element, Random], bool]
ACTIVITIES = ("userTask", "businessRuleTask", "callActivity")
GATEWAYS = ("exclusiveGateway", "parallelGateway", "eventBasedGateway")
CONDITION = f"{{{BPMN}}}conditionExpression"


def mutant(xml: str, random: Random) -> tuple[str, str]:
    """Return what was done and the file as it is then."""
    while True:
        root = etree.fromstring(xml.encode())
        spoil = random.choice(SPOILS)
        if spoil(root.find(f"{{{BPMN}}}process"), random):
            return spoil.__name__, etree.tostring(root, encoding="unicode")


def drop_a_flow(process: etree._Element, random: Random) -> bool:
    flow = _any(process, random, "sequenceFlow")
    process.remove(flow)
    return True


def swap_a_gateway(process: etree._Element, random: Random) -> bool:
    """Make a parallel gateway of an exclusive one, or the other way round."""
    gateway = _any(process, random, "exclusiveGateway", "parallelGateway")
    if gateway is None:
        return False
    exclusive = gateway.tag.endswith("exclusiveGateway")
    gateway.tag = f"{{{BPMN}}}{'parallelGateway' if exclusive else 'exclusiveGateway'}"
    gateway.attrib.pop("default", None)
    out = _flows(process, sourceRef=gateway.get("id"))
    for number, flow in enumerate(out):
        for condition in flow.findall(CONDITION):
            flow.remove(condition)
        if not exclusive and 0 < number <= len(AGES):
            etree.SubElement(flow, CONDITION).text = f"alderskategori == '{AGES[number - 1]}'"
    if not exclusive and out:
        gateway.set("default", out[0].get("id"))
    return exclusive or len(out) <= len(AGES) + 1


AGES = ("vuxen", "barn")


def redirect_a_flow(process: etree._Element, random: Random) -> bool:
    flow = _any(process, random, "sequenceFlow")
    places = (*ACTIVITIES, *GATEWAYS, "endEvent", "intermediateCatchEvent")
    flow.set("targetRef", _any(process, random, *places).get("id"))
    return True


def swap_two_flows(process: etree._Element, random: Random) -> bool:
    one, other = _any(process, random, "sequenceFlow"), _any(process, random, "sequenceFlow")
    ends = one.get("targetRef"), other.get("targetRef")
    other.set("targetRef", ends[0])
    one.set("targetRef", ends[1])
    return ends[0] != ends[1]


def drop_a_join(process: etree._Element, random: Random) -> bool:
    """Take a parallel join out: its branches go on, each by itself."""
    joins = [each for each in process.iterfind(f"{{{BPMN}}}parallelGateway")
             if len(_flows(process, targetRef=each.get("id"))) > 1]  # fmt: skip
    if not joins:
        return False
    random.choice(joins).tag = f"{{{BPMN}}}exclusiveGateway"
    return True


def double_a_flow(process: etree._Element, random: Random) -> bool:
    flow = _any(process, random, "sequenceFlow")
    twin = etree.fromstring(etree.tostring(flow))
    twin.set("id", f"{flow.get('id')}_igen")
    process.append(twin)
    return True


def branch_off(process: etree._Element, random: Random) -> bool:
    """Put a parallel split into a flow, with a second way to anywhere."""
    flow = _any(process, random, "sequenceFlow")
    split = etree.SubElement(process, f"{{{BPMN}}}parallelGateway", id="par_ny")
    lane = _reference(process, flow.get("sourceRef")).getparent()
    etree.SubElement(lane, f"{{{BPMN}}}flowNodeRef").text = "par_ny"
    places = (*ACTIVITIES, *GATEWAYS, "endEvent")
    ways = (flow.get("targetRef"), _any(process, random, *places).get("id"))
    for number, way in enumerate(ways):
        name = f"flow_par_ny_{number}"
        etree.SubElement(process, f"{{{BPMN}}}sequenceFlow", id=name, sourceRef="par_ny",
                         targetRef=way)  # fmt: skip
    flow.set("targetRef", split.get("id", ""))
    return True


def turn_an_event(process: etree._Element, random: Random) -> bool:
    """Let a boundary event interrupt, or no longer."""
    event = _any(process, random, "boundaryEvent")
    if event is None:
        return False
    event.set("cancelActivity", "true" if event.get("cancelActivity") == "false" else "false")
    return True


def remove_an_end(process: etree._Element, random: Random) -> bool:
    end = _any(process, random, "endEvent")
    for flow in _flows(process, targetRef=end.get("id")):
        process.remove(flow)
    process.remove(end)
    reference = _reference(process, end.get("id"))
    reference.getparent().remove(reference)
    return True


def turn_an_end(process: etree._Element, random: Random) -> bool:
    """Let an end event end everything, or only its own branch."""
    end, tag = _any(process, random, "endEvent"), f"{{{BPMN}}}terminateEventDefinition"
    if (definition := end.find(tag)) is not None:
        end.remove(definition)
    else:
        etree.SubElement(end, tag)
    return True


SPOILS: tuple[Spoil, ...] = (
    drop_a_flow, swap_a_gateway, redirect_a_flow, swap_two_flows, drop_a_join, double_a_flow,
    branch_off, branch_off, turn_an_event, turn_an_event, remove_an_end, turn_an_end,
)  # fmt: skip


def _any(process: etree._Element, random: Random, *tags: str) -> etree._Element:
    found = [each for tag in tags for each in process.iterfind(f"{{{BPMN}}}{tag}")]
    return random.choice(found) if found else None


def _flows(process: etree._Element, **ends: str | None) -> list[etree._Element]:
    ((name, value),) = ends.items()
    flows = process.iterfind(f"{{{BPMN}}}sequenceFlow")
    return [flow for flow in flows if flow.get(name) == value]


def _reference(process: etree._Element, element: str | None) -> etree._Element:
    """Return where a lane names an element."""
    references = process.iterfind(f".//{{{BPMN}}}flowNodeRef")
    return next(each for each in references if (each.text or "").strip() == element)
