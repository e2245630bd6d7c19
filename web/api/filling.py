"""Answers in JSON as the posted form that the verbs take: the same form, the same rules.

What has the wrong kind is not turned into something else here: it is passed on as it was written,
and the form itself says what is wrong with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from engine.answers import Field
from engine.errors import InvalidAnswers
from engine.forms import Form
from engine.texts import read_date
from web.language import lazy

Typed = dict[str, list[str]]
UNKNOWN = lazy("Frågan finns inte i formuläret")
WRONG_KIND = lazy("Svaret har fel form")
PARTS = ("year", "month", "day")
TICKED = "ja"


def typed(form: Form, answers: Mapping[str, Any]) -> Typed:
    """Return answers as a browser would post them. Raises InvalidAnswers, every problem at once."""
    fields = {field.key: field for field in form.fields}
    problems = dict.fromkeys(
        (str(key)[:80] for key in answers.keys() - fields.keys()), str(UNKNOWN)
    )
    posted: Typed = {}
    for key in (each for each in fields if each in answers):
        try:
            posted |= dict(_posted(fields[key], answers[key]))
        except TypeError:
            problems[key] = str(WRONG_KIND)
    if problems:
        raise InvalidAnswers(problems)
    return posted


def _posted(field: Field, value: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield what a browser sends of one question. Raises TypeError."""
    if value is None:
        return
    if field.kind == "checkbox":
        if not isinstance(value, bool):
            raise TypeError(field.key)
        yield field.key, [TICKED] if value else []
    elif field.kind == "checklist":
        yield field.key, [_text(each) for each in _list(value)]
    elif field.kind == "datetime":
        yield from _date(field.key, value)
    elif field.kind == "number":
        yield field.key, [_number(value)]
    else:
        yield field.key, [_text(value)]


def _date(key: str, value: Any) -> Iterator[tuple[str, list[str]]]:
    """Yield the three boxes of a date: of a day in ISO, or as a draft has it."""
    if isinstance(value, Mapping):
        if value.keys() - set(PARTS):
            raise TypeError(key)
        parts = [_text(value.get(part, "")) for part in PARTS]
    else:
        text = _text(value)
        parts = text.split("-") if text.count("-") == len(PARTS) - 1 else ["", "", text]
        if not read_date(parts[2], parts[1], parts[0]):
            parts = [text, parts[1], parts[2]]  # the form says that it is no date
    yield from ((f"{key}-{part}", [text]) for part, text in zip(PARTS, parts, strict=True))


def _number(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(type(value).__name__)
    return value if isinstance(value, str) else json.dumps(value).replace(".", ",")


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(type(value).__name__)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value
