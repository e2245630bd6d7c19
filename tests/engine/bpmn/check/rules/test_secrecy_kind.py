"""Every answer that goes along is of one kind."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.secrecy_kind import secrecy_kind
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import handed, read_by, table

TWICE = table("R").replace("[slag", "[annat") + table("R")

VALID = {"of one kind": read_by(), "no table yet": handed()}
INVALID = {
    "of none": (read_by(fields='["val"]'), "M01: fältet skal hör till 0 slag av uppgifter i insyn"),
    "of two": (read_by() | {"insyn.toml": TWICE}, "fältet skal hör till 2 slag"),
}

test_examples = examples(secrecy_kind, VALID, INVALID)


def test_a_table_that_fits_its_hand_overs_is_right_by_every_rule() -> None:
    for of in (*map(read_by, ("R", "R*", "barn*")), read_by(kind="handlaggning")):
        assert {each.rule for each in findings(of)} == {"not-drawn"}
