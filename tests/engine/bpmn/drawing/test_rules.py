"""Each drawing rule: one drawing that keeps it, and the same drawing broken on purpose."""

import pytest

from engine.bpmn.drawing.rules import crossings, drawing_findings

NAMESPACES = (
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
)
MODEL = """
<collaboration id="samverkan">
  <participant id="pool" name="Process" processRef="process"/>
  <participant id="box" name="Utomstående"/>
  <messageFlow id="svar" name="Svar" sourceRef="utred" targetRef="box"/>
</collaboration>
<process id="process">
  <laneSet id="banor">
    <lane id="lane_a" name="Bana A"><flowNodeRef>start</flowNodeRef>
      <flowNodeRef>prova</flowNodeRef><flowNodeRef>vecka</flowNodeRef>
      <flowNodeRef>behorig</flowNodeRef><flowNodeRef>klar</flowNodeRef>
      <flowNodeRef>paminn</flowNodeRef></lane>
    <lane id="lane_b" name="Bana B"><flowNodeRef>utred</flowNodeRef></lane>
  </laneSet>
  <startEvent id="start" name="Start"/>
  <userTask id="prova" name="Pröva"/>
  <boundaryEvent id="vecka" name="1 vecka" attachedToRef="prova"/>
  <exclusiveGateway id="behorig" name="Behörig?"/>
  <endEvent id="klar" name="Klar"/>
  <userTask id="paminn" name="Påminn"/>
  <userTask id="utred" name="Utred"/>
  <sequenceFlow id="in" sourceRef="start" targetRef="prova"/>
  <sequenceFlow id="vidare" sourceRef="prova" targetRef="behorig"/>
  <sequenceFlow id="ja" name="Ja" sourceRef="behorig" targetRef="klar"/>
  <sequenceFlow id="nej" name="Nej" sourceRef="behorig" targetRef="utred"/>
  <sequenceFlow id="om" sourceRef="utred" targetRef="prova"/>
  <sequenceFlow id="sent" sourceRef="vecka" targetRef="paminn"/>
</process>
"""
SHAPES = {
    "pool": (0, 0, 600, 350),
    "box": (0, 420, 600, 60),
    "lane_a": (30, 0, 570, 200),
    "lane_b": (30, 200, 570, 150),
    "start": (82, 112, 36, 36),
    "prova": (180, 90, 100, 80),
    "vecka": (244, 72, 36, 36),
    "behorig": (335, 105, 50, 50),
    "klar": (457, 112, 36, 36),
    "paminn": (430, 0, 100, 80),
    "utred": (430, 235, 100, 80),
}
EDGES = {
    "in": [(118, 130), (180, 130)],
    "vidare": [(280, 130), (335, 130)],
    "ja": [(385, 130), (457, 130)],
    "nej": [(360, 155), (360, 275), (430, 275)],
    "om": [(480, 315), (480, 335), (210, 335), (210, 170)],
    "sent": [(262, 72), (262, 40), (430, 40)],
    "svar": [(500, 315), (500, 420)],
}
LABELS = {
    "start": (85, 153, 30, 14),
    "vecka": (196, 60, 42, 14),
    "behorig": (335, 85, 50, 14),
    "klar": (463, 153, 24, 14),
    "ja": (395, 112, 12, 14),
    "nej": (365, 165, 18, 14),
    "svar": (505, 380, 24, 14),
}


def drawing(shapes=None, edges=None, labels=None, model=MODEL):
    """Build the file, with some places changed; None leaves something out."""
    label_of = LABELS | (labels or {})
    parts = [
        f'<bpmndi:BPMNShape id="{id}_di" bpmnElement="{id}">{bounds(box)}'
        f"{label(label_of.get(id))}</bpmndi:BPMNShape>"
        for id, box in (SHAPES | (shapes or {})).items()
        if box
    ]
    parts += [
        f'<bpmndi:BPMNEdge id="{id}_di" bpmnElement="{id}">{waypoints(points)}'
        f"{label(label_of.get(id))}</bpmndi:BPMNEdge>"
        for id, points in (EDGES | (edges or {})).items()
        if points
    ]
    plane = (
        f'<bpmndi:BPMNPlane id="plan" bpmnElement="samverkan">{"".join(parts)}</bpmndi:BPMNPlane>'
    )
    diagram = f'<bpmndi:BPMNDiagram id="diagram">{plane}</bpmndi:BPMNDiagram>'
    return f"<definitions {NAMESPACES}>{model}{diagram}</definitions>".encode()


def bounds(box):
    return '<dc:Bounds x="{}" y="{}" width="{}" height="{}"/>'.format(*box)


def label(box):
    return f"<bpmndi:BPMNLabel>{bounds(box)}</bpmndi:BPMNLabel>" if box else ""


def waypoints(points):
    return "".join(f'<di:waypoint x="{x}" y="{y}"/>' for x, y in points)


def broken(**changes):
    findings = drawing_findings("f.bpmn", drawing(**changes))
    return [(finding.rule, finding.element) for finding in findings]


def test_a_good_drawing_has_no_findings():
    assert broken() == []


