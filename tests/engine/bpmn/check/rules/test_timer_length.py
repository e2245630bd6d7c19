"""How long a timer waits is a plain ISO length."""

from engine.bpmn.check.rules.timer_length import timer_length
from tests.engine.bpmn.check.rules.examples import Files, examples, one
from tests.engine.bpmn.samples import node, timer


def waiting(text: str) -> Files:
    return one(node("intermediateCatchEvent", "x", timer(text)))


VALID = {"days": waiting("P7D"), "hours": waiting("PT4H")}
INVALID = {
    **{
        text or "empty": (waiting(text), "[timer]")
        for text in ('"P7D"', "-P7D", "P", "", "P1Y2M", "1 vecka", "__import__('os')")
    },
    "again and again": (waiting("R/P7D"), "en tidshändelse får inte upprepas; rita slingan"),
}

test_examples = examples(timer_length, VALID, INVALID)
