"""Writes shapes as BPMN, in our dialect and as SpiffWorkflow's own documentation writes it.

The drawing is left out: nobody looks at these diagrams, and 300 boxes take long to arrange.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bench.shapes import BACK, Flow, Node, Shape

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
SOURCE = "mätning"
SPIFF = "http://spiffworkflow.org/bpmn/schema/1.0/core"


def ours(shape: Shape) -> str:
    """Return the diagram as our process owners write it."""
    return _definitions(shape, _Ours())


def stock(shape: Shape) -> str:
    """Return the same diagram as SpiffWorkflow reads it: Python in conditions and durations."""
    return _definitions(shape, _Stock())


class _Ours:
    duration = "P14D"

    @staticmethod
    def condition(task: str) -> str:
        return f"{variable(task)} == '{BACK}'"

    @staticmethod
    def inside(node: Node, decisive: tuple[str, ...]) -> str:
        if node.kind == "endEvent":
            return _properties(slutstatus="A5")
        if node.kind == "userTask":
            return _properties(form=form_of(node.id, decisive), kalla=SOURCE)
        return _properties(kalla=SOURCE) if node.kind == "callActivity" else ""


class _Stock:
    duration = '"P14D"'

    @staticmethod
    def condition(task: str) -> str:
        return f'form_{task}["beslut"] == "{BACK}"'

    @staticmethod
    def inside(_: Node, __: tuple[str, ...]) -> str:
        return ""


def variable(task: str) -> str:
    """Return the routing variable that a deciding task sets."""
    return f"beslut_{task}"


def form_of(task: str, decisive: tuple[str, ...]) -> str:
    """Return the form of a task: all ask the same, only who decides sets a variable."""
    return f"f_{task}" if task in decisive else "f_uppgift"


def _definitions(shape: Shape, dialect: _Ours | _Stock) -> str:
    nodes = "".join(_node(shape, node, dialect) for node in shape.nodes)
    flows = "".join(_flow(flow, dialect) for flow in shape.flows)
    return (
        f'<bpmn:definitions xmlns:bpmn="{BPMN}" xmlns:spiffworkflow="{SPIFF}" id="definitions"'
        ' targetNamespace="https://skyddsprocessen.se/bpmn">'
        '<bpmn:collaboration id="collaboration">'
        f'<bpmn:participant id="pool" name="Ärende" processRef="{shape.process}"/>'
        f'</bpmn:collaboration><bpmn:process id="{shape.process}" name="{shape.process}"'
        f' isExecutable="true"><bpmn:laneSet id="lanes">{"".join(_lanes(shape))}</bpmn:laneSet>'
        f"{nodes}{flows}</bpmn:process></bpmn:definitions>"
    )


def _lanes(shape: Shape) -> Iterator[str]:
    ordered = sorted(shape.nodes, key=lambda node: node.agency)
    for agency, nodes in groupby(ordered, key=lambda node: node.agency):
        refs = "".join(f"<bpmn:flowNodeRef>{n.id}</bpmn:flowNodeRef>" for n in nodes)
        yield f'<bpmn:lane id="lane_{agency}" name="{agency}">{refs}</bpmn:lane>'


def _node(shape: Shape, node: Node, dialect: _Ours | _Stock) -> str:
    more = ""
    inside = dialect.inside(node, shape.decisive())
    for flow in shape.flows:
        inside += f"<bpmn:incoming>{_id(flow)}</bpmn:incoming>" if flow.target == node.id else ""
        inside += f"<bpmn:outgoing>{_id(flow)}</bpmn:outgoing>" if flow.source == node.id else ""
        more += f' default="{_id(flow)}"' if flow.default and flow.source == node.id else ""
    if node.calls:
        more += f' calledElement="{node.calls}"'
    if node.on:
        more += f' attachedToRef="{node.on}"'
        duration = f"<bpmn:timeDuration>{dialect.duration}</bpmn:timeDuration>"
        inside += f"<bpmn:timerEventDefinition>{duration}</bpmn:timerEventDefinition>"
    return f'<bpmn:{node.kind} id="{node.id}" name="{node.id}"{more}>{inside}</bpmn:{node.kind}>'


def _flow(flow: Flow, dialect: _Ours | _Stock) -> str:
    start = f'<bpmn:sequenceFlow id="{_id(flow)}" sourceRef="{flow.source}"'
    if not flow.when:
        return f'{start} targetRef="{flow.target}"/>'
    condition = dialect.condition(flow.when)
    return (
        f'{start} targetRef="{flow.target}"><bpmn:conditionExpression>{condition}'
        "</bpmn:conditionExpression></bpmn:sequenceFlow>"
    )


def _id(flow: Flow) -> str:
    return f"flow_{flow.source}__{flow.target}"


def _properties(**named: str) -> str:
    listed = "".join(
        f'<spiffworkflow:property name="skydd.{name}" value="{value}"/>'
        for name, value in named.items()
    )
    return (
        "<bpmn:extensionElements><spiffworkflow:properties>"
        f"{listed}</spiffworkflow:properties></bpmn:extensionElements>"
    )
