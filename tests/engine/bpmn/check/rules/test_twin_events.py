"""Two events that wait for the same in one place."""

from engine.bpmn.check.rules.twin_events import twin_events
from tests.engine.bpmn.check.rules.examples import Files, drawn, examples
from tests.engine.bpmn.samples import END, START, message, node, user


def on_a_task(*ids: str) -> Files:
    on = [node("boundaryEvent", id_, message("message", "hej"), attachedToRef="a") for id_ in ids]
    ends = [node("endEvent", f"e_{id_}") for id_ in ids]
    flows = "".join(f"\n{id_} -> e_{id_}" for id_ in ids)
    return drawn([START, user("a"), END, *on, *ends], f"start -> a\na -> end{flows}")


def after_a_gateway(*definitions: str) -> Files:
    catches = [node("intermediateCatchEvent", id_, inside)
               for id_, inside in zip("kl", definitions, strict=True)]  # fmt: skip
    nodes = [START, node("eventBasedGateway", "e"), *catches, node("exclusiveGateway", "m"), END]
    return drawn(nodes, "start -> e\ne -> k\ne -> l\nk -> m\nl -> m\nm -> end")


HEJ, SLUT = message("message", "hej"), message("signal", "slut")

VALID = {"one on a task": on_a_task("t"), "different ones": after_a_gateway(HEJ, SLUT)}
INVALID = {
    "two on a task": (on_a_task("t", "u"), "a: 2 händelser väntar på hej samtidigt"),
    "two after a gateway": (
        after_a_gateway(HEJ, HEJ), "e: 2 händelser väntar på hej samtidigt, det ska vara en [twin]"
    ),
}  # fmt: skip

test_examples = examples(twin_events, VALID, INVALID)
