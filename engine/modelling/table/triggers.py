"""What an event waits for or sends: chosen out of the registers, and written into the diagram.

What is chosen is a word and an id with a space between: `message hej`, `deadline DL-10`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from engine.bpmn.check.allowed import MUST_TRIGGER, TRIGGERS
from engine.bpmn.diagram import Trigger
from engine.bpmn.source import NS, local
from engine.errors import InvalidAnswers
from engine.modelling.choices import Choices
from engine.modelling.table.parts import TYPE, Parts, bpmn

NOTHING = ""
"""A plain event: a start, an end of its own way, or one that only sets variables."""
TRIGGER_MISSING = "Välj vad det är, bland det som finns i registret"
REFS = {"message": "messageRef", "signal": "signalRef"}
TIMES = {"date": "timeDate", "duration": "timeDuration"}


@dataclass(frozen=True)
class Chosen:
    """What an event is to wait for or send; `deadline` where a time is that of a deadline."""

    trigger: Trigger | None = None
    deadline: str = ""


def offered(kind: str, choices: Choices) -> dict[str, dict[str, str]]:
    """Return what an event of this kind may have: word → what is chosen → what people call it."""
    allowed = TRIGGERS.get(kind, set())
    limits = {id_: choices.deadlines.get(id_, id_) for id_ in choices.lengths}
    listed: list[tuple[str, str, Mapping[str, str]]] = [
        ("message", "message", choices.messages), ("signal", "signal", choices.signals),
        ("duration", "deadline", limits), ("date", "date", choices.dates),
    ]  # fmt: skip
    found = {word: {f"{word} {id_}": name for id_, name in names.items()}
             for needs, word, names in listed if needs in allowed}  # fmt: skip
    if "terminate" in allowed:
        found["terminate"] = {"terminate": ""}
    return found if kind in MUST_TRIGGER else {NOTHING: {NOTHING: ""}, **found}


def written(trigger: str, deadline: str, choices: Choices) -> str:
    """Return what a step of the table has, as `offered` has it as far as the register goes."""
    kind, _, value = trigger.partition(" ")
    same = kind == "duration" and choices.lengths.get(deadline) == value
    return " ".join(("deadline", deadline)) if same else trigger


def chosen(kind: str, text: str, choices: Choices, kept: str | None = None) -> Chosen:
    """Read what was chosen; `kept` is what the event has. Raises InvalidAnswers."""
    known = {each for names in offered(kind, choices).values() for each in names}
    if text not in known and text != kept:
        raise InvalidAnswers({"utlosare": TRIGGER_MISSING})
    word, _, value = text.partition(" ")
    if word == "deadline":
        return Chosen(Trigger("duration", choices.lengths[value]), value)
    return Chosen(Trigger(word, value) if word else None)


def set_trigger(parts: Parts, node: etree._Element, new: Chosen) -> None:
    """Let an event wait for something else, with its deadline; what nobody names is dropped."""
    timed = node.find(".//bpmn:timeDuration", NS) is not None
    for old in [each for each in node if local(each).endswith("EventDefinition")]:
        node.remove(old)
    if new.trigger is not None:
        node.append(_definition(parts, node.get("id", ""), new.trigger))
    if new.deadline:
        parts.set_setting(node, "frist", new.deadline)
    elif timed and (new.trigger is None or new.trigger.kind not in TIMES):
        for setting in ("frist", "fran"):
            parts.set_setting(node, setting, "")
    _drop_unused(parts)


def prefix_of(new: Chosen) -> str:
    """Return how the id of such an event begins (`processes/README.md`)."""
    return {"message": "m", "signal": "s", "date": "t", "duration": "t"}.get(
        new.trigger.kind if new.trigger else "", "ev"
    )


def _definition(parts: Parts, id_: str, trigger: Trigger) -> etree._Element:
    kind = "timer" if trigger.kind in TIMES else trigger.kind
    made = etree.Element(bpmn(f"{kind}EventDefinition"), id=parts.free_id(f"{id_}_def"))
    if kind == "timer":
        time = etree.SubElement(made, bpmn(TIMES[trigger.kind]))
        time.set(TYPE, "bpmn:tFormalExpression")
        time.text = trigger.value
    elif kind in REFS:
        made.set(REFS[kind], _declared(parts, kind, trigger.value))
    return made


def _declared(parts: Parts, kind: str, name: str) -> str:
    """Return the id of a message or signal of the file; it is declared where it is not."""
    for each in parts.root.iterfind(bpmn(kind)):
        if each.get("name") == name:
            return each.get("id", "")
    made = etree.Element(bpmn(kind), id=parts.free_id(f"{kind}_{name}"), name=name)
    before = parts.root.find("bpmn:collaboration", NS)
    place = parts.root.index(parts.process if before is None else before)
    parts.root.insert(place, made)
    return made.get("id", "")


def _drop_unused(parts: Parts) -> None:
    used = {value for each in parts.root.iter(etree.Element)
            for name, value in each.attrib.items() if name in REFS.values()}  # fmt: skip
    for kind in REFS:
        for each in parts.root.findall(bpmn(kind)):
            if each.get("id") not in used:
                parts.root.remove(each)
