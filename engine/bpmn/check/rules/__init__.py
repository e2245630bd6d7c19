"""The register of rules: what is asked of each diagram, and of a whole set, in this order.

A rule is a file here, with one function by the same name. It says why it is there, and has its
test beside it with what is right by it and what is not.
"""

from __future__ import annotations

from engine.bpmn.check.rule import OfDiagram, OfSet
from engine.bpmn.check.rules.allowed_trigger import allowed_trigger
from engine.bpmn.check.rules.awaited_events import awaited_events
from engine.bpmn.check.rules.called import called
from engine.bpmn.check.rules.choice import choice
from engine.bpmn.check.rules.condition_place import condition_place
from engine.bpmn.check.rules.dangling import dangling
from engine.bpmn.check.rules.deadline import deadline
from engine.bpmn.check.rules.deadline_hours import deadline_hours
from engine.bpmn.check.rules.deadline_length import deadline_length
from engine.bpmn.check.rules.deadline_start import deadline_start
from engine.bpmn.check.rules.decision import decision
from engine.bpmn.check.rules.decision_one_code import decision_one_code
from engine.bpmn.check.rules.decision_variables import decision_variables
from engine.bpmn.check.rules.double_id import double_id
from engine.bpmn.check.rules.drawing import drawing
from engine.bpmn.check.rules.duty import duty
from engine.bpmn.check.rules.duty_agency import duty_agency
from engine.bpmn.check.rules.duty_reason import duty_reason
from engine.bpmn.check.rules.element import element
from engine.bpmn.check.rules.end import end
from engine.bpmn.check.rules.end_state import end_state
from engine.bpmn.check.rules.executable import executable
from engine.bpmn.check.rules.form import form
from engine.bpmn.check.rules.forms import forms
from engine.bpmn.check.rules.handover import handover
from engine.bpmn.check.rules.handover_asked import handover_asked
from engine.bpmn.check.rules.handover_condition import handover_condition
from engine.bpmn.check.rules.handover_ground import handover_ground
from engine.bpmn.check.rules.handover_nameless import handover_nameless
from engine.bpmn.check.rules.handover_sent import handover_sent
from engine.bpmn.check.rules.handover_table import handover_table
from engine.bpmn.check.rules.host import host
from engine.bpmn.check.rules.in_lane import in_lane
from engine.bpmn.check.rules.join_in_loop import join_in_loop
from engine.bpmn.check.rules.lane_id import lane_id
from engine.bpmn.check.rules.lane_members import lane_members
from engine.bpmn.check.rules.lane_registered import lane_registered
from engine.bpmn.check.rules.message import message
from engine.bpmn.check.rules.nameless import nameless
from engine.bpmn.check.rules.one_start import one_start
from engine.bpmn.check.rules.one_trigger import one_trigger
from engine.bpmn.check.rules.process_name import process_name
from engine.bpmn.check.rules.properties import properties
from engine.bpmn.check.rules.reach import reach
from engine.bpmn.check.rules.recursion import recursion
from engine.bpmn.check.rules.retention_deadline import retention_deadline
from engine.bpmn.check.rules.retention_form import retention_form
from engine.bpmn.check.rules.retention_value import retention_value
from engine.bpmn.check.rules.role import role
from engine.bpmn.check.rules.secrecy_kind import secrecy_kind
from engine.bpmn.check.rules.secrecy_left_over import secrecy_left_over
from engine.bpmn.check.rules.secrecy_procedure import secrecy_procedure
from engine.bpmn.check.rules.secrecy_receiver import secrecy_receiver
from engine.bpmn.check.rules.sender import sender
from engine.bpmn.check.rules.sets import sets
from engine.bpmn.check.rules.signs_in import signs_in
from engine.bpmn.check.rules.soundness import soundness
from engine.bpmn.check.rules.source import source
from engine.bpmn.check.rules.stem import stem
from engine.bpmn.check.rules.tables import tables
from engine.bpmn.check.rules.task_name import task_name
from engine.bpmn.check.rules.timer_day import timer_day
from engine.bpmn.check.rules.timer_length import timer_length
from engine.bpmn.check.rules.trigger_missing import trigger_missing
from engine.bpmn.check.rules.twin_events import twin_events
from engine.bpmn.check.rules.twin_flows import twin_flows
from engine.bpmn.check.rules.variables import variables
from engine.bpmn.check.rules.ways_in import ways_in
from engine.bpmn.check.rules.ways_out import ways_out

SHAPE: tuple[OfDiagram, ...] = (
    element, double_id, stem, executable, process_name, one_start, end, lane_id, lane_members,
    in_lane, task_name, one_trigger, allowed_trigger, trigger_missing, host, dangling, ways_in,
    ways_out, choice, condition_place, awaited_events, reach, join_in_loop, twin_flows,
    twin_events,
)  # fmt: skip
"""What a diagram contains, and how it hangs together: asked before anything is played."""

REFERENCES: tuple[OfDiagram, ...] = (
    properties, lane_registered, signs_in, form, role, message, timer_day, timer_length,
    deadline, deadline_start, deadline_hours, deadline_length, sets, end_state, called,
    decision, decision_one_code, decision_variables, recursion, handover, sender, source, duty,
    duty_agency, nameless,
)  # fmt: skip
"""What a diagram refers to is there, and fits."""

HANDOVERS: tuple[OfSet, ...] = (
    handover_sent, handover_asked, handover_condition, handover_ground, handover_nameless,
    handover_table,
)  # fmt: skip
"""The register of hand-overs against the tasks that make them, and their forms."""

SECRECY: tuple[OfSet, ...] = (
    secrecy_kind, secrecy_procedure, secrecy_receiver, secrecy_left_over,
)  # fmt: skip
"""What is handed over against the table of who may read what."""

RETENTION: tuple[OfSet, ...] = (
    retention_form, retention_value, retention_deadline,
)  # fmt: skip
"""What the rules of retention name against what the set has."""

OF_DIAGRAM: tuple[OfDiagram, ...] = (*SHAPE, soundness, *REFERENCES, drawing)
OF_SET: tuple[OfSet, ...] = (
    forms, tables, duty_reason, variables, *HANDOVERS, *SECRECY, *RETENTION,
)  # fmt: skip
