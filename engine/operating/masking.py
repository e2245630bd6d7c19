"""What a line of the log may hold: known names, and no text with a person in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MASK = "***"
KNOWN = frozenset(
    {"event", "level", "logger", "timestamp", "request_id", "actor", "route", "method", "status"}
    | {"ms", "kind", "where", "process"}
)
"""What a line may tell; the value of anything else is masked, whoever put it there."""
SHORT = 2_000
_BETWEEN = r"[\s\-+\u2010-\u2015\u2212]{0,3}"
_PERSON_NUMBER = re.compile(
    rf"(?<![0-9a-fA-F-])(?:[0-9]{{2}})?[0-9]{{6}}{_BETWEEN}[0-9]{{4}}(?![0-9a-fA-F])"
)
_E_MAIL = re.compile(r"[^\s<>@\"'/*]+@[^\s<>@\"']+")
_PHONE = re.compile(r"(?<![0-9a-zA-Z-])(?:\+46|0046|0)[\s-]?[1-9](?:[\s-]?[0-9]){6,9}(?![0-9])")
_QUERY = re.compile(r"\?[^\s\"'\]]+")
_PASSWORD = re.compile(r"(?<=//)[^/\s]*(?=@)")


def masked_text(text: str) -> str:
    """Return a text without identity numbers, addresses, telephones, queries and passwords."""
    for pattern in (_PASSWORD, _QUERY, _E_MAIL, _PERSON_NUMBER, _PHONE):
        text = pattern.sub(MASK, text)
    return text if len(text) <= SHORT else f"{text[:SHORT]} …"


def masked(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line of the log with every value masked that is not known, or looks like a person.

    A name that nobody knows may be what somebody has written, so it is masked like its value.
    """
    told = {name: _value(value) for name, value in line.items() if name in KNOWN}
    unknown = len(line) - len(told)
    return told | ({"masked": unknown} if unknown else {})


def _value(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [_value(each) for each in value]
    return masked_text(str(value))
