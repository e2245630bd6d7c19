"""The layout: what it draws keeps all drawing rules, and it changes nothing but the drawing."""

import pytest
from lxml import etree

from engine.bpmn.drawing.layout import arrange
from engine.bpmn.drawing.rules import crossings, drawing_findings

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
KINDS = {
    "s": "startEvent",
    "e": "endEvent",
    "t": "userTask",
    "c": "callActivity",
    "r": "businessRuleTask",
    "x": "exclusiveGateway",
    "p": "parallelGateway",
    "v": "eventBasedGateway",
    "w": "intermediateCatchEvent",
    "b": "boundaryEvent",
}


def model(lanes, flows, hosts=(), messages=(), boxes=()):
    """Build a file: nodes are named by kind and number, flows are 'a b' or 'a b Name'."""
    host_of = dict(host.split() for host in hosts)
    nodes = [node for members in lanes for node in members.split()]
    lane_set = "".join(
        f'<lane id="lane_{n}" name="Bana {n}">'
        + "".join(f"<flowNodeRef>{node}</flowNodeRef>" for node in members.split())
        + "</lane>"
        for n, members in enumerate(lanes)
    )
    return (
        f'<definitions xmlns="{BPMN}" id="d"><collaboration id="k">'
        f'<participant id="pool" name="Process" processRef="process"/>'
        + "".join(f'<participant id="{box}" name="Part {box}"/>' for box in boxes)
        + "".join(flow("messageFlow", "m", n, text) for n, text in enumerate(messages))
        + f'</collaboration><process id="process"><laneSet id="l">{lane_set}</laneSet>'
        + "".join(node(id, host_of.get(id)) for id in nodes)
        + "".join(flow("sequenceFlow", "f", n, text) for n, text in enumerate(flows))
        + "</process></definitions>"
    ).encode()


def node(id, host):
    attached = f' attachedToRef="{host}"' if host else ""
    name = "" if id[0] == "p" else f' name="Namn på {id}"'
    return f'<{KINDS[id[0]]} id="{id}"{name}{attached}/>'


def flow(kind, prefix, number, text):
    source, target, *name = text.split(maxsplit=2)
    named = f' name="{name[0]}"' if name else ""
    return f'<{kind} id="{prefix}{number}" sourceRef="{source}" targetRef="{target}"{named}/>'


SPLIT = model(
    ["t1", "s1 x1 t2 x2 p1 t4 p2 e1", "t3", "t5"],
    [
        *("s1 x1", "x1 t1 Ja", "x1 t2 Nej", "x1 t3 Behöver mer tid", "t1 x2", "t2 x2", "t3 x2"),
        *("x2 p1", "p1 t4", "p1 t5", "t4 p2", "t5 p2", "p2 e1"),
    ],
)
LOOPS = model(
    ["s1 r1 x1 t1 x2 t2 x3 e1", "c1"],
    [
        "s1 r1",
        "r1 x1",
        "x1 t1",
        "t1 x2",
        "x2 x1 Nej",
        "x2 t2 Ja",
        "t2 x3",
        "x3 c1 Ja",
        "c1 t1",
        "x3 e1 Nej",
    ],
)
BORDERS = model(
    ["s1 t1 b1 b2 t2 e1 e2 e3"],
    ["s1 t1", "t1 t2", "b1 e1", "b2 e2", "t2 e3"],
    hosts=["b1 t1", "b2 t1"],
)
EVENTS = model(
    ["s1 t1 v1 w1 w2 w3 x1 e2", "t2 e1"],
    ["s1 t1", "t1 v1", "v1 w1", "v1 w2", "v1 w3", "w1 x1", "w2 x1", "x1 t2", "t2 e1", "w3 e2"],
    messages=["t1 box1 Fråga", "box2 t2 Svar"],
    boxes=["box1", "box2"],
)
SAMPLES = {"split": SPLIT, "loops": LOOPS, "borders": BORDERS, "events": EVENTS}


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request):
    return SAMPLES[request.param], arrange(SAMPLES[request.param])


def without_drawing(xml):
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    for diagram in root.findall(f"{DI}BPMNDiagram"):
        root.remove(diagram)
    return etree.tostring(root, method="c14n")


def test_the_drawing_keeps_every_rule(sample):
    _, drawn = sample

    assert [str(finding) for finding in drawing_findings("sample.bpmn", drawn)] == []


def test_no_flows_cross(sample):
    _, drawn = sample

    assert crossings(drawn) == 0


def test_only_the_drawing_is_new(sample):
    before, drawn = sample

    assert without_drawing(drawn) == without_drawing(before)


def test_arranging_again_changes_nothing(sample):
    _, drawn = sample

    assert arrange(drawn) == drawn


def test_ids_in_the_drawing_are_unique(sample):
    _, drawn = sample
    ids = [element.get("id") for element in etree.fromstring(drawn).iter() if element.get("id")]

    assert len(ids) == len(set(ids))


def test_a_file_without_lanes_is_drawn_plainly():
    xml = (
        f'<definitions xmlns="{BPMN}"><process id="p"><startEvent id="s"/><task id="t" name="Gör"/>'
        '<endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="t"/>'
        '<sequenceFlow id="b" sourceRef="t" targetRef="e"/></process></definitions>'
    ).encode()

    drawn = arrange(xml)

    shapes = [shape.get("bpmnElement") for shape in etree.fromstring(drawn).iter(f"{DI}BPMNShape")]
    assert shapes == ["s", "t", "e"]
    assert drawing_findings("plain.bpmn", drawn) == []


def test_a_file_without_a_process_is_refused():
    with pytest.raises(ValueError, match="ingen process"):
        arrange(f'<definitions xmlns="{BPMN}"/>'.encode())
