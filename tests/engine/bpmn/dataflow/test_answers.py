"""What one run knows of variables."""

from engine.bpmn.dataflow.answers import BEGUN, SET, Answers, Values
from engine.bpmn.dataflow.facts import UNSET, Facts
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.definitions import read_process_set
from tests.engine.bpmn.dataflow.small import form, question, whole
from tests.engine.bpmn.samples import END, START, bpmn, files, node, straight
from tests.engine.bpmn.soundness.played import A, B, catch, xor

FLOWS = "start -> a\na -> x\nx -> b : val == 'ja'\nx -> end : default\nb -> stop"
NODES = [START, A, xor("x"), B, END, END.replace('"end"', '"stop"')]


def answers(known: Whole, begin: Facts | None = None) -> Answers:
    diagram = known.processes.diagrams["p"]
    ends = {p: each.end for p, each in known.followed.items() if each.end}
    return Answers(
        diagram, known.effects, begin or Facts(known.effects.names), ("mer", "val"), ends
    )


def values(**known: str) -> Values:
    return frozenset({"mer": UNSET, "val": UNSET, **known}.items())


def test_a_run_begins_with_what_is_certain_and_either_of_what_is_not() -> None:
    known = whole(NODES, FLOWS)
    names = known.effects.names
    begin = Facts(names, names.mask(["val"]), names.mask(["val", "mer"]))

    assert list(answers(known).first()) == [values()]
    assert set(answers(known, begin).first()) == {
        values(val=BEGUN), values(val=BEGUN, mer=BEGUN),
    }  # fmt: skip


def test_a_form_has_an_outcome_for_each_way_to_fill_it_in() -> None:
    asked = form(question("val"), question("mer", hide='val != "ja"'), name="f")
    known = answers(whole(NODES, FLOWS, asked))
    after = set(known.after(known.diagram.elements["a"], values()))

    assert after == {values(val="ja", mer=SET), values(val="nej")}


def test_a_choice_fixes_what_it_reads() -> None:
    known = answers(whole(NODES, FLOWS))
    gateway = known.diagram.elements["x"]

    assert set(known.chosen(gateway, values(val=SET))) == {
        ("x_b", values(val="ja")), ("x_end", values(val="nej")), ("x_end", values(val="kanske")),
    }  # fmt: skip
    assert set(known.chosen(gateway, values())) == {("x_end", values())}


def test_a_message_may_bring_its_fields() -> None:
    known = answers(whole([START, catch("k"), END], "start -> k\nk -> end"))

    assert set(known.after(known.diagram.elements["k"], values())) == {values(), values(val=SET)}


def test_a_call_leaves_what_its_ends_leave() -> None:
    call = node("callActivity", "c", calledElement="q", name="C")
    texts = {
        "p": bpmn("p", [call, *NODES], FLOWS.replace("start -> a", "start -> c\nc -> a")),
        "q": straight("u").replace('"p"', '"q"'),
    }
    known = answers(Whole(read_process_set(files(**texts))))
    after = set(known.after(known.diagram.elements["c"], values()))

    assert after == {values(val="ja"), values(val="nej")}
