"""One question of a form: what was typed, is it good enough, and how is the answer shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jsonschema import ValidationError

from engine.identities import identifying
from engine.texts import (
    clean,
    clean_line,
    inside_sentence,
    read_date,
    read_number,
    swedish_date,
)

Raw = Mapping[str, Sequence[str]]
"""A posted form: each name with the values it was posted with."""

CHOICES = frozenset({"radio", "select", "checklist"})
TEXTS = frozenset({"textfield", "textarea"})

_DATE_PARTS = {"day": "dag", "month": "månad", "year": "år"}
_DEMANDS = {
    "minLength": "måste ha minst {} tecken, nu är det {length}",
    "maxLength": "får ha högst {} tecken, nu är det {length}",
    "minimum": "måste vara minst {}",
    "maximum": "får vara högst {}",
    "type": "måste vara ett {}, skrivet med siffror",
}
_NUMBERS = {"integer": "heltal", "number": "tal"}


@dataclass(frozen=True)
class Option:
    """One of the answers that can be chosen."""

    value: str
    label: str


@dataclass(frozen=True)
class Condition:
    """A comparison of an earlier answer with a code."""

    key: str
    equals: bool
    value: str

    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Compare; a question that is not answered equals nothing."""
        return (answers.get(self.key) == self.value) is self.equals


@dataclass(frozen=True)
class Text:
    """Something to read between the questions: paragraphs, `- ` lists and `### ` headings."""

    text: str
    hidden_when: Condition | None = None
    kind: str = "text"


@dataclass(frozen=True)
class Limits:
    """What form-js calls `validate`, save `required`."""

    min_length: int | None = None
    max_length: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    whole: bool = False
    """Only whole numbers."""


@dataclass(frozen=True)
class Field:
    """A question of a form; `kind` is the component type of form-js."""

    key: str
    kind: str
    label: str
    description: str | None = None
    options: tuple[Option, ...] = ()
    required: bool = False
    limits: Limits = field(default_factory=Limits)
    variable: str | None = None
    """The routing variable that the answer sets."""
    protected: bool = False
    masked: bool = False
    """Tells who somebody is or where they are: shown only to one who has said why."""
    deidentified: bool = False
    """Free text that may not tell who somebody is."""
    past_only: bool = False
    hidden_when: Condition | None = None

    def typed(self, raw: Raw) -> Any:
        """Return what was typed, as the value it means where it means one; None for nothing."""
        if self.kind == "datetime":
            parts = {part: clean_line(_first(raw, f"{self.key}-{part}")) for part in _DATE_PARTS}
            day = read_date(**parts)
            return day.isoformat() if day else (parts if any(parts.values()) else None)
        if self.kind == "checklist":
            chosen = dict.fromkeys(map(clean_line, raw.get(self.key, ())))
            return [value for value in chosen if value] or None
        if self.kind == "checkbox":
            return _first(raw, self.key) != ""
        text = _first(raw, self.key)
        typed = clean(text) if self.kind == "textarea" else clean_line(text)
        number = read_number(typed) if self.kind == "number" else None
        return typed or None if number is None else number

    def parts(self, value: Any) -> dict[str, str]:
        """Split a date, as typed, into what stands in its three boxes."""
        if isinstance(value, str):
            day = date.fromisoformat(value)
            value = {"day": day.day, "month": day.month, "year": day.year}
        return {part: str((value or {}).get(part, "")) for part in _DATE_PARTS}

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the answer."""
        return {"title": self.label, **_SCHEMAS[self.kind](self)}

    def shown(self, value: Any) -> str:
        """Say an accepted answer in Swedish."""
        labels = {option.value: option.label for option in self.options}
        match value:
            case bool():
                return "Ja" if value else "Nej"
            case list():
                return "; ".join(labels.get(each, str(each)) for each in value)
            case float():
                return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
            case str() if self.kind == "datetime":
                return swedish_date(date.fromisoformat(value))
        return labels.get(str(value), str(value))

    def missing(self) -> str:
        """Ask for an answer that must be given."""
        if self.kind == "checkbox":
            return f"Kryssa i rutan ”{self.label}”"
        verb = "Välj" if self.kind in CHOICES else "Ange"
        if self.label.endswith("?"):
            return f"{verb} ett svar på frågan ”{self.label}”"
        return f"{verb} {inside_sentence(self.label)}"

    def problem(self, error: ValidationError) -> str:
        """Say what is wrong with an answer that breaks its schema."""
        if self.kind == "datetime":
            return _date_problem(self._name, self.parts(error.instance))
        if self.kind == "checkbox":
            return self.missing()
        if error.validator == "enum":
            return f"Välj ett av alternativen som finns för ”{self.label}”"
        if error.validator == "pattern":
            return " ".join(filter(None, (f"{self._name} har fel form.", self.description)))
        limit = _NUMBERS.get(str(error.validator_value)) or self.shown(error.validator_value)
        demand = _DEMANDS[str(error.validator)].format(limit, length=len(str(error.instance)))
        return f"{self._name} {demand}"

    def rule_problem(self, value: Any, today: date) -> str | None:
        """Say which rule, beyond the schema, a well-formed answer breaks."""
        if self.past_only and date.fromisoformat(value) > today:
            return f"{self._name} kan inte ligga efter i dag, {swedish_date(today)}"
        if self.deidentified and (found := identifying(value)):
            return (
                f"{self._name} får inte innehålla {found}."
                " Ta bort det: texten ska inte visa vem personen är"
            )
        return None

    @property
    def _name(self) -> str:
        return f"Svaret på ”{self.label}”" if self.label.endswith("?") else self.label


@dataclass(frozen=True)
class Answers:
    """Accepted answers by key, and the routing variables that they set."""

    data: Mapping[str, Any]
    variables: Mapping[str, str]


def _first(raw: Raw, name: str) -> str:
    values = raw.get(name)
    return values[0].strip() if values else ""


def _date_problem(name: str, typed: Mapping[str, str]) -> str:
    lacking = [word for part, word in _DATE_PARTS.items() if not typed[part]]
    if lacking:
        return f"{name} måste ha {' och '.join(lacking)}"
    if not re.fullmatch(r"[0-9]{4}", typed["year"]):
        return f"{name} måste ha ett årtal med fyra siffror"
    return f"{name} måste vara ett datum som finns, till exempel 27 3 2026"


def _text_schema(question: Field) -> dict[str, Any]:
    limits = question.limits
    bounds = {"maxLength": limits.max_length, "pattern": limits.pattern}
    return {"type": "string", "minLength": limits.min_length or 1, **_given(bounds)}


def _number_schema(question: Field) -> dict[str, Any]:
    bounds = {"minimum": question.limits.minimum, "maximum": question.limits.maximum}
    return {"type": "integer" if question.limits.whole else "number", **_given(bounds)}


def _choice_schema(question: Field) -> dict[str, Any]:
    return {"enum": [option.value for option in question.options]}


def _list_schema(question: Field) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "uniqueItems": True, "items": _choice_schema(question)}


def _given(bounds: Mapping[str, Any]) -> dict[str, Any]:
    return {keyword: value for keyword, value in bounds.items() if value is not None}


_SCHEMAS: Mapping[str, Callable[[Field], dict[str, Any]]] = {
    "textfield": _text_schema,
    "textarea": _text_schema,
    "number": _number_schema,
    "datetime": lambda _: {"type": "string", "format": "date"},
    "radio": _choice_schema,
    "select": _choice_schema,
    "checklist": _list_schema,
    "checkbox": lambda question: {"const": True} if question.required else {"type": "boolean"},
}
