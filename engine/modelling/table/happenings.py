"""What may happen in a process, put into its table: at a border, on the way, beside each other.

As in `edits`: each returns the file with the diagram drawn anew, and the check says what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from engine.errors import InvalidAnswers, NotFound
from engine.modelling.redraw import redrawn
from engine.modelling.table.edits import AGENCY_MISSING, NAME_MISSING
from engine.modelling.table.leading import NOWHERE, TARGET_MISSING, found, lead
from engine.modelling.table.parts import Parts, slug
from engine.modelling.table.rows import read_table
from engine.modelling.table.triggers import TRIGGER_MISSING, Chosen, prefix_of, set_trigger
from engine.texts import clean_line

HOSTS = ("userTask", "callActivity")
"""Where something may happen meanwhile."""


@dataclass(frozen=True)
class Event:
    """An event to be put in."""

    name: str
    chosen: Chosen | None
    """None: nothing that a register knows was chosen."""
    agency: str = ""
    agency_name: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    target: str = ""
    """What follows on it, where it is not put in on a way."""


@dataclass(frozen=True)
class Branch:
    """The first step of a branch beside others: a task."""

    name: str
    agency: str
    agency_name: str


def add_wait(path: str, text: str, flow_id: str, new: Event) -> tuple[str, str]:
    """Let a way wait for something to happen. Raises InvalidAnswers."""
    return _put_in(path, text, flow_id, "intermediateCatchEvent", new)


def add_sending(path: str, text: str, flow_id: str, new: Event) -> tuple[str, str]:
    """Let a way send a message or a signal, or set variables. Raises InvalidAnswers."""
    return _put_in(path, text, flow_id, "intermediateThrowEvent", new)


def add_border(
    path: str, text: str, host: str, new: Event, *, interrupting: bool
) -> tuple[str, str]:
    """Let something happen while a step is open, and something follow. Raises InvalidAnswers."""
    _require(_asked(new) | {"till": (new.target, TARGET_MISSING)})
    parts = _of_kind(path, text, host, *HOSTS)
    node = _event(parts, "boundaryEvent", new, parts.lane_of(host))
    node.set("attachedToRef", host)
    node.set("cancelActivity", "true" if interrupting else "false")
    lead(parts, node.get("id", ""), new.target)
    return _drawn(path, parts, node)


def add_first(
    path: str, text: str, flow_id: str, name: str, events: Sequence[Event]
) -> tuple[str, str]:
    """Let what happens first decide; the first event leads on along the way. InvalidAnswers."""
    asked = {"aktor": (events[0].agency, AGENCY_MISSING)}
    for number, each in enumerate(events, 1):
        asked |= _asked(each, str(number))
    for number, each in enumerate(events[1:], 2):
        asked[f"till{number}"] = (each.target, TARGET_MISSING)
    _require(asked)
    parts = Parts.read(path, text)
    flow, lane = found(parts, flow_id), parts.lane(events[0].agency, events[0].agency_name)
    after, name = flow.get("targetRef", ""), clean_line(name)
    called = name or clean_line(events[0].name)
    gateway = parts.add_node("eventBasedGateway", f"ebg_{slug(called)}", name, lane)
    flow.set("targetRef", gateway.get("id", ""))
    nodes = [_event(parts, "intermediateCatchEvent", each, lane) for each in events]
    for node in nodes:
        parts.add_flow(gateway.get("id", ""), node.get("id", ""))
    parts.add_flow(nodes[0].get("id", ""), after)
    for node, event in list(zip(nodes, events, strict=True))[1:]:
        lead(parts, node.get("id", ""), event.target)
    return _drawn(path, parts, gateway)


def add_event(path: str, text: str, gateway: str, new: Event) -> tuple[str, str]:
    """Let one more event decide where what happens first does. Raises InvalidAnswers."""
    _require(_asked(new) | {"till": (new.target, TARGET_MISSING)})
    parts = _of_kind(path, text, gateway, "eventBasedGateway")
    node = _event(parts, "intermediateCatchEvent", new, parts.lane_of(gateway))
    parts.add_flow(gateway, node.get("id", ""))
    lead(parts, node.get("id", ""), new.target)
    return _drawn(path, parts, node)


def add_parallel(path: str, text: str, flow_id: str, branches: Sequence[Branch]) -> tuple[str, str]:
    """Split a way into branches that all go on, and join them again. Raises InvalidAnswers."""
    _require({f"namn{number}": (each.name, NAME_MISSING)
              for number, each in enumerate(branches, 1)} | {
        f"aktor{number}": (each.agency, AGENCY_MISSING)
        for number, each in enumerate(branches, 1)})  # fmt: skip
    parts = Parts.read(path, text)
    flow = found(parts, flow_id)
    after, lane = flow.get("targetRef", ""), parts.lane_of(flow.get("sourceRef", ""))
    called = f"par_{slug(clean_line(branches[0].name))}"
    split = parts.add_node("parallelGateway", called, "", lane)
    join = parts.add_node("parallelGateway", f"{called}_klart", "", lane)
    flow.set("targetRef", split.get("id", ""))
    for each in branches:
        _branch(parts, split.get("id", ""), each, join.get("id", ""))
    parts.add_flow(join.get("id", ""), after)
    return _drawn(path, parts, split)


def add_branch(path: str, text: str, split: str, new: Branch, target: str) -> tuple[str, str]:
    """Add a branch to those that a split has. Raises InvalidAnswers."""
    _require({"namn": (new.name, NAME_MISSING), "aktor": (new.agency, AGENCY_MISSING),
              "till": (target, TARGET_MISSING)})  # fmt: skip
    parts = _of_kind(path, text, split, "parallelGateway")
    return _drawn(path, parts, _branch(parts, split, new, target))


def _put_in(path: str, text: str, flow_id: str, kind: str, new: Event) -> tuple[str, str]:
    _require(_asked(new) | {"aktor": (new.agency, AGENCY_MISSING)})
    parts = Parts.read(path, text)
    flow = found(parts, flow_id)
    node = _event(parts, kind, new, parts.lane(new.agency, new.agency_name))
    after = flow.get("targetRef", "")
    flow.set("targetRef", node.get("id", ""))
    parts.add_flow(node.get("id", ""), after)
    return _drawn(path, parts, node)


def _event(parts: Parts, kind: str, new: Event, lane: etree._Element) -> etree._Element:
    name, chosen = clean_line(new.name), new.chosen or Chosen()
    node = parts.add_node(kind, f"{prefix_of(chosen)}_{slug(name)}", name, lane)
    for key, value in new.settings.items():
        parts.set_setting(node, key, clean_line(value))
    set_trigger(parts, node, chosen)
    return node


def _branch(parts: Parts, split: str, new: Branch, target: str) -> etree._Element:
    name, lane = clean_line(new.name), parts.lane(new.agency, new.agency_name)
    node = parts.add_node("userTask", f"ut_{slug(name)}", name, lane)
    parts.add_flow(split, node.get("id", ""))
    lead(parts, node.get("id", ""), target)
    return node


def _of_kind(path: str, text: str, element: str, *kinds: str) -> Parts:
    row = read_table(path, text).row(element)
    if row is None or row.kind not in kinds:
        raise NotFound(f"{element[:80]} is not what it is added to in {path}")
    return Parts.read(path, text)


def _drawn(path: str, parts: Parts, node: etree._Element) -> tuple[str, str]:
    return redrawn(path, parts.text().encode()), node.get("id", "")


def _asked(new: Event, number: str = "") -> dict[str, tuple[str, str]]:
    chosen = "" if new.chosen is None else "chosen"
    return {f"namn{number}": (new.name, NAME_MISSING),
            f"utlosare{number}": (chosen, TRIGGER_MISSING)}  # fmt: skip


def _require(asked: Mapping[str, tuple[str, str]]) -> None:
    """Refuse what leaves something out: what was typed, and what to say when that is nothing."""
    missing = {key: why for key, (typed, why) in asked.items()
               if not clean_line(typed) or typed == NOWHERE}  # fmt: skip
    if missing:
        raise InvalidAnswers(missing)
