"""What a diagram may not contain: each broken once."""

import pytest

from engine.bpmn.check import findings
from tests.engine.bpmn.samples import (
    END,
    REGISTERS,
    START,
    bpmn,
    message,
    node,
    rule,
    said,
    straight,
    timer,
)


@pytest.mark.parametrize(
    ("element", "message"),
    [
        ('<bpmn:scriptTask id="x"><bpmn:script>1</bpmn:script></bpmn:scriptTask>', "scriptTask"),
        ('<bpmn:serviceTask id="x" />', "serviceTask"),
        ('<bpmn:subProcess id="x" />', "subProcess"),
        ('<bpmn:inclusiveGateway id="x" />', "inclusiveGateway"),
        ('<bpmn:complexGateway id="x" />', "complexGateway"),
        ('<bpmn:dataStoreReference id="x" />', "dataStoreReference"),
        ('<bpmn:sendTask id="x" />', "sendTask"),
        ('<bpmn:transaction id="x" />', "transaction"),
        ('<bpmn:sequenceflow id="x" />', "sequenceflow"),
    ],
)
def test_an_element_that_is_not_on_the_list_is_refused(element: str, message: str) -> None:
    text = straight("a").replace("</bpmn:process>", f"{element}</bpmn:process>")

    assert f"elementet {message} stöds inte" in said(text)


@pytest.mark.parametrize(
    "inside",
    [
        "<spiffworkflow:preScript>x = 1</spiffworkflow:preScript>",
        "<spiffworkflow:postScript>x = 1</spiffworkflow:postScript>",
        "<spiffworkflow:serviceTaskOperator />",
        "<spiffworkflow:messagePayload>open('x')</spiffworkflow:messagePayload>",
    ],
)
def test_code_in_extensions_is_refused(inside: str) -> None:
    text = straight("a").replace("<bpmn:extensionElements>", f"<bpmn:extensionElements>{inside}", 1)

    assert "tillåts inte" in said(text)


def test_multi_instance_and_compensation_are_refused() -> None:
    loop = "<bpmn:multiInstanceLoopCharacteristics />"

    assert "multiInstanceLoopCharacteristics stöds inte" in said(
        straight("a").replace("</bpmn:userTask>", f"{loop}</bpmn:userTask>")
    )
    assert "kompensation stöds inte" in said(
        straight("a").replace('name="A"', 'name="A" isForCompensation="true"')
    )


@pytest.mark.parametrize(
    ("definition", "tag"),
    [
        ("<bpmn:linkEventDefinition />", "intermediateThrowEvent"),
        ("<bpmn:compensateEventDefinition />", "intermediateThrowEvent"),
        ("<bpmn:escalationEventDefinition />", "intermediateThrowEvent"),
        ("<bpmn:conditionalEventDefinition />", "intermediateCatchEvent"),
    ],
)
def test_events_that_would_run_otherwise_than_drawn_are_refused(definition: str, tag: str) -> None:
    nodes = [START, node(tag, "x", definition), END]

    assert "stöds inte" in said(bpmn("p", nodes, "start -> x\nx -> end"))


def test_a_signal_end_event_is_refused_because_nothing_would_be_sent() -> None:
    nodes = [START, node("endEvent", "end", message("signal", "slut"))]

    assert "får inte ha utlösaren signal" in said(bpmn("p", nodes, "start -> end"))


def test_a_cycle_timer_is_refused() -> None:
    nodes = [START, node("intermediateCatchEvent", "x", timer("R/P7D", "timeCycle")), END]

    assert "timeCycle stöds inte" in said(bpmn("p", nodes, "start -> x\nx -> end"))


def test_an_element_outside_every_lane_is_found() -> None:
    text = straight("a").replace("<bpmn:flowNodeRef>a</bpmn:flowNodeRef>", "")

    assert "ligger inte i någon bana" in said(text)


def test_the_process_id_is_the_name_of_the_file() -> None:
    assert "det ska vara filens namn" in said(straight("a"), process="q")


def test_a_double_id_is_found() -> None:
    text = straight("a", "b").replace('id="message_hej"', 'id="a"')

    assert "id:t a finns 2 gånger" in "\n".join(map(str, findings(REGISTERS | {"p.bpmn": text})))


def test_a_rule_task_waits_for_nothing_and_has_no_boundary_event() -> None:
    late = node("boundaryEvent", "late", timer("P1D"), attachedToRef="r")
    text = bpmn(
        "p", [START, rule("r", "b"), late, END, node("endEvent", "e2")],
        "start -> r\nr -> end\nlate -> e2",
    )  # fmt: skip

    assert "p.bpmn#late: kanthändelsen sitter inte på en uppgift eller ett anrop" in said(text)


def test_a_rule_task_must_have_a_name() -> None:
    text = bpmn("p", [START, rule("r", "b"), END], "start -> r\nr -> end")

    assert "p.bpmn#r: uppgiften saknar namn" in said(text.replace(' name="R"', ""))
