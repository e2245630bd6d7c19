"""What an element sets is a routing variable with that code."""

from engine.bpmn.check.rules.sets import sets
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, extras


def setting(text: str) -> Files:
    end = END.replace("{flows}", extras({"satter": text}) + "{flows}")
    return drawn([START, end], "start -> end")


VALID = {"a code": setting("val=ja"), "two": setting("val=ja mer=nej")}
INVALID = {
    "an unknown code": (
        setting("val=jo vikt=1"), "värdet 'jo' finns inte för variabeln val"
    ),
    "an unknown variable": (
        setting("val=jo vikt=1"), "p.bpmn#end: skydd.satter: okänd variabel vikt [sets]"
    ),
}  # fmt: skip

test_examples = examples(sets, VALID, INVALID)
