"""How the choices of the work list are called, and how their addresses are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from flask import url_for

from engine.worklist import MANY, Wanted
from engine.worklist import REASONS as HANDED_FOR

SCOPES = (
    *(("mina", "Mina", "mina"), ("enheten", "Min enhet", "enheten")),
    *(("otilldelade", "Otilldelade", "otilldelade"), ("", "Hela myndigheten", "alla")),
)
"""(word of the address, name, which count it shows)"""
DUES = (
    *(("", "Alla"), ("passerad", "Har löpt ut"), ("idag", "Löper ut i dag")),
    ("vecka", "Löper ut den här veckan"),
)
QUICK = (*(("frist", word, name) for word, name in DUES[1:]), ("nya", "ja", "Nya sedan sist"))
"""(word of the address, what it says, name)"""
PRIORITIES = (
    *(("", "Alla"), ("hog", "Hög: lagens frist har löpt ut eller är nära")),
    *(("vanlig", "Vanlig: annan frist eller mål"), ("utan", "Ingen bestämd tid")),
)
ORDERS = (
    *(("", "Mest brådskande först"), ("oppnad", "Senast öppnad först")),
    *(("arende", "Nyaste ärendet först"), ("process", "Process")),
)
STEPS = (
    *(("", "Alla"), ("1", "1. Identifiering"), ("2", "2. Akut skydd"), ("3", "3. Inledande stöd")),
    *(("4", "4. Långsiktigt stöd"), ("5", "5. Straffrättsligt förfarande")),
    ("6", "6. Ett tryggt återvändande"),
)
REASONS = (("", "Inget skäl anges"), *HANDED_FOR.items())
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
    known = [*choices] if chosen in dict(choices) else [*choices, (chosen, "Någon annan")]
    return [{"value": code, "text": name, "selected": code == chosen} for code, name in known]


def many(number: int) -> str:
    """Write a count that nobody counted to its end: `999+`."""
    return str(number) if number < MANY else f"{MANY - 1}+"


def told(wanted: Wanted, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (what is chosen, the address without it) for everything that leaves tasks out."""
    said = {
        "sok": f"Sökning: {wanted.search}",
        "frist": dict(DUES).get(wanted.due, ""),
        "lag": "Bara lagens frister",
        "prioritet": f"Prioritet: {dict(PRIORITIES).get(wanted.priority, '').partition(':')[0]}",
        "process": f"Process: {names.get(wanted.process, wanted.process)}",
        "steg": f"Steg {dict(STEPS).get(wanted.step, '')}",
        "hos": f"Handläggare: {names.get(wanted.assignee, 'någon annan')}",
        "nya": "Nya sedan sist",
    }
    for word in wanted.words():
        if word in said:
            yield said[word], address(wanted, **{word: ""})
