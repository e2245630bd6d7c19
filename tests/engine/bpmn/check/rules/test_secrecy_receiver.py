"""A hand-over opens no more to its receivers than the table of who may read what."""

import pytest

from engine.bpmn.check import findings
from engine.bpmn.check.rules.secrecy_receiver import secrecy_receiver
from tests.engine.bpmn.check.rules.examples import examples
from tests.engine.bpmn.check.rules.handed import read_by

NAMELESS = {"skydd.avidentifierad": "ja"}

VALID = {
    **{cell: read_by(cell) for cell in ("R", "R*", "barn*")},
    "free text that names nobody": read_by("avid", form=NAMELESS),
    "what a decision in the case opens": read_by("nekas", nar="val == 'ja'"),
}
INVALID = {
    **{
        f"{key} where it is closed: {cell}": (
            read_by(cell), f"M01: polis får inte fältet {key} (slag: {cell}) [insyn]"
        )
        for cell in ("-", "egen") for key in ("skal", "val")
    },
    **{
        f"free text where only the state is told: {cell}": (
            read_by(cell), f"polis får inte fältet skal (slag: {cell})"
        )
        for cell in ("S", "S*")
    },
    "free text where nobody is named": (
        read_by("avid"), "polis får inte fältet skal (slag: avid)"
    ),
    "what is refused by default": (read_by("nekas"), "polis får inte fältet val (slag: nekas)"),
}  # fmt: skip

test_examples = examples(secrecy_receiver, VALID, INVALID)


@pytest.mark.parametrize("cell", ["S", "S*"])
def test_the_state_is_told(cell: str) -> None:
    assert "fältet val" not in "\n".join(map(str, findings(read_by(cell))))


def test_what_fits_is_right_by_every_rule() -> None:
    for name, of in VALID.items():
        assert {each.rule for each in findings(of)} == {"not-drawn"}, name
