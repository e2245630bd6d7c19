"""The small set, in which the police hand over to Socialtjänsten what they have written."""

from tests.engine.bpmn.samples import bpmn, drawn, user
from tests.engine.modelling.diff.rich import HANDOVERS, KINDS, RICH
from tests.engine.modelling.small import FLOWS, LATE, MAIN, NODES, moved

SENDING = [user("b", lagrum="LVU 7 §", meddelande="M01") if 'id="b"' in node and node is not LATE
           else node for node in NODES]  # fmt: skip


def handing(*polices: str) -> dict[str, str]:
    """Return the set with these elements in the lane of the police."""
    text = drawn(moved(bpmn("stod_och_skydd", SENDING, FLOWS, lane="socialtjansten"), *polices))
    return RICH | {MAIN: text}


HANDING = handing("b", "late")

__all__ = ["HANDING", "HANDOVERS", "KINDS", "MAIN", "handing"]
