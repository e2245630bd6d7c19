"""The symbols of BPMN as paths, drawn round their middle; of tasks, round (0, 0) to (20, 18)."""

from __future__ import annotations

from typing import NamedTuple


class Symbol(NamedTuple):
    """A path to fill or to draw, and what is drawn on top of it."""

    path: str
    on_top: str = ""
    is_outline: bool = False
    """Drawn by lines only, whatever event it stands in."""


_CLOCK_TICKS = "".join(
    f" M {x},{y} L {x * 0.8:.2f},{y * 0.8:.2f}"
    for x, y in [
        (0, -11), (5.5, -9.53), (9.53, -5.5), (11, 0), (9.53, 5.5), (5.5, 9.53),
        (0, 11), (-5.5, 9.53), (-9.53, 5.5), (-11, 0), (-9.53, -5.5), (-5.5, -9.53),
    ]
)  # fmt: skip

EVENTS = {
    "messageEventDefinition": Symbol("M -9,-6 H 9 V 6 H -9 Z", "M -9,-6 L 0,1 L 9,-6"),
    "timerEventDefinition": Symbol(
        "M 11,0 A 11,11 0 1 1 -11,0 A 11,11 0 1 1 11,0 Z" + _CLOCK_TICKS + " M 5,1 H 0 L 2,-8",
        is_outline=True,
    ),
    "signalEventDefinition": Symbol("M 0,-9.5 L 9,6 H -9 Z"),
    "errorEventDefinition": Symbol("M -8,8 L -3.5,-7.5 L 2.5,1 L 8,-8 L 3.5,7.5 L -2.5,-1 Z"),
    "escalationEventDefinition": Symbol("M 0,-9 L 7,8 L 0,1 L -7,8 Z"),
    "linkEventDefinition": Symbol("M -9,-3.5 H 2 V -7.5 L 9.5,0 L 2,7.5 V 3.5 H -9 Z"),
    "conditionalEventDefinition": Symbol(
        "M -7,-8.5 H 7 V 8.5 H -7 Z M -4.5,-5 H 4.5 M -4.5,-1.7 H 4.5 M -4.5,1.7 H 4.5 "
        "M -4.5,5 H 4.5",
        is_outline=True,
    ),
    "compensateEventDefinition": Symbol("M 0,-6 V 6 L -8,0 Z M 8,-6 V 6 L 0,0 Z"),
    "cancelEventDefinition": Symbol(
        "M -8,-5.5 L -5.5,-8 L 0,-2.5 L 5.5,-8 L 8,-5.5 L 2.5,0 L 8,5.5 L 5.5,8 L 0,2.5 L -5.5,8 "
        "L -8,5.5 L -2.5,0 Z"
    ),
}

GATEWAYS = {
    "exclusiveGateway": "M -7,-10 L 7,10 M 7,-10 L -7,10",
    "parallelGateway": "M -12,0 H 12 M 0,-12 V 12",
    "complexGateway": "M -12,0 H 12 M 0,-12 V 12 M -8.5,-8.5 L 8.5,8.5 M 8.5,-8.5 L -8.5,8.5",
}
PENTAGON = "M 0,-7.5 L 7.5,-2 L 4.7,6.5 H -4.7 L -7.5,-2 Z"

TASKS = {
    "userTask": Symbol(
        "M 1,18 V 13.5 C 1,10.6 4,9.4 6.8,8.6 A 4.6,4.6 0 1 1 12.2,8.6 C 15,9.4 18,10.6 18,13.5 "
        "V 18 Z",
        "M 5,18 V 14.5 M 14,18 V 14.5 M 6.8,8.6 C 7.6,10.7 11.4,10.7 12.2,8.6",
    ),
    "businessRuleTask": Symbol("M 0,1 H 20 V 17 H 0 Z", "M 0,5.5 H 20 M 0,11.2 H 20 M 6,5.5 V 17"),
    "sendTask": Symbol("M 0,2 H 20 V 15 H 0 Z", "M 0,2 L 10,9 L 20,2"),
    "receiveTask": Symbol("M 0,2 H 20 V 15 H 0 Z", "M 0,2 L 10,9 L 20,2"),
    "scriptTask": Symbol("M 3,1 H 17 L 14,5 V 9 L 17,13 V 17 H 3 L 6,13 V 9 L 3,5 Z"),
    "manualTask": Symbol("M 1,10 L 7,4 H 12 V 6 H 9 H 19 V 9 H 18 V 15 H 6 Z"),
    "serviceTask": Symbol(
        "M 8,1 H 12 L 12.6,3.6 L 15,2.4 L 17.6,5 L 16.4,7.4 L 19,8 V 11 L 16.4,11.6 L 17.6,14 "
        "L 15,16.6 L 12.6,15.4 L 12,18 H 8 L 7.4,15.4 L 5,16.6 L 2.4,14 L 3.6,11.6 L 1,11 V 8 "
        "L 3.6,7.4 L 2.4,5 L 5,2.4 L 7.4,3.6 Z",
        "M 13,9.5 A 3,3 0 1 1 7,9.5 A 3,3 0 1 1 13,9.5 Z",
    ),
}
PLUS = "M -7,-7 H 7 V 7 H -7 Z M -4,0 H 4 M 0,-4 V 4"
