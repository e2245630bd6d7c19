"""The closed lists of what a diagram may contain.

SpiffWorkflow runs some elements otherwise than they are drawn (link events, signal end events,
compensation, interrupting event subprocesses …) and would execute scripts; none of them is here.
"""

from __future__ import annotations

from engine.bpmn.diagram import FLOW_NODES

ALLOWED = FLOW_NODES | {
    "definitions", "process", "collaboration", "participant", "messageFlow", "message", "signal",
    "laneSet", "lane", "flowNodeRef", "sequenceFlow", "incoming", "outgoing", "documentation",
    "extensionElements", "conditionExpression", "messageEventDefinition", "signalEventDefinition",
    "timerEventDefinition", "timeDate", "timeDuration", "terminateEventDefinition",
    "textAnnotation", "text", "association",
}  # fmt: skip
ALLOWED_SPIFF = {"properties", "property"}
TRIGGERS = {
    "startEvent": {"message"},
    "endEvent": {"terminate"},
    "intermediateCatchEvent": {"message", "signal", "date", "duration"},
    "intermediateThrowEvent": {"message", "signal"},
    "boundaryEvent": {"message", "signal", "date", "duration"},
}
MUST_TRIGGER = {"intermediateCatchEvent", "boundaryEvent"}
HOSTS = {"userTask", "callActivity"}
"""What a boundary event may sit on: a rule task waits for nothing."""
SOURCES = ("ansvar", "lagrum", "kalla")
"""A duty of the register, a law, or what the manual asks for without laying it on an agency."""
_SOURCE = set(SOURCES)
_ON_TASK = _SOURCE | {"form", "frist", "fran", "roll", "godkannande", "meddelande"}
_ON_EVENT = _SOURCE | {"frist", "fran", "satter"}
PROPERTIES = {
    "userTask": _ON_TASK,
    "callActivity": _SOURCE,
    "businessRuleTask": _SOURCE | {"beslut"},
    "endEvent": _SOURCE | {"satter", "slutstatus"},
    "startEvent": _SOURCE,
    "intermediateCatchEvent": _ON_EVENT,
    "intermediateThrowEvent": _ON_EVENT,
    "boundaryEvent": _ON_EVENT,
    "exclusiveGateway": _SOURCE,
}
"""Kind of element → the `skydd.` properties that it may have."""
