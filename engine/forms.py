"""A form: its questions in order, and whether a set of answers is good enough."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker

from engine.answers import Answers, Field, Raw, Text
from engine.errors import InvalidAnswers, ModelError
from engine.formfile import read_components
from engine.model import Finding
from engine.patterns import LINEAR, Explaining

MASK = "Dold: skyddad uppgift"

__all__ = ["Answers", "Field", "Form", "Raw", "Text", "form_findings", "read_form"]


@dataclass(frozen=True)
class Form:
    """What a user task asks, in the order of the page."""

    id: str
    title: str
    components: tuple[Field | Text, ...]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The questions, without the texts between them."""
        return tuple(each for each in self.components if isinstance(each, Field))

    def parse(self, raw: Raw) -> dict[str, Any]:
        """Return what was typed, good or not, by key: what a draft keeps and a page shows again."""
        typed = {field.key: field.typed(raw) for field in self.fields}
        return {key: value for key, value in typed.items() if value is not None}

    def accept(self, raw: Raw, today: date) -> Answers:
        """Return the answers if they are good enough; answers to hidden questions are dropped.

        Raises InvalidAnswers with one sentence per field, in the order of the form.
        """
        data = self._without_hidden(self.parse(raw))
        problems = self._problems(data)
        for field in self.fields:
            if field.key in data and field.key not in problems:
                problem = field.rule_problem(data[field.key], today)
                problems |= {field.key: problem} if problem else {}
        if problems:
            raise InvalidAnswers({f.key: problems[f.key] for f in self.fields if f.key in problems})
        return Answers(data, self._variables(data))

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema (2020-12) of the answers."""
        asked = [_required_when_shown(f) for f in self.fields if f.required and f.hidden_when]
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.title,
            "type": "object",
            "properties": {field.key: field.schema() for field in self.fields},
            "required": [f.key for f in self.fields if f.required and not f.hidden_when],
            "additionalProperties": False,
            **({"allOf": asked} if asked else {}),
        }

    def shown(
        self, answers: Mapping[str, Any], masked: Collection[str] = ()
    ) -> list[tuple[str, str]]:
        """Say accepted answers in Swedish: (question, answer) in the order of the form.

        An answer whose key is among the `masked` is not said: MASK stands in its place.
        """
        return [
            (f.label, MASK if f.key in masked else f.shown(answers[f.key]))
            for f in self.fields
            if f.key in answers
        ]

    def _without_hidden(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for field in self.fields:  # a condition reads an earlier question, so one pass is enough
            hidden = field.hidden_when is not None and field.hidden_when.holds(kept)
            if field.key in typed and not hidden:
                kept[field.key] = typed[field.key]
        return kept

    @cached_property
    def _validator(self) -> Draft202012Validator:
        return Explaining(self.schema(), format_checker=FormatChecker(["date"]))

    @cached_property
    def _quick(self) -> jsonschema_rs.Draft202012Validator:
        """The same schema, compiled: it says in a twentieth of the time that nothing is wrong."""
        return jsonschema_rs.Draft202012Validator(
            self.schema(), validate_formats=True, pattern_options=LINEAR
        )

    def _problems(self, data: Mapping[str, Any]) -> dict[str, str]:
        if self._quick.is_valid(data):
            return {}
        fields = {field.key: field for field in self.fields}
        problems: dict[str, str] = {}
        for error in self._validator.iter_errors(data):
            if error.validator == "required":
                missing = [key for key in error.validator_value if key not in data]
                problems |= {key: fields[key].missing() for key in missing}
            else:
                key = str(error.path[0])
                problems.setdefault(key, fields[key].problem(error))
        return problems

    def _variables(self, data: Mapping[str, Any]) -> dict[str, str]:
        return {f.variable: data[f.key] for f in self.fields if f.variable and f.key in data}


def read_form(name: str, text: str) -> Form:
    """Read a form file. Raises ModelError with every finding."""
    form_id, components, findings = read_components(name, text)
    if findings:
        raise ModelError(findings)
    headings = [each.text for each in components if isinstance(each, Text)]
    title = next((_heading(text) for text in headings if _heading(text)), form_id)
    return Form(form_id, title, tuple(components))


def form_findings(
    name: str, text: str, variables: Mapping[str, tuple[str, ...] | None]
) -> list[Finding]:
    """Return all that is wrong with a form file, its routing fields included.

    `variables` maps each routing variable to its codes; None for a date.
    """
    _, components, findings = read_components(name, text)
    routing = [each for each in components if isinstance(each, Field) and each.variable]
    for field in routing:
        findings += [
            Finding(name, field.key, "variabel", message)
            for message in _routing_problems(field, variables)
        ]
    return findings + _set_twice(name, routing)


def _required_when_shown(field: Field) -> dict[str, Any]:
    condition = field.hidden_when
    if condition is None:
        raise ValueError(field.key)
    test = {"properties": {condition.key: {"const": condition.value}}, "required": [condition.key]}
    return {"if": test, "else" if condition.equals else "then": {"required": [field.key]}}


def _heading(text: str) -> str:
    return text.partition("\n")[0].lstrip("# ") if text.startswith("#") else ""


def _routing_problems(field: Field, variables: Mapping[str, tuple[str, ...] | None]) -> list[str]:
    variable = str(field.variable)
    if variable not in variables:
        return [f"variabeln {variable} finns inte"]
    codes = variables[variable]
    if (codes is None) != (field.kind == "datetime"):
        kind = "ett datum" if codes is None else "ett val mellan koder"
        return [f"variabeln {variable} är {kind}, och det är inte frågan"]
    unknown = [option.value for option in field.options if option.value not in (codes or ())]
    return [f"variabeln {variable} har inget värde {value!r}" for value in unknown]


def _set_twice(name: str, routing: list[Field]) -> list[Finding]:
    unconditional = {field.variable for field in routing if field.hidden_when is None}
    return [
        Finding(name, field.key, "variabel", f"{field.variable} sätts redan av en fråga ovanför")
        for index, field in enumerate(routing)
        if field.variable in {earlier.variable for earlier in routing[:index]} & unconditional
    ]
