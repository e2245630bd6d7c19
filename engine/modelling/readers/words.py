"""How readers, questions and grounds are told in sentences."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from engine.modelling.diff.names import Names
from engine.secrecy.grounds import GROUNDS


def grounds_of(codes: Sequence[str]) -> tuple[str, ...]:
    """Say each ground: its law and what it is."""
    return tuple(str(GROUNDS[code]) for code in codes if code in GROUNDS)


def listed(names: Sequence[str]) -> str:
    """Say several in a sentence: `A, B och C`."""
    *first, last = names or [""]
    return f"{', '.join(first)} och {last}" if first else last


def questions(names: Names, form: str, keys: Collection[str]) -> tuple[tuple[str, ...], str]:
    """Return questions in the order of their form, and how they are told in a sentence."""
    labels: dict[str, str] = {}
    for side in (names.after.forms, names.before.forms):
        for field in side[form].fields if form in side else ():
            labels.setdefault(field.key, field.label)
    ordered = tuple(key for key in labels if key in keys)
    if len(ordered) > 1 and len(ordered) == len(labels):
        return ordered, f"alla {len(ordered)} frågor i formuläret {names.form(form)}"
    asked = ", ".join(f"”{labels[key]}”" for key in ordered)
    return ordered, f"{asked} i formuläret {names.form(form)}"
