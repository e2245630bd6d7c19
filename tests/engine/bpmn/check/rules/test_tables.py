"""The decision tables of a set; the proof has its own test."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.tables import tables
from tests.engine.bpmn.check.rules.examples import examples, with_nothing
from tests.engine.bpmn.rules import dmn

HOLE = with_nothing(**{"b.dmn": dmn("val => mer", '"ja" => "nej"')})

VALID = {"whole": with_nothing(**{"b.dmn": dmn("val => mer", '- => "nej"')})}
INVALID = {"a hole": (HOLE, "b.dmn#b: ingen regel gäller när val är nej [decision]")}

test_examples = examples(tables, VALID, INVALID)


def test_the_tables_of_a_process_set_are_checked() -> None:
    assert [str(f) for f in findings(HOLE)] == [
        "b.dmn#b: ingen regel gäller när val är nej [decision]"
    ]
