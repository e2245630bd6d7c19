"""A process has a name."""

from engine.bpmn.check.rules.process_name import process_name
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.samples import files, straight

NAMED = files(p=straight("a"))

VALID = {"a name": NAMED}
INVALID = {
    "no name": (changed(NAMED, ' name="Processen"', ""), "p.bpmn#p: processen saknar namn [name]"),
    "an empty name": (changed(NAMED, "Processen", " "), "processen saknar namn"),
}

test_examples = examples(process_name, VALID, INVALID)
