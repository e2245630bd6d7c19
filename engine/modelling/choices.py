"""What a process owner can choose between: ids out of the draft's own registers, with their names.

A draft may be half written. Whatever of it can be read is offered; the check says what is wrong.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from engine import registers
from engine.bpmn.check.allowed import PROPERTIES
from engine.bpmn.diagram import plain
from engine.bpmn.source import read_tree
from engine.errors import ModelError

HANDOVERS = "overlamnanden.toml"
Names = Mapping[str, str]


@dataclass(frozen=True)
class Choices:
    """Everything that may be chosen, each as id → what people call it."""

    agencies: Names
    roles: Mapping[str, tuple[str, ...]]
    """Agency → its roles."""
    forms: Names
    deadlines: Names
    lengths: Names
    """Deadline → its length, for those that have one."""
    variables: Names
    dates: Names
    """The variables that are a day or an instant."""
    codes: Mapping[str, tuple[str, ...]]
    """Variable → its codes."""
    messages: Names
    signals: Names
    handovers: Names
    duties: Names
    end_states: Names
    decisions: Names
    processes: Names
    properties: Mapping[str, tuple[str, ...]]
    """Kind of element → the `skydd.` properties that it may have."""

    def plain(self) -> dict[str, Any]:
        """Return it all as JSON takes it."""
        return asdict(self)


def choices_in(files: Mapping[str, str]) -> Choices:
    """Read what can be chosen out of a set (file name → text), as far as it can be read."""
    agencies = _table(files, registers.AGENCIES)
    variables = _table(files, registers.VARIABLES)
    deadlines = _table(files, registers.DEADLINES)
    events = _table(files, registers.MESSAGES)
    return Choices(
        agencies=_names(agencies),
        roles={id_: _codes(each, "roller") for id_, each in agencies.items()},
        forms=dict(_forms(files)),
        deadlines={id_: _deadline(id_, each) for id_, each in deadlines.items()},
        lengths={id_: length for id_, each in deadlines.items() if (length := _length(each))},
        variables=_names(variables),
        dates=_names({i: v for i, v in variables.items() if v.get("typ") != "val"}),
        codes={id_: _codes(each, "varden") for id_, each in variables.items()},
        messages=_names({i: m for i, m in events.items() if m.get("slag") != "signal"}),
        signals=_names({i: m for i, m in events.items() if m.get("slag") == "signal"}),
        handovers=_coded(_table(files, HANDOVERS), "namn"),
        duties=_coded(_table(files, registers.DUTIES), "text"),
        end_states=_coded(_table(files, registers.END_STATES), "namn"),
        decisions=dict(_xml_names(files, ".dmn", "decision")),
        processes=dict(_xml_names(files, ".bpmn", "process")),
        properties={kind: tuple(sorted(names)) for kind, names in PROPERTIES.items()},
    )


def _table(files: Mapping[str, str], name: str) -> dict[str, dict[str, Any]]:
    try:
        found = tomllib.loads(files.get(name, ""))
    except tomllib.TOMLDecodeError:
        return {}
    return {key: each for key, each in found.items() if isinstance(each, dict)}


def _names(table: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    return {id_: str(each.get("namn", id_)) for id_, each in table.items()}


def _coded(table: Mapping[str, Mapping[str, Any]], key: str) -> dict[str, str]:
    """Return names with the code first: people know these by their codes."""
    return {id_: f"{id_} {each.get(key, '')}".strip() for id_, each in table.items()}


def _deadline(id_: str, each: Mapping[str, Any]) -> str:
    words = (id_, each.get("namn"), _length(each), each.get("lagrum"))
    return " · ".join(str(word) for word in words if word)


def _length(each: Mapping[str, Any]) -> str:
    return str(each.get("langd", "")).removeprefix("R/")


def _codes(each: Mapping[str, Any], key: str) -> tuple[str, ...]:
    listed = each.get(key, [])
    return tuple(str(code) for code in listed) if isinstance(listed, list) else ()


def _forms(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each form with its first heading: a form-js file has no title of its own."""
    for name, text in files.items():
        if name.endswith(".form"):
            stem = PurePosixPath(name).stem
            heading = _heading(text)
            yield stem, f"{stem} – {heading}" if heading else stem


def _heading(text: str) -> str:
    try:
        listed = json.loads(text).get("components", [])
        first = str(listed[0].get("text", "")).strip().partition("\n")[0]
    except (ValueError, AttributeError, LookupError, TypeError, RecursionError):
        return ""
    return first.lstrip("# ") if first.startswith("#") else ""


def _xml_names(files: Mapping[str, str], ending: str, kind: str) -> Iterator[tuple[str, str]]:
    for name, text in files.items():
        if name.endswith(ending):
            stem = PurePosixPath(name).stem
            yield stem, _name_of(name, text, kind) or stem


def _name_of(name: str, text: str, kind: str) -> str:
    try:
        root = read_tree(name, text.encode())
    except ModelError:
        return ""
    own = (each for each in root if isinstance(each.tag, str))
    found = (e for e in own if etree.QName(e).localname == kind)
    return plain(next((each.get("name") for each in found), ""))
