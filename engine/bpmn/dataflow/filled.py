"""What a form may set: one way for each combination of the answers that hide or show questions.

An answer to a hidden question is dropped, and what it would have set stays as it was
(`engine.forms`): a later visit to a form unsets nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product

from engine.answers import Field
from engine.forms import Form

Ways = tuple[Mapping[str, tuple[str, ...]], ...]
MOST = 300
"""With more combinations than this, nothing is sure of the questions that can be hidden."""
KEPT = 1000
"""Forms whose ways are kept."""


@lru_cache(maxsize=KEPT)
def ways(form: Form) -> Ways:
    """Return each way to fill in a form: the variables that it sets, with the codes they may get.

    The codes of a date are (). A question that may be left empty has a way without it.
    """
    asked = [f for f in form.fields if f.variable or f.key in _controls(form)]
    controls = [f for f in asked if f.key in _controls(form)]
    choices = [(*(o.value for o in f.options), None) for f in controls]
    loose = [f for f in asked if f.variable and not f.required]
    size = 2 ** len(loose)
    for each in choices:
        size *= len(each)
    if size > MOST:
        return _unsure(asked)
    found: dict[tuple[tuple[str, tuple[str, ...]], ...], None] = {}
    for values in product(*choices):
        answers = dict(zip((f.key for f in controls), values, strict=True))
        if _possible(controls, answers):
            for left in product((False, True), repeat=len(loose)):
                empty = {f.key for f, out in zip(loose, left, strict=True) if out}
                found[tuple(_sets(asked, answers, empty))] = None
    return _grouped(found)


def _controls(form: Form) -> set[str]:
    return {f.hidden_when.key for f in form.fields if f.hidden_when}


def _possible(controls: list[Field], answers: Mapping[str, str | None]) -> bool:
    """Say whether these answers can stand together: hidden ones are not there, asked ones are."""
    for field in controls:
        given, hidden = answers[field.key] is not None, _hidden(field, answers)
        if (hidden and given) or (field.required and not hidden and not given):
            return False
    return True


def _hidden(field: Field, answers: Mapping[str, str | None]) -> bool:
    return field.hidden_when is not None and field.hidden_when.holds(answers)


def _sets(
    asked: list[Field], answers: Mapping[str, str | None], empty: set[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in asked:
        if not field.variable or _hidden(field, answers) or field.key in empty:
            continue
        if field.key in answers:
            if (value := answers[field.key]) is not None:
                yield field.variable, (value,)
        else:
            yield field.variable, tuple(option.value for option in field.options)


def _unsure(asked: list[Field]) -> Ways:
    certain = [f for f in asked if f.required and not f.hidden_when]
    every = {f.variable: tuple(o.value for o in f.options) for f in asked if f.variable}
    return {f.variable: every[f.variable] for f in certain if f.variable}, every


def _grouped(found: Mapping[tuple[tuple[str, tuple[str, ...]], ...], None]) -> Ways:
    return tuple(dict(each) for each in found)
