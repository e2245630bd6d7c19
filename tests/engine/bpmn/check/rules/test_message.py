"""Messages are registered, and of the right kind."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.message import message as registered
from tests.engine.bpmn.check.rules.examples import changed, examples, one
from tests.engine.bpmn.samples import message, node

SENT = one(node("intermediateThrowEvent", "x", message("message", "hej")))

VALID = {"a message": SENT}
INVALID = {
    "unknown": (
        changed(SENT, 'name="hej"', 'name="ho"'), "finns inte i registret över meddelanden"
    ),
    "a signal": (changed(SENT, 'name="hej"', 'name="slut"'), "slut är inte ett meddelande"),
}  # fmt: skip

test_examples = examples(registered, VALID, INVALID)


def test_a_process_that_sends_a_registered_message_is_right_by_every_rule() -> None:
    assert {each.rule for each in findings(SENT)} == {"not-drawn"}
