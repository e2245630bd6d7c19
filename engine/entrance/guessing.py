"""How easily a password is guessed: common ones, words, names, dates, rows of keys, repeats."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from unicodedata import normalize

WORDS = (
    "skyddsprocessen", "skydd", "stöd", "ärende", "handläggare", "beslut", "lösenord", "lösen",
    "hemligt", "inloggning", "välkommen", "människohandel", "betänketid", "socialtjänsten",
    "socialtjänst", "polisen", "polis", "åklagare", "migrationsverket", "arbetsmiljöverket",
    "jämställdhetsmyndigheten", "regionkoordinator", "kommun", "region", "sverige", "stockholm",
    "göteborg", "malmö", "uppsala", "vår", "sommar", "sommaren", "höst", "hösten", "vinter",
    "vintern", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
    "september", "oktober", "november", "december", "måndag", "tisdag", "onsdag", "torsdag",
    "fredag", "lördag", "söndag",
)  # fmt: skip
"""What those who guess try first where this program is used (OWASP ASVS 5.0, 6.1.2)."""
ENOUGH = 10**10
"""Guesses that a password must stand, when whoever guesses knows how people choose."""
LOOKED_AT = 72
"""Characters that are looked at: more make no password weaker, and take longer to judge."""
_ALONE = Lock()


def guessable(password: str, about: Iterable[str]) -> bool:
    """Say whether a password falls to few guesses, `about` the person among the first.

    Common passwords and words of English are zxcvbn's, those of Swedish offices are `WORDS`
    (OWASP ASVS 5.0, 6.2.4 and 6.2.11).
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415  its lists are seldom needed

    known = [*WORDS, *about]
    with _ALONE:  # it keeps what is said of the person in one place for all
        judged = zxcvbn(password[:LOOKED_AT], [*known, *map(_plain, known)], LOOKED_AT)
    return bool(judged["guesses"] < ENOUGH)


def _plain(word: str) -> str:
    """Return a word as it is written where there is no å, ä or ö."""
    return normalize("NFKD", word).encode("ascii", "ignore").decode()
