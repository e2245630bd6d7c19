"""Nobody is asked to do what nothing asks for."""

from engine.bpmn.check.rules.source import source
from tests.engine.bpmn.check.rules.examples import examples, one
from tests.engine.bpmn.samples import node, user

SOURCES = {"ansvar": "SOC-01", "lagrum": "LVU 7 §", "kalla": "Manualen steg 4"}

VALID = {name: one(user("a", **{"kalla": "", name: said})) for name, said in SOURCES.items()}
INVALID = {
    "a task": (one(user("a", kalla="")), "p.bpmn#a: källa saknas"),
    "a call": (one(node("callActivity", "a", calledElement="q")), "p.bpmn#a: källa saknas"),
}

test_examples = examples(source, VALID, INVALID)
