"""Nothing is read unset, and nothing set by two at once; the proofs have their own tests."""

from engine.bpmn.check.rules.variables import variables
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, node, user

GATES = [node("parallelGateway", "s"), node("parallelGateway", "j"), node("exclusiveGateway", "x")]
OTHER = node("endEvent", "other")
READ = "j -> x\nx -> end : val == 'ja'\nx -> other : default"


def choosing_by(name: str) -> Files:
    nodes = [START, user("a"), node("exclusiveGateway", "x"), END, OTHER]
    return drawn(nodes, f"start -> a\na -> x\nx -> end : {name} == 'ja'\nx -> other : default")


BRANCHES = drawn([START, *GATES, user("a"), user("b"), END, OTHER],
                 f"start -> s\ns -> a\ns -> b\na -> j\nb -> j\n{READ}")  # fmt: skip

VALID = {
    "what a task has asked": choosing_by("val"),
    "what is counted on": choosing_by("mer")
    | {"osatta.toml": '["p.x"]\nmer = "Ingen har svarat: nej."\n'},
}
INVALID = {
    "what nothing has set": (choosing_by("mer"), "som ingenting har satt på vägen hit"),
    "what two branches set": (BRANCHES, "i vilken ordning som helst"),
}

test_examples = examples(variables, VALID, INVALID)
