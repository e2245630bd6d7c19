"""What elements make of what is certain."""

from engine.bpmn.dataflow.effects import answered
from engine.bpmn.dataflow.facts import Facts
from engine.bpmn.definitions import read_process_set
from engine.bpmn.soundness.values import SOMETHING
from tests.engine.bpmn.dataflow.small import effects, form, question, set_of
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import END, START, bpmn, files, node, rule, straight
from tests.engine.bpmn.soundness.played import A, B, catch, xor

FLOWS = "start -> a\na -> x\nx -> b : val == 'ja' and mer != 'ja'\nx -> end : default\nb -> stop"
NODES = [START, A, xor("x"), B, END, END.replace('"end"', '"stop"')]


def test_a_form_that_is_filled_in_sets_what_it_must() -> None:
    known = effects(set_of(NODES, FLOWS))
    task = known.processes.diagrams["p"].elements["a"]

    assert known.filled(task, Facts(known.names)).possible("val") == ["ja", "nej"]


def test_a_choice_tells_what_it_read_and_closes_ways() -> None:
    known = effects(set_of(NODES, FLOWS))
    diagram = known.processes.diagrams["p"]
    gateway = diagram.elements["x"]
    ways = known.chosen(diagram, gateway, Facts(known.names).assigned("val", ["ja", "nej"]))
    to_b, to_end = ways["x_b"], ways["x_end"]

    assert to_b is not None
    assert to_b.possible("val") == ["ja"]
    assert to_end is not None
    assert to_end.possible("val") == ["nej"]
    assert known.chosen(diagram, gateway, Facts(known.names))["x_b"] is None


def test_an_event_may_bring_what_its_message_carries_and_sets_what_it_says() -> None:
    known = effects(set_of([START, catch("k"), END], "start -> k\nk -> end"))
    event = known.processes.diagrams["p"].elements["k"]
    after = known.heard(event, Facts(known.names))

    assert (after.sure, after.may) == (0, known.names.mask(["val"]))


def test_a_table_sets_what_its_rules_say_for_what_may_be() -> None:
    nodes = [START, rule("r", "b"), xor("x"), A, END, END.replace('"end"', '"stop"')]
    flows = "start -> r\nr -> x\nx -> a : mer == 'ja'\nx -> end : default\na -> stop"
    table = dmn("val => mer", '"ja", "kanske" => "ja"\nnot("ja", "kanske") => "nej"')
    known = effects(read_process_set(files(p=bpmn("p", nodes, flows), b=table)))
    task = known.processes.diagrams["p"].elements["r"]

    assert known.decided(task, Facts(known.names)).possible("mer") == ["nej"]
    given = Facts(known.names).assigned("val", ["ja"])
    assert known.decided(task, given).possible("mer") == ["ja"]
    assert answered(known.processes.decisions["b"], {"val": "ja"}) == {"mer": "ja"}


def test_a_call_may_set_what_is_asked_inside_it() -> None:
    call = node("callActivity", "c", calledElement="q", name="C")
    texts = {
        "p": bpmn("p", [START, call, END], "start -> c\nc -> end"),
        "q": straight("u").replace('"p"', '"q"'),
    }
    known = effects(read_process_set(files(**texts)))

    assert known.writes(known.processes.diagrams["p"].elements["c"]) == known.names.mask(["val"])


def test_a_day_has_the_days_it_is_compared_with_and_another() -> None:
    flows = FLOWS.replace("mer != 'ja'", "dag != '2026-01-01'")
    known = effects(set_of(NODES, flows))

    assert known.names.values["dag"] == ("", "2026-01-01", SOMETHING)


def test_the_answers_that_hide_questions_are_known() -> None:
    more = form(question("val"), question("mer", hide='val != "ja"'), name="f")
    known = effects(set_of(NODES, FLOWS, more))

    assert known.guards(known.processes.diagrams["p"].elements["a"]) == {"val"}
    assert known.guards(known.processes.diagrams["p"].elements["x"]) == set()


def test_a_signal_to_all_may_set_its_fields_at_any_time() -> None:
    to_all = files()["meddelanden.toml"].replace("falt = []", 'falt = ["mer"]\ntill_alla = true')
    known = effects(set_of(NODES, FLOWS, {"meddelanden.toml": to_all}))

    assert known.always == known.names.mask(["mer"])
