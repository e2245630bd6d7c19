"""Small process sets for the rules on variables: forms with a few questions."""

import json
from typing import Any

from engine.bpmn.dataflow.effects import Effects
from engine.bpmn.dataflow.facts import Facts, Names
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.definitions import ProcessSet, read_process_set
from tests.engine.bpmn.samples import bpmn, files, user

NAMES = Names.of({"a": ("x", "y"), "b": ("x", "y"), "c": ("x", "y")}, ("a", "b", "c"))
NOTHING = Facts(NAMES)
FLOWS = "start -> {0}\n{0} -> x\nx -> end : val == 'ja'\nx -> other : default"


def sure(*names: str) -> int:
    return NAMES.mask(names)


def question(variable: str, hide: str = "", key: str = "", **more: Any) -> dict[str, Any]:
    """Return a question whose answer sets a variable; `hide` is when it is hidden."""
    key = key or variable
    codes = [{"label": code.title(), "value": code} for code in ("ja", "nej")]
    kind = {"type": "datetime", "subtype": "date", "dateLabel": key} if variable == "dag" else {
        "type": "radio", "label": key, "values": codes}  # fmt: skip
    settings = {"properties": {"skydd.variabel": variable}} if variable else {}
    hidden = {"conditional": {"hide": f"={hide}"}} if hide else {}
    return {"id": key, "key": key, "validate": {"required": True}, **kind, **settings, **hidden,
            **more}  # fmt: skip


def form(*questions: dict[str, Any], name: str = "g") -> dict[str, str]:
    """Return a form file."""
    text = {"type": "text", "id": "t", "text": "### Frågor"}
    whole = {"type": "default", "schemaVersion": 19, "id": name, "components": [text, *questions]}
    return {f"forms/{name}.form": json.dumps(whole)}


def asks(id_: str, name: str = "g") -> str:
    """Return a user task with another form than `f`."""
    return user(id_, form=name)


def set_of(nodes: list[str], flows: str, more: dict[str, str] | None = None) -> ProcessSet:
    return read_process_set(files(p=bpmn("p", nodes, flows)) | (more or {}))


def whole(nodes: list[str], flows: str, more: dict[str, str] | None = None) -> Whole:
    return Whole(set_of(nodes, flows, more))


def certain(known: Whole, element: str, process: str = "p") -> set[str]:
    """Return the variables that are surely set when a token comes to an element."""
    at, bits = known.followed[process].at[element], known.effects.names.bits
    return {name for name, bit in bits.items() if at.sure & bit}


def effects(processes: ProcessSet) -> Effects:
    return Effects(processes)
