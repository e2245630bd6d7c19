"""After a gateway that waits for events come events."""

from engine.bpmn.check.rules.awaited_events import awaited_events
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, message, node, timer, user


def after(*ahead: str) -> Files:
    nodes = [START, node("eventBasedGateway", "e"), *ahead, node("exclusiveGateway", "m"), END]
    return drawn(nodes, "start -> e\ne -> a\ne -> b\na -> m\nb -> m\nm -> end")


VALID = {
    "a message or a time": after(
        node("intermediateCatchEvent", "a", message("message", "hej")),
        node("intermediateCatchEvent", "b", timer("P1D")),
    )
}
INVALID = {"tasks": (after(user("a"), user("b")), "får bara fångande händelser komma [flow]")}

test_examples = examples(awaited_events, VALID, INVALID)
