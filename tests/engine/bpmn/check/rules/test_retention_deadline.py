"""A rule of retention that rests on a deadline says what it says."""

from engine.bpmn.check.rules.retention_deadline import retention_deadline
from tests.engine.bpmn.check.rules.examples import Files, changed, examples
from tests.engine.bpmn.check.rules.kept import kept
from tests.engine.retention.kept import rule


def resting_on(deadline: str) -> Files:
    return kept(rule("mer", f'frist = "{deadline}"', "[mer.nar]", 'formular = ["f"]'))


VALID = {
    "no deadline": kept(),
    "five years": changed(resting_on("DL-10"), '"P7D"', '"P5Y"', file="frister.toml"),
}
INVALID = {
    "unknown": (resting_on("DL-99"), "gallring.toml#mer: fristen DL-99 finns inte"),
    "another length": (resting_on("DL-10"), "5 år är inte P7D, som fristen DL-10 säger"),
}

test_examples = examples(retention_deadline, VALID, INVALID)
