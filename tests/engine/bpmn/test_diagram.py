"""What is read out of a BPMN file."""

import pytest

from engine.bpmn.diagram import Diagram, Trigger, plain, read_diagram
from engine.errors import ModelError
from tests.engine.bpmn.samples import bpmn, extras, message, node, straight, timer, user

START, END = node("startEvent", "start"), node("endEvent", "end")


@pytest.fixture
def diagram() -> Diagram:
    """A choice between a task with a timer on it and a called process."""
    boundary = node("boundaryEvent", "t", timer("P7D"), attachedToRef="a", cancelActivity="false")
    call = node("callActivity", "ca", calledElement="q")
    settings = extras({"satter": "val=ja mer=nej", "slutstatus": "A1"})
    end = END.replace("{flows}", settings + "{flows}")
    task = user("a", roll="chef", ansvar="AN-1 AN-2")
    split, merge = node("exclusiveGateway", "gw"), node("exclusiveGateway", "m")
    nodes = [START, split, task, boundary, call, merge, end, node("endEvent", "late")]
    flows = "start -> gw\ngw -> a : val == 'ja'\ngw -> ca : default\na -> m\nca -> m\n"
    flows += "m -> end\nt -> late"
    return read_diagram("p.bpmn", bpmn("p", nodes, flows).encode())


def test_a_file_is_one_process_with_its_lanes(diagram: Diagram) -> None:
    assert (diagram.file, diagram.process, diagram.name) == ("p.bpmn", "p", "Processen")
    assert diagram.lanes == ("soc",)
    assert diagram.start().id == "start"


def test_elements_keep_the_order_of_the_file(diagram: Diagram) -> None:
    assert list(diagram.elements) == ["start", "gw", "a", "t", "ca", "m", "end", "late"]
    assert [e.id for e in diagram.of_kind("endEvent", "userTask")] == ["a", "end", "late"]


def test_an_element_has_its_agency_and_its_settings(diagram: Diagram) -> None:
    task = diagram.elements["a"]

    assert (task.kind, task.name, task.agency, task.process) == ("userTask", "A", "soc", "p")
    assert task.properties.items() >= {"form": "f", "roll": "chef", "ansvar": "AN-1 AN-2"}.items()
    assert task.words("ansvar") == ("AN-1", "AN-2")
    assert task.words("saknas") == ()
    assert task.trigger is None


def test_settings_that_are_not_ours_are_left_alone() -> None:
    text = straight("a").replace('name="skydd.', 'name="other.')

    assert read_diagram("p.bpmn", text.encode()).elements["a"].properties == {}


def test_an_end_sets_variables(diagram: Diagram) -> None:
    assert diagram.elements["end"].sets() == {"val": "ja", "mer": "nej"}
    assert diagram.elements["late"].sets() == {}


def test_a_boundary_event_knows_what_it_is_attached_to(diagram: Diagram) -> None:
    (event,) = diagram.boundaries("a")

    assert (event.id, event.attached_to, event.interrupting) == ("t", "a", False)
    assert event.trigger == Trigger("duration", "P7D")
    assert diagram.boundaries("ca") == ()


def test_a_call_names_the_called_process(diagram: Diagram) -> None:
    assert diagram.elements["ca"].called == "q"


def test_flows_have_their_conditions_and_gateways_their_default(diagram: Diagram) -> None:
    first, second = diagram.outgoing("gw")

    assert (first.target, first.condition) == ("a", "val == 'ja'")
    assert (second.target, second.condition) == ("ca", None)
    assert diagram.elements["gw"].default == second.id
    assert [flow.source for flow in diagram.incoming("m")] == ["a", "ca"]


@pytest.mark.parametrize(
    ("inside", "trigger"),
    [
        (message("message", "hej"), Trigger("message", "hej")),
        (message("signal", "slut"), Trigger("signal", "slut")),
        (message("message", "okand"), Trigger("message", "")),
        (timer(" P7D "), Trigger("duration", "P7D")),
        (timer("dag", "timeDate"), Trigger("date", "dag")),
        (timer("R/P7D", "timeCycle"), Trigger("cycle", "R/P7D")),
        ("<bpmn:timerEventDefinition />", Trigger("duration")),
        ("<bpmn:terminateEventDefinition />", Trigger("terminate")),
        ("", None),
    ],
)
def test_an_event_has_a_trigger(inside: str, trigger: Trigger | None) -> None:
    nodes = [START, node("intermediateCatchEvent", "e", inside), END]
    diagram = read_diagram("p.bpmn", bpmn("p", nodes, "start -> e\ne -> end").encode())

    assert diagram.elements["e"].trigger == trigger


def test_guidance_is_the_documentation_of_an_element() -> None:
    text = straight("a", "b").replace(
        "<bpmn:extensionElements>",
        "<bpmn:documentation> Fråga först. </bpmn:documentation><bpmn:extensionElements>",
        1,
    )
    elements = read_diagram("p.bpmn", text.encode()).elements

    assert (elements["a"].guidance, elements["b"].guidance) == ("Fråga först.", None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Skydds\u00adbedömning", "Skyddsbedömning"),
        ("Gör\n  orosanmälan ", "Gör orosanmälan"),
        ("", ""),
        (None, ""),
    ],
)
def test_names_are_read_without_soft_hyphens_and_line_breaks(
    written: str | None, read: str
) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (straight("a").replace("</bpmn:definitions>", '<bpmn:process id="q" /></bpmn:definitions>'),
         "filen har 2 processer"),
        ('<d xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', "inte ett BPMN 2.0-diagram"),
        ("<bpmn", "inte giltig XML"),
    ],
)  # fmt: skip
def test_what_is_not_one_process_is_refused(text: str, why: str) -> None:
    with pytest.raises(ModelError, match=why):
        read_diagram("p.bpmn", text.encode())
