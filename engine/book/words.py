"""Says in Swedish how long a time is, and what kind of limit it is."""

from __future__ import annotations

from engine.deadlines import Deadline, Kind, parse_length

UNITS = {
    "H": ("timme", "timmar"),
    "D": ("dag", "dagar"),
    "W": ("vecka", "veckor"),
    "M": ("månad", "månader"),
    "Y": ("år", "år"),
}
KINDS = {
    Kind.LEGAL_EFFECT: "Rättsverkan",
    Kind.BREACH: "Skyldigheten är bruten",
    Kind.TARGET: "Riktmärke",
    Kind.REVIEW: "Översyn",
    Kind.REMINDER: "Påminnelse",
    Kind.NONE: "Ingen egen klocka",
}
AT_ONCE = "genast"


def length_in_words(text: str | None) -> str:
    """Say a length: `P7D` is 7 dagar, `R/P6M` is var 6:e månad, none at all is genast."""
    if text is None:
        return AT_ONCE
    length = parse_length(text)
    one, many = UNITS[length.unit]
    if not length.repeats:
        return f"{length.count} {one if length.count == 1 else many}"
    if length.count == 1:
        return f"varje {one}" if length.unit != "Y" else "varje år"
    ending = "a" if length.count % 10 in {1, 2} and length.count not in {11, 12} else "e"
    return f"var {length.count}:{ending} {one}"


def limit(deadline: Deadline) -> str:
    """Say a deadline in a few words, with its id in the registry."""
    return f"{length_in_words(deadline.length)} ({deadline.id})"
