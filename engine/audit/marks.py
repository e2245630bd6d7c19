"""What reviewers conclude of entries, and the month's sample that they all get the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from heapq import nsmallest

from engine.deadlines import ZONE
from engine.errors import InvalidAnswers
from engine.texts import clean

FINE, ASK, WRONG = "utan_anmarkning", "utreds", "obehorig"
VERDICTS = (FINE, ASK, WRONG)
SAMPLED = 30
"""How many entries a month's sample has: a proposal."""
SAMPLED_KINDS = ("read", "exported")
LONGEST_NOTE = 2000
MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
CHOOSE = "Välj vad du kom fram till"
EXPLAIN = "Skriv vad som behöver utredas eller är fel"
TOO_LONG = "Anteckningen får ha högst 2 000 tecken"


@dataclass(frozen=True)
class Mark:
    """What somebody concluded of an entry; the newest one counts, the others stay."""

    id: str
    agency: str
    stream: str
    sequence: int
    verdict: str
    note: str
    at: datetime
    actor: str


def checked(verdict: str, note: str) -> tuple[str, str]:
    """Return a verdict and its note, or raise InvalidAnswers."""
    words, problems = clean(note), dict[str, str]()
    if verdict not in VERDICTS:
        problems["utfall"] = CHOOSE
    if verdict in {ASK, WRONG} and not words:
        problems["anteckning"] = EXPLAIN
    if len(words) > LONGEST_NOTE:
        problems["anteckning"] = TOO_LONG
    if problems:
        raise InvalidAnswers(problems)
    return verdict, words


def last_month(today: date) -> str:
    """Return the newest month that is over."""
    return f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"


def month_of(text: str, today: date) -> str:
    """Return a month that is over, as an address asks for it; else the newest."""
    newest = last_month(today)
    return text if MONTH.fullmatch(text) and text <= newest else newest


def span_of(month: str) -> tuple[datetime, datetime]:
    """Return when a month begins in Stockholm, and when the next one does."""
    first = date.fromisoformat(f"{month}-01")
    after = (first + timedelta(days=31)).replace(day=1)
    return datetime.combine(first, time(), ZONE), datetime.combine(after, time(), ZONE)


def sample(seed: bytes, numbers: Iterable[int], size: int = SAMPLED) -> list[int]:
    """Return some of these numbers, in order: by chance, and the same for all with the same seed.

    The seed is the digest of the month's last entry: nobody knew it while the month lasted.
    """
    chosen = nsmallest(size, numbers, key=lambda n: sha256(seed + str(n).encode()).digest())
    return sorted(chosen)