@pytest.mark.parametrize("left_out", [{"shapes": {"klar": None}}, {"edges": {"ja": None}}])
def test_what_is_in_the_process_is_in_the_drawing(left_out):
    element = next(iter(next(iter(left_out.values()))))

    assert broken(**left_out) == [("not-drawn", element)]


def test_a_node_stays_inside_its_lane():
    lanes = {"lane_a": (30, 0, 570, 165), "lane_b": (30, 165, 570, 185)}

    assert broken(shapes=lanes) == [("outside-lane", "prova")]


def test_lanes_fill_their_pool():
    assert broken(shapes={"lane_b": (30, 200, 570, 140)}) == [("lane-tiling", "pool")]


def test_shapes_do_not_overlap():
    moved = {
        "shapes": {"paminn": (430, 40, 100, 80)},
        "edges": {"sent": [(262, 72), (262, 60), (430, 60)]},
    }

    assert broken(**moved) == [("shape-overlap", "klar")]


def test_a_boundary_event_sits_on_the_border_of_its_host():
    moved = {
        "shapes": {"vecka": (244, 60, 36, 36)},
        "edges": {"sent": [(262, 60), (262, 40), (430, 40)]},
    }

    assert broken(**moved) == [("boundary-off-host", "vecka")]


def test_tasks_stand_in_columns():
    moved = {
        "shapes": {"paminn": (450, 0, 100, 80)},
        "edges": {"sent": [(262, 72), (262, 40), (450, 40)]},
    }

    assert broken(**moved) == [("uneven-columns", "paminn")]


@pytest.mark.parametrize("name", ["Ett namn " * 12, "Förundersökningsledningen"])
def test_the_name_of_a_task_is_not_cut(name):
    model = MODEL.replace('name="Utred"', f'name="{name}"')

    assert broken(model=model) == [("name-cut", "utred")]


def test_a_soft_hyphen_lets_a_long_name_fit():
    model = MODEL.replace('name="Utred"', 'name="Förunder\u00adsöknings\u00adledningen"')

    assert broken(model=model) == []


def test_the_name_of_a_lane_is_not_cut():
    model = MODEL.replace(
        "Bana B", "En bana med ett namn som är alldeles för långt för dess höjd här"
    )

    assert broken(model=model) == [("lane-name-cut", "lane_b")]


@pytest.mark.parametrize("owner", ["start", "behorig", "ja", "svar"])
def test_a_name_has_a_label(owner):
    assert broken(labels={owner: None}) == [("label-missing", owner)]


def test_labels_do_not_overlap():
    assert broken(labels={"behorig": (395, 100, 50, 14)}) == [("label-on-label", "behorig")]


def test_a_label_is_not_on_a_shape():
    assert broken(labels={"start": (85, 140, 30, 14)}) == [("label-on-shape", "start")]


def test_a_label_is_not_on_a_flow():
    assert broken(labels={"ja": (395, 125, 12, 14)}) == [("label-on-edge", "ja")]


def test_flows_are_horizontal_and_vertical():
    assert broken(edges={"ja": [(385, 130), (457, 131)]}) == [("edge-not-orthogonal", "ja")]


def test_a_flow_does_not_go_through_a_shape():
    through_start = [(480, 315), (480, 335), (100, 335), (100, 55), (190, 55), (190, 90)]
    moved = {"edges": {"om": through_start}, "labels": {"start": (40, 153, 30, 14)}}

    assert broken(**moved) == [("edge-through-shape", "om")]


@pytest.mark.parametrize("end", [(450, 130), (460, 130)])
def test_a_flow_ends_on_the_border_of_its_target(end):
    assert ("edge-off-border", "ja") in broken(edges={"ja": [(385, 130), end]})


def test_a_flow_ends_on_the_slope_of_a_gateway():
    assert broken(edges={"vidare": [(280, 120), (335, 120)]}) == [("edge-off-border", "vidare")]


def test_flows_do_not_run_on_top_of_each_other():
    assert broken(edges={"svar": [(480, 315), (480, 420)]}) == [("edge-overlap", "om")]


def test_flows_from_one_source_may_leave_together():
    together = [(385, 130), (410, 130), (410, 275), (430, 275)]

    assert broken(edges={"nej": together}, labels={"nej": (415, 205, 18, 14)}) == []


def test_a_crossing_is_reported_and_counted():
    across = {"svar": [(470, 315), (470, 420)]}

    assert broken(edges=across) == [("edge-crossing", "om")]
    assert crossings(drawing(edges=across)) == 1


def test_a_flow_leads_to_the_right():
    moved = {
        "shapes": {"klar": (367, 60, 36, 36)},
        "edges": {"ja": [(360, 105), (360, 78), (367, 78)]},
        "labels": {"behorig": (395, 150, 50, 14), "klar": (405, 84, 24, 14)},
    }

    assert broken(**moved) == [("against-direction", "ja")]


def test_a_loop_runs_back_above_or_below():
    level = [(430, 290), (210, 290), (210, 170)]

    assert broken(edges={"om": level}) == [("loop-between", "om")]
