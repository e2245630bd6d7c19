"""A process that calls itself."""

from engine.bpmn.check.rules.recursion import recursion
from tests.engine.bpmn.check.rules.examples import Files, examples
from tests.engine.bpmn.samples import END, START, bpmn, files, node


def calling(**called: str) -> Files:
    """Return a set of processes that each call one: `p="q"`."""
    return files(**{
        name: bpmn(name, [START, node("callActivity", "c", name="C", calledElement=other), END],
                   "start -> c\nc -> end")
        for name, other in called.items()
    })  # fmt: skip


VALID = {"one that is not there": calling(p="q"), "in a row": calling(p="q", q="r")}
INVALID = {
    "by itself": (calling(p="p"), "p.bpmn#c: processen anropar sig själv [recursion]"),
    "by way of another": (calling(p="q", q="p"), "q.bpmn#c: processen anropar sig själv"),
}

test_examples = examples(recursion, VALID, INVALID)
