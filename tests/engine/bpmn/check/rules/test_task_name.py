"""A task has a name."""

from engine.bpmn.check.rules.task_name import task_name
from tests.engine.bpmn.check.rules.examples import changed, examples, one
from tests.engine.bpmn.samples import files, rule, straight

ASKING = one(rule("r", "b"))

VALID = {"a task": files(p=straight("a")), "a rule task": ASKING}
INVALID = {
    "a task without": (changed(files(p=straight("a")), ' name="A"', ""), "p.bpmn#a: uppgiften"),
    "a rule task without": (
        changed(ASKING, ' name="R"', ""), "p.bpmn#r: uppgiften saknar namn [name]"
    ),
}  # fmt: skip

test_examples = examples(task_name, VALID, INVALID)
