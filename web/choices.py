"""How the choices of the work list are called, and how their addresses are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from flask import url_for

from engine.lists.worklist import MANY, Wanted
from engine.lists.worklist import REASONS as HANDED_FOR
from web.language import _, lazy, marked

SCOPES = (
    *(("mina", lazy("Mina"), "mina"), ("enheten", lazy("Min enhet"), "enheten")),
    *(("otilldelade", lazy("Otilldelade"), "otilldelade"), ("", lazy("Hela myndigheten"), "alla")),
)
"""(word of the address, name, which count it shows)"""
DUES = (
    *(("", lazy("Alla")), ("passerad", lazy("Har löpt ut")), ("idag", lazy("Löper ut i dag"))),
    ("vecka", lazy("Löper ut den här veckan")),
)
QUICK = (*(("frist", word, name) for word, name in DUES[1:]), ("nya", "ja", lazy("Nya sedan sist")))
"""(word of the address, what it says, name)"""
PRIORITIES = (
    *(("", lazy("Alla")), ("hog", lazy("Hög: lagens frist har löpt ut eller är nära"))),
    *(("vanlig", lazy("Vanlig: annan frist eller mål")), ("utan", lazy("Ingen bestämd tid"))),
)
ORDERS = (
    *(("", lazy("Mest brådskande först")), ("oppnad", lazy("Senast öppnad först"))),
    *(("arende", lazy("Nyaste ärendet först")), ("process", lazy("Process"))),
)
STEPS = (
    *(
        ("", lazy("Alla")),
        ("1", lazy("1. Identifiering")),
        ("2", lazy("2. Akut skydd")),
        ("3", lazy("3. Inledande stöd")),
    ),
    *(("4", lazy("4. Långsiktigt stöd")), ("5", lazy("5. Straffrättsligt förfarande"))),
    ("6", lazy("6. Ett tryggt återvändande")),
)
REASONS = (
    ("", lazy("Inget skäl anges")),
    *((code, lazy(reason)) for code, reason in HANDED_FOR.items()),
)
"""Codes only: what is written freely about a colleague does not belong in the log."""


def address(wanted: Wanted, **changed: str) -> str:
    """Return the address that asks for the same with some words changed, from its beginning."""
    words: dict[str, Any] = {**wanted.words(), "efter": "", **changed}
    return url_for("tasks.worklist", **{word: value for word, value in words.items() if value})


def read(query: str) -> Wanted:
    """Read what a form carries of the list that it came from."""
    return Wanted.read(dict(parse_qsl(query)))


def items(choices: Sequence[tuple[str, str]], chosen: str) -> list[dict[str, object]]:
    """Return choices as the select component takes them; one that is not among them is kept."""
    known = [*choices] if chosen in dict(choices) else [*choices, (chosen, _("Någon annan"))]
    return [
        {"value": code, "text": name, "selected": code == chosen}
        | ({"attributes": attributes} if (attributes := marked(name)) else {})
        for code, name in known
    ]


def many(number: int) -> str:
    """Write a count that nobody counted to its end: `999+`."""
    return str(number) if number < MANY else f"{MANY - 1}+"


def told(wanted: Wanted, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (what is chosen, the address without it) for everything that leaves tasks out."""
    said = {
        "sok": _("Sökning: %(search)s", search=wanted.search),
        "frist": dict(DUES).get(wanted.due, ""),
        "lag": _("Bara lagens frister"),
        "prioritet": _(
            "Prioritet: %(name)s", name=dict(PRIORITIES).get(wanted.priority, "").partition(":")[0]
        ),
        "process": _("Process: %(name)s", name=names.get(wanted.process, wanted.process)),
        "steg": _("Steg %(name)s", name=dict(STEPS).get(wanted.step, "")),
        "hos": _("Handläggare: %(name)s", name=names.get(wanted.assignee, _("någon annan"))),
        "nya": _("Nya sedan sist"),
    }
    for word in wanted.words():
        if word in said:
            yield said[word], address(wanted, **{word: ""})
