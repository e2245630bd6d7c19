"""A process is drawn; each of the drawing rules has its own test."""

from engine.bpmn.check.rules.drawing import drawing
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.samples import drawn, files, straight

VALID = {"drawn": files(p=drawn(straight("a")))}
INVALID = {"not drawn": (files(p=straight("a")), "[not-drawn]")}

test_examples = examples(drawing, VALID, INVALID)
