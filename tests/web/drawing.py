"""A small BPMN drawing, wider than a telephone."""

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" targetNamespace="urn:test" id="d">
"""
NAMES = ("Registrera misstanke", "Kalla till möte", "Bedöm", "Besluta", "Planera", "Följ upp")


def _task(number: int, name: str) -> str:
    return f'<userTask id="ut_{number}" name="{name}"/>'


def _flow(number: int) -> str:
    target = f'targetRef="ut_{number + 1}"'
    return f'<sequenceFlow id="f_{number}" sourceRef="ut_{number}" {target}/>'


def _shape(number: int) -> str:
    place = f'<dc:Bounds x="{number * 200}" y="80" width="120" height="80"/>'
    element = f'id="ut_{number}_di" bpmnElement="ut_{number}"'
    return f"<bpmndi:BPMNShape {element}>{place}</bpmndi:BPMNShape>"


def _edge(number: int) -> str:
    start, end = number * 200 + 120, (number + 1) * 200
    points = f'<di:waypoint x="{start}" y="120"/><di:waypoint x="{end}" y="120"/>'
    return (
        f'<bpmndi:BPMNEdge id="f_{number}_di" bpmnElement="f_{number}">{points}</bpmndi:BPMNEdge>'
    )


_COUNT = range(1, len(NAMES) + 1)
DRAWING = "".join(
    (
        HEAD,
        '<process id="identifiering" isExecutable="true">',
        *(_task(number, name) for number, name in zip(_COUNT, NAMES, strict=True)),
        *map(_flow, _COUNT[:-1]),
        '</process><bpmndi:BPMNDiagram id="bd">',
        '<bpmndi:BPMNPlane id="bp" bpmnElement="identifiering">',
        *map(_shape, _COUNT),
        *map(_edge, _COUNT[:-1]),
        "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>",
    )
)
