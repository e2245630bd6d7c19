"""The picture of a diagram: all of it is there, its text stays in place, and it stands alone."""

import re
from pathlib import Path

import pytest
from lxml import etree

from engine.bpmn.drawing.drawn import read_drawn
from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.svg import render
from engine.bpmn.drawing.svg_style import MARKS, STYLE
from engine.bpmn.drawing.text import LABEL_FONT, LINE_HEIGHT, TASK_FONT, text_width
from engine.errors import ModelError
from tests.engine.modelling.small import LIVE, MAIN

FILES = sorted((Path(__file__).parents[4] / "processes").glob("*.bpmn"))
NS = {"s": "http://www.w3.org/2000/svg"}
WHITE = "#ffffff"

FOREIGN = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dd="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="urn:x">
  <process id="p" name="Främmande &lt;&amp;&gt;">
    <subProcess id="open" name="Öppen"><startEvent id="inner" name="Inne"/></subProcess>
    <subProcess id="closed" name="Stängd"/>
    <adHocSubProcess id="adhoc" name="Fri"/>
    <serviceTask id="service" name="Tjänst"/>
    <dataObjectReference id="data" name="Handling"/>
    <textAnnotation id="note"><text>En anteckning</text></textAnnotation>
    <group id="group"/>
    <eventSubThing id="odd" name="Okänt"/>
    <endEvent id="many" name="Flera"><errorEventDefinition/><linkEventDefinition/></endEvent>
    <complexGateway id="complex" name="Svårt"/>
    <association id="assoc" sourceRef="note" targetRef="service"/>
  </process>
  <di:BPMNDiagram id="dia"><di:BPMNPlane id="plane" bpmnElement="p">
    {shapes}
    <di:BPMNEdge id="e" bpmnElement="assoc"><dd:waypoint x="9" y="9"/><dd:waypoint x="9" y="9"/>
    </di:BPMNEdge>
  </di:BPMNPlane></di:BPMNDiagram></definitions>"""
DRAWN = ["open", "inner", "closed", "adhoc", "service", "data", "note", "group", "odd", "many",
         "complex", "nowhere", "x:service"]  # fmt: skip


def foreign() -> bytes:
    shapes = "".join(
        f'<di:BPMNShape id="s{n}" bpmnElement="{id}">'
        f'<dc:Bounds x="{n * 50}" y="{n}" width="{120 - n}" height="40"/></di:BPMNShape>'
        for n, id in enumerate(DRAWN)
    )
    return FOREIGN.format(shapes=shapes).encode()


def groups(svg: str) -> dict[str, etree._Element]:
    return {g.get("id", ""): g for g in etree.fromstring(svg).iterfind("s:g[@id]", NS)}


def lines(group: etree._Element) -> list[tuple[str, float, float]]:
    """Return each line of a group's text with its place."""
    spans = group.iterfind(".//s:tspan", NS)
    return [(s.text or "", float(s.get("x", "")), float(s.get("y", ""))) for s in spans]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_everything_drawn_is_in_the_picture_with_its_text_in_place(file: Path) -> None:
    xml = file.read_bytes()
    drawn, found = read_drawn(xml), groups(render(xml))

    assert set(found) == {*drawn.shapes, *drawn.edges}
    for node in drawn.nodes:
        box = drawn.shapes[node.id] if node.is_task else drawn.labels.get(node.id)
        font = TASK_FONT if node.is_task else LABEL_FONT
        written = lines(found[node.id])
        assert bool(written) == bool(node.name)
        for text, x, y in written:
            assert box is not None
            assert box.x - 1 <= x - text_width(text, font) / 2, text
            assert x + text_width(text, font) / 2 <= box.right + 1, text
            assert box.y < y < box.bottom + font * (LINE_HEIGHT - 1), text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_names_of_pools_and_lanes_fit_along_their_side(file: Path) -> None:
    xml = file.read_bytes()
    drawn, found = read_drawn(xml), groups(render(xml))

    for lane in drawn.graph.lanes:
        for text, _, _ in lines(found[lane.id]) if lane.is_drawn else []:
            assert text_width(text, TASK_FONT) <= drawn.shapes[lane.id].height


