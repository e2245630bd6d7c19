"""A hand-over that a task makes is in the register."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.handover import handover
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.check.rules.handed import handed

VALID = {"registered": handed()}
INVALID = {
    "not in the register": (
        changed(handed(), '"M01"', '"M01 M99"'),
        "p.bpmn#a: överlämnandet M99 finns inte i overlamnanden.toml [meddelande]",
    )
}

test_examples = examples(handover, VALID, INVALID)


def test_a_register_that_fits_its_diagrams_is_right_by_every_rule() -> None:
    for of in (handed(), handed(nar="val == 'ja'", samtycke="val", sparr=["SAMTYCKE"])):
        assert {each.rule for each in findings(of)} == {"not-drawn"}
