"""The nouns of accounts, and what a name and a password must be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from engine.entrance.guessing import guessable
from engine.errors import InvalidAnswers
from engine.model import Actor

SHORTEST, LONGEST = 12, 200
"""Characters of a password (NIST SP 800-63B 3.1.1.2: length, and no rules about kinds of signs)."""
GIVEN = timedelta(days=3)
"""How long a password lets its owner in that somebody else has set (OWASP ASVS 5.0, 6.4.1)."""
GIVEN_TOO_LONG_AGO = "Lösenordet du fick har gått ut. Be den som lade upp kontot om ett nytt."
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
"""What a local account may be called: never as an account from a provider is, `oidc:…`."""


class Source(StrEnum):
    """Where an account comes from: only from there can it be used and changed."""

    LOCAL = "lokalt"
    DEMO = "demo"
    OIDC = "oidc"


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in, as those who answer for accounts see it."""

    person: Actor
    source: Source
    locked_at: datetime | None = None
    second_factor: bool = False
    """Whether a second factor is confirmed."""


def require_good_name(name: str) -> None:
    """Refuse a name that no account here may have, with a sentence in Swedish."""
    if not NAME.fullmatch(name):
        problem = "Namnet får ha 2–40 tecken: a–z, siffror, punkt, bindestreck och understreck"
        raise InvalidAnswers({"namn": problem})


def password_problem(password: str, person: Actor) -> str | None:
    """Return what is wrong with a person's new password, in Swedish; None if nothing is."""
    if len(password) < SHORTEST:
        return f"Lösenordet ska ha minst {SHORTEST} tecken"
    if len(password) > LONGEST:
        return f"Lösenordet får ha högst {LONGEST} tecken"
    about = (person.id, *person.id.split("."), *person.name.split(), person.agency)
    if person.id.lower() in password.lower() or guessable(password, about):
        return "Lösenordet är för lätt att gissa: ta flera ord som inte hör ihop"
    return None
