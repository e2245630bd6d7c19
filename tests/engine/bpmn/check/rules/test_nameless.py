"""An agency that may name nobody has no free text that could."""

from engine.bpmn.check import findings
from engine.bpmn.check.rules.nameless import nameless
from tests.engine.bpmn.check.rules.examples import changed, examples
from tests.engine.bpmn.check.rules.handed import asked, handed

HELD = changed(handed(), "[polis]", "avidentifierat = true\n[polis]", file="aktorer.toml")

VALID = {
    "an agency bound to secrecy": handed(),
    "a text that is held to it": HELD | {"forms/f.form": asked({"skydd.avidentifierad": "ja"})},
}
INVALID = {
    "a free text": (
        HELD, "p.bpmn#a: fältet skal i f kan visa vem någon är [avidentifierad]"
    )
}  # fmt: skip

test_examples = examples(nameless, VALID, INVALID)


def test_a_choice_names_nobody() -> None:
    assert "fältet val i f" not in "\n".join(map(str, findings(HELD)))
