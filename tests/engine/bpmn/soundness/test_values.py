"""What is known of variables, and which ways that leaves open."""

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.soundness.values import SOMETHING, UNKNOWN, Variables, settable
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import bpmn, files, message, node, rule, straight
from tests.engine.bpmn.soundness.played import END, START, A, B, set_of, xor

FLOWS = "start -> a\na -> x\nx -> b : val == 'ja'\nx -> end : default\nb -> stop"
NODES = [START, A, xor("x"), B, END, END.replace('"end"', '"stop"')]


def variables(processes: ProcessSet, without: str = "") -> Variables:
    diagram = processes.diagrams["p"]
    return Variables(diagram, processes, frozenset(set(diagram.elements) - {without}))


def test_an_answer_that_must_be_given_makes_a_variable_something() -> None:
    processes = set_of(NODES, FLOWS)
    task = processes.diagrams["p"].elements["a"]

    after = variables(processes).after(task, frozenset({("val", "ja")}))

    assert after == {("val", SOMETHING)}


def test_a_choice_fixes_what_it_reads() -> None:
    processes = set_of(NODES, FLOWS)
    ways = variables(processes).ways(processes.diagrams["p"].elements["x"], UNKNOWN)

    assert {(flow.target, dict(known)["val"]) for flow, known in ways} == {
        ("b", "ja"), ("end", ""), ("end", "nej"), ("end", "kanske"),
    }  # fmt: skip


def test_what_is_known_leaves_one_way() -> None:
    processes = set_of(NODES, FLOWS)
    gateway = processes.diagrams["p"].elements["x"]
    ways = variables(processes).ways(gateway, frozenset({("val", "nej")}))

    assert [flow.target for flow, _ in ways] == ["end"]


def test_what_something_beside_the_game_may_set_is_never_known() -> None:
    processes = set_of(NODES, FLOWS)
    gateway = processes.diagrams["p"].elements["x"]
    ways = variables(processes, without="b").ways(gateway, UNKNOWN)

    assert {known for _, known in ways} == {UNKNOWN}


def test_what_no_choice_ahead_reads_is_forgotten() -> None:
    known = frozenset({("val", "ja")})
    held = variables(set_of(NODES, FLOWS))

    assert (held.kept("a", known), held.kept("b", known)) == (known, UNKNOWN)


def test_a_call_may_set_what_its_process_asks() -> None:
    call = node("callActivity", "c", calledElement="q", name="C")
    texts = {
        "p": bpmn("p", [START, call, END], "start -> c\nc -> end"),
        "q": straight("u").replace('"p"', '"q"'),
    }
    processes = read_process_set(files(**texts))

    assert set(settable(processes.diagrams["p"].elements["c"], processes)) == {"val"}


def test_a_decision_table_answers_what_its_rules_say() -> None:
    flows = "start -> r\nr -> x\nx -> a : mer == 'ja'\nx -> end : default\na -> stop"
    nodes = [START, rule("r", "b"), xor("x"), A, END, END.replace('"end"', '"stop"')]
    table = dmn("val => mer", '"ja", "kanske" => "ja"\nnot("ja", "kanske") => "nej"')
    processes = read_process_set(files(p=bpmn("p", nodes, flows), b=table))
    task = processes.diagrams["p"].elements["r"]
    answers = variables(processes).decided(task, frozenset({("val", "ja")}))

    assert [dict(known) for known in answers] == [{"val": "ja", "mer": "ja"}]
    assert len(variables(processes).decided(task, UNKNOWN)) == len(("", "ja", "nej", "kanske"))


def test_a_day_may_be_another_than_those_it_is_compared_with() -> None:
    processes = set_of(NODES, FLOWS.replace("val == 'ja'", "dag == '2026-01-01'"))
    gateway = processes.diagrams["p"].elements["x"]
    ways = variables(processes).ways(gateway, frozenset({("dag", SOMETHING)}))

    assert {flow.target for flow, _ in ways} == {"b", "end"}


def test_a_message_that_is_sent_sets_nothing() -> None:
    sends = node("intermediateThrowEvent", "s", message("message", "hej"))
    processes = set_of([START, sends, END], "start -> s\ns -> end")

    assert set(settable(processes.diagrams["p"].elements["s"], processes)) == set()
