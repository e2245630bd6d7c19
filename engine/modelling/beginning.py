"""A new file of a draft: what kind it is, what it is called, and that it begins as a right one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import InvalidAnswers
from engine.modelling.blank import decision, diagram, form
from engine.modelling.choices import Choices
from engine.modelling.sources import NAMES, PATH
from engine.modelling.table.parts import slug
from engine.texts import clean_line

DIAGRAM, FORM, DECISION = "bpmn", "form", "dmn"
PATHS = {DIAGRAM: "{}.bpmn", FORM: "forms/{}.form", DECISION: "{}.dmn"}
MISSING = {
    "slag": "Välj vad det är för en fil", "namn": "Skriv vad den heter",
    "aktor": "Välj vem som börjar", "laser": "Välj vad tabellen läser",
    "ger": "Välj vad tabellen svarar",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to begin; what its kind does not need is left out."""

    kind: str
    name: str
    stem: str = ""
    """Of the file; empty: it is made of the name."""
    agency: str = ""
    reads: str = ""
    gives: str = ""


def begin(wanted: Wanted, choices: Choices) -> tuple[str, str]:
    """Return the path and the text of a new file. Raises InvalidAnswers."""
    name, kind = clean_line(wanted.name), wanted.kind
    stem = clean_line(wanted.stem) or slug(name)
    path = PATHS.get(kind, "{}").format(stem)
    problems = {key: MISSING[key] for key in _missing(wanted, name, choices)}
    if "slag" not in problems and not PATH.fullmatch(path):
        problems["fil"] = NAMES
    if problems:
        raise InvalidAnswers(problems)
    make: dict[str, Callable[[], str]] = {
        DIAGRAM: lambda: diagram(stem, name, wanted.agency, choices.agencies[wanted.agency]),
        FORM: lambda: form(stem, name),
        DECISION: lambda: _decision(stem, name, wanted, choices),
    }
    return path, make[kind]()


def tables_of(choices: Choices) -> dict[str, str]:
    """Return the variables that a table can read or answer: those with codes."""
    return {id_: choices.variables.get(id_, id_) for id_, codes in choices.codes.items() if codes}


def _missing(wanted: Wanted, name: str, choices: Choices) -> list[str]:
    known = tables_of(choices)
    asked = {
        "slag": wanted.kind in PATHS, "namn": bool(name),
        "aktor": wanted.kind != DIAGRAM or wanted.agency in choices.agencies,
        "laser": wanted.kind != DECISION or wanted.reads in known,
        "ger": wanted.kind != DECISION or wanted.gives in known,
    }  # fmt: skip
    return [key for key, right in asked.items() if not right]


def _decision(stem: str, name: str, wanted: Wanted, choices: Choices) -> str:
    known = tables_of(choices)
    reads, gives = ((each, known[each]) for each in (wanted.reads, wanted.gives))
    return decision(stem, name, reads, gives, choices.codes[wanted.gives][0])
