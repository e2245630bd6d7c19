"""Business rule tasks: a table answers where no person has to."""

import pytest

from engine import journal
from engine.bpmn.definitions import read_process_set
from engine.replay import differences, rebuild
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import END, START, bpmn, files, node, rule, user
from tests.engine.bpmn.table import NOW, Table
from tests.engine.walks import SOMEBODY, Walk

DECIDES = bpmn(
    "p",
    [START, user("q"), rule("r", "b"), node("exclusiveGateway", "gw"), user("a"), user("c"),
     node("exclusiveGateway", "m"), END],
    "start -> q\nq -> r\nr -> gw\ngw -> a : mer == 'ja'\ngw -> c : default\n"
    "a -> m\nc -> m\nm -> end",
)  # fmt: skip
RULES = dmn("val => mer", '"ja", "kanske" => "ja"\nnot("ja", "kanske") => "nej"')


def table() -> Table:
    return Table(p=DECIDES, b=RULES)


@pytest.mark.parametrize(("val", "mer", "opens"), [("ja", "ja", "a"), ("nej", "nej", "c")])
def test_what_the_table_decides_is_set_and_followed(val: str, mer: str, opens: str) -> None:
    decided = table().start().do("q", val=val)

    assert decided.open() == [opens]
    assert decided.instance.variables == {"val": val, "mer": mer}
    assert decided.step.passed == ("q", "r", "gw")


def test_a_table_answers_also_when_nothing_is_set() -> None:
    assert table().start().do("q").instance.variables == {"mer": "nej"}


def test_what_was_decided_before_is_replaced() -> None:
    decided = table().start(mer="ja").do("q", val="nej")

    assert decided.instance.variables["mer"] == "nej"


def test_a_table_is_asked_in_a_called_process() -> None:
    caller = bpmn(
        "p", [START, node("callActivity", "ca", calledElement="q"), user("z"), END],
        "start -> ca\nca -> z\nz -> end",
    )  # fmt: skip
    called = bpmn("q", [START, rule("r", "b"), END], "start -> r\nr -> end")
    decided = Table(p=caller, q=called, b=RULES).start(val="kanske")

    assert decided.instance.variables["mer"] == "ja"
    assert "ca/r" in decided.step.passed


def test_what_a_table_decides_is_a_fact_of_the_log() -> None:
    opened = table().start()
    before, task = opened.instance, opened.instance.tasks[0]
    step = opened.do("q", val="ja").step
    entry = journal.completed(before, step, task, {"val": "ja"}, SOMEBODY, NOW)

    assert entry.details["set"] == {"val": "ja", "mer": "ja"}
    assert "r" in entry.details["passed"]


@pytest.mark.parametrize("seed", range(5))
def test_a_walk_past_a_rule_task_is_led_back_to_by_its_log(seed: int) -> None:
    walk = Walk(read_process_set(files(p=DECIDES, b=RULES)), "p", seed)
    for _ in walk.steps():
        assert not walk.is_stuck()
    rebuilt = rebuild(walk.log, walk.processes)

    assert walk.instance.ended
    assert "r" in [path for entry in walk.log for path in entry.details.get("passed", ())]
    assert differences(walk.instance, rebuilt["i"]) == []
