"""Patterns of forms, tried in a time that grows with the text and not with what it could match.

Process owners write them, and people the texts they are held against: `^(a+)+$` and forty letters
would keep a process busy for hours with an engine that backtracks. So there is one that does not,
for the verdict as for the explanation. It knows no looking ahead and no references back.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

LONGEST = 200
LINEAR = jsonschema_rs.RegexOptions(size_limit=100_000)


def is_pattern(pattern: str) -> bool:
    """Say whether a form may have this pattern."""
    try:
        _compiled(pattern)
    except ValueError:
        return False
    return len(pattern) <= LONGEST


def fits(pattern: str, text: str) -> bool:
    """Say whether a text has what the pattern asks for. Raises ValueError for what is none."""
    return _compiled(pattern).is_valid(text)


@lru_cache(maxsize=500)
def _compiled(pattern: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=LINEAR)


def _explain(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    if isinstance(value, str) and not fits(pattern, value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


Explaining: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"pattern": _explain}
)
"""Tells what is wrong with answers, as the library does, save that patterns are tried here."""