def test_the_words_of_a_name_are_all_written() -> None:
    xml = next(file for file in FILES if file.stem == "identifiering").read_bytes()
    group = groups(render(xml))["ut_registrera_soc"]

    assert group.findtext("s:title", "", NS) == "Registrera misstanke om människohandel"
    assert [text for text, _, _ in lines(group)] == [
        "Registrera", "misstanke om", "människo-", "handel",
    ]  # fmt: skip


def test_a_foreign_file_is_drawn_whatever_is_in_it() -> None:
    svg = render(foreign())

    assert set(groups(svg)) == {*DRAWN, "assoc"}
    assert "Främmande &lt;&amp;&gt;" in svg
    assert [text for text, _, _ in lines(groups(svg)["odd"])] == ["Okänt"]


def test_an_element_carries_its_mark_and_a_badge_that_needs_no_colour() -> None:
    xml = FILES[0].read_bytes()
    node = read_drawn(xml).nodes[1].id
    plain, marked = render(xml), render(xml, {node: "done"})

    assert groups(marked)[node].get("class") == f"{groups(plain)[node].get('class')} done"
    assert badges(plain) == []
    assert len(badges(marked)) == 1


def badges(svg: str) -> list[etree._Element]:
    return etree.fromstring(svg).findall("s:g[@class='badges']/s:circle", NS)


def test_a_badge_stands_clear_of_the_boundary_event_at_its_corner() -> None:
    xml = next(file for file in FILES if file.stem == "atervandande").read_bytes()
    drawn = read_drawn(xml)
    events = [n for n in drawn.nodes if n.host and drawn.shapes[n.id].y < drawn.shapes[n.host].y]

    assert events
    for event in events:
        (badge,) = badges(render(xml, {event.host or "": "current"}))
        x, y, box = float(badge.get("cx", "")), float(badge.get("cy", "")), drawn.shapes[event.id]
        assert not box.grown(11).holds(Point(x, y))


def test_every_mark_shows_without_colour_and_is_clear_on_white() -> None:
    for mark in MARKS:
        rules = re.findall(rf"\.{mark} > \.(?:body|line) {{ (.*) }}", STYLE)
        strokes = re.findall(r"stroke: (#\w{6})", " ".join(rules))

        assert rules
        assert strokes
        assert all(contrast(stroke) >= 3 for stroke in strokes), mark


def contrast(colour: str) -> float:
    """Return the contrast with white, as WCAG 2.2 counts it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_the_picture_stands_alone_and_is_the_same_each_time() -> None:
    xml = FILES[0].read_bytes()
    svg = render(xml)
    root = etree.fromstring(svg)

    assert root.get("role") == "img"
    assert [root[0].tag, root[1].tag] == [f"{{{NS['s']}}}title", f"{{{NS['s']}}}desc"]
    assert root.get("aria-labelledby", "").split() == [root[0].get("id"), root[1].get("id")]
    assert not re.search(r"<script|href|url\(|@import|<foreignObject|\son\w+=", svg)
    assert svg.count("http") == 1
    assert render(xml) == svg


def test_a_file_that_is_no_diagram_is_refused() -> None:
    with pytest.raises(ModelError):
        render(b"<html/>")


def test_a_note_stands_on_its_element_or_flow_clear_of_what_is_on_the_border() -> None:
    xml = LIVE[MAIN].encode()
    notes = {"b": "40", "g_j": "<\u00a05", "unknown": "x"}
    svg = etree.fromstring(render(xml, {"b": "heat4"}, notes).encode())
    layer = svg.find("s:g[@class='notes']", NS)
    assert layer is not None
    assert layer.get("aria-hidden") == "true"
    written = {each.text: rect for rect, each in zip(layer[::2], layer[1::2], strict=True)}
    frames = {text: [float(rect.get(name, 0)) for name in ("x", "y", "width", "height")]
              for text, rect in written.items()}  # fmt: skip
    shapes = read_drawn(xml).shapes

    assert sorted(frames) == ["40", "<\u00a05"]
    assert Box(*frames["40"]).overlaps(shapes["b"])
    assert not Box(*frames["40"]).overlaps(shapes["late"])
    titles = [each.text or "" for each in svg.iterfind(".//s:title", NS)]
    assert "B: 40" in titles
    assert "Flöde: <\u00a05" in titles
