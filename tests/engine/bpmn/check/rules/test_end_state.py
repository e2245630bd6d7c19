"""How a case ended is one of the registered states."""

from engine.bpmn.check.rules.end_state import end_state
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, extras


def ending(state: str) -> Files:
    end = END.replace("{flows}", extras({"slutstatus": state}) + "{flows}")
    return drawn([START, end], "start -> end")


VALID = {"registered": ending("A1")}
INVALID = {"unknown": (ending("A77"), "p.bpmn#end: okänt sluttillstånd A77 [sets]")}

test_examples = examples(end_state, VALID, INVALID)
