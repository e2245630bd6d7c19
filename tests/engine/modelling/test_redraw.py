import pytest

from engine.bpmn.check import findings
from engine.bpmn.definitions import read_process_set
from engine.errors import ModelError
from engine.modelling.diff import compare
from engine.modelling.redraw import OF_DRAWING, redrawn
from tests.engine.modelling.small import LIVE, MAIN


def test_a_diagram_drawn_askew_is_drawn_well_and_says_the_same() -> None:
    askew = LIVE[MAIN].replace('height="80"', 'height="33"')
    assert {each.rule for each in findings(LIVE | {MAIN: askew})} <= set(OF_DRAWING)
    drawn = LIVE | {MAIN: redrawn(MAIN, askew.encode())}

    assert findings(drawn) == []
    assert compare(read_process_set(LIVE), read_process_set(drawn)).changes == ()


@pytest.mark.parametrize(("text", "why"), [
    ("<a", "inte giltig XML"), ("<a/>", "inte ett BPMN 2.0-diagram"),
    ('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', "kan inte ritas om"),
])  # fmt: skip
def test_what_cannot_be_drawn_is_refused(text: str, why: str) -> None:
    with pytest.raises(ModelError, match=why):
        redrawn(MAIN, text.encode())
