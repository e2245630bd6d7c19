"""Which sequence flows a token went along: every kind of element once."""

from engine.bpmn.diagram import read_diagram
from tests.engine.bpmn.samples import bpmn, message, node, timer, user
from tests.engine.bpmn.table import Table

START, END = node("startEvent", "start"), node("endEvent", "end")
CHOICE = bpmn(
    "p",
    [START, node("exclusiveGateway", "g"), user("a"), user("b"), END],
    "start -> g\ng -> a : val == 'ja'\ng -> b : default\na -> end\nb -> end",
)
BOTH = bpmn(
    "p",
    [START, node("parallelGateway", "s"), user("a"), user("b"), node("parallelGateway", "j"),
     user("c"), END],
    "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> c\nc -> end",
)  # fmt: skip
EVENTS = bpmn(
    "p",
    [START, node("eventBasedGateway", "e"),
     node("intermediateCatchEvent", "m", message("message", "hej")),
     node("intermediateCatchEvent", "t", timer("P7D")), END, node("endEvent", "late")],
    "start -> e\ne -> m\ne -> t\nm -> end\nt -> late",
)  # fmt: skip
BOUNDARY = bpmn(
    "p",
    [START, user("a"), node("boundaryEvent", "t", timer("P7D"), attachedToRef="a"),
     user("b"), END],
    "start -> a\na -> end\nt -> b\nb -> a",
)  # fmt: skip
REMINDS = BOUNDARY.replace('attachedToRef="a"', 'attachedToRef="a" cancelActivity="false"').replace(
    'id="b_a" sourceRef="b" targetRef="a"', 'id="b_a" sourceRef="b" targetRef="end"'
)
CALLED = bpmn("q", [START, user("a"), END], "start -> a\na -> end")
CALLS = bpmn(
    "p",
    [START, node("callActivity", "ca", calledElement="q"),
     node("boundaryEvent", "s", message("signal", "slut"), attachedToRef="ca"), END,
     node("endEvent", "stopped")],
    "start -> ca\nca -> end\ns -> stopped",
)  # fmt: skip


def taken(table: Table) -> list[str]:
    return [flow.partition("/")[2] for flow in table.step.taken]


def test_the_flows_of_the_sample_are_named_by_their_ends() -> None:
    assert read_diagram("p.bpmn", CHOICE.encode()).flows[0].id == "start_g"


def test_an_exclusive_gateway_lets_one_token_out() -> None:
    assert taken(Table(p=CHOICE).start(val="ja")) == ["start_g", "g_a"]
    assert taken(Table(p=CHOICE).start(val="nej")) == ["start_g", "g_b"]


def test_a_flow_is_told_with_its_process() -> None:
    assert Table(p=CHOICE).start(val="ja").step.taken == ("p/start_g", "p/g_a")


def test_a_parallel_gateway_lets_a_token_out_on_each_side_and_joins_once() -> None:
    table = Table(p=BOTH).start()

    assert sorted(taken(table)) == ["s_a", "s_b", "start_s"]
    assert taken(table.do("a")) == ["a_j"]
    assert taken(table.do("b")) == ["b_j", "j_c"]


def test_the_way_to_an_event_is_taken_when_it_occurs() -> None:
    table = Table(p=EVENTS).start()

    assert taken(table) == ["start_e"]
    assert sorted(taken(table.catch("hej"))) == ["e_m", "m_end"]
    assert sorted(taken(Table(p=EVENTS).start().fire("t"))) == ["e_t", "t_late"]


def test_a_boundary_event_leads_on_and_the_task_it_stopped_does_not() -> None:
    table = Table(p=BOUNDARY).start()

    assert taken(table) == ["start_a"]
    assert taken(table.fire("t")) == ["t_b"]
    assert taken(table.do("b")) == ["b_a"]
    assert taken(table.do("a")) == ["a_end"]


def test_a_boundary_event_that_does_not_interrupt_leaves_the_task_its_own_way() -> None:
    table = Table(p=REMINDS).start().fire("t")

    assert taken(table) == ["t_b"]
    assert taken(table.do("a")) == ["a_end"]


def test_flows_of_a_called_process_are_told_under_its_own_name() -> None:
    table = Table(p=CALLS, q=CALLED).start()

    assert table.step.taken == ("p/start_ca", "q/start_a")
    assert table.do("a").step.taken == ("q/a_end", "p/ca_end")


def test_a_call_that_is_stopped_does_not_lead_on() -> None:
    table = Table(p=CALLS, q=CALLED).start()

    assert table.catch("slut", "signal").step.taken == ("p/s_stopped",)
