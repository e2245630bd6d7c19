"""A sitting: somebody is signed in, in one browser. The server knows it until it is over."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from engine.model import Actor

STEP = timedelta(minutes=1)
"""How often it is written that somebody is still there, at most."""


class Way(StrEnum):
    """How somebody showed who they are."""

    PASSWORD = "losenord"  # noqa: S105
    BOTH = "losenord+kod"
    OIDC = "oidc"


@dataclass(frozen=True)
class Limits:
    """How long a sitting lasts: without a request, and at the longest."""

    idle: timedelta
    longest: timedelta

    @classmethod
    def of(cls, idle: int, longest: int) -> Limits:
        """Return the limits that are so many minutes."""
        return cls(timedelta(minutes=idle), timedelta(minutes=longest))

    def end(self, opened_at: datetime, seen_at: datetime) -> datetime:
        """Return when it is over if nobody asks for anything more."""
        return min(seen_at + self.idle, opened_at + self.longest)

    def is_over(self, opened_at: datetime, seen_at: datetime, now: datetime) -> bool:
        """Say whether it is over; `seen_at` may be a STEP older than the last request."""
        return now >= self.end(opened_at, seen_at + STEP)


@dataclass(frozen=True)
class Sitting:
    """A browser in which somebody is signed in, as its owner and administrators see it."""

    id: str
    person: str
    opened_at: datetime
    seen_at: datetime
    browser: str
    """Roughly which; nothing else of it is kept."""
    way: Way


@dataclass(frozen=True)
class Present:
    """Somebody who asks for a page just now."""

    actor: Actor
    agency: str
    """The name of their agency."""
    sitting: str
    way: Way
    local: bool
    """Whether the account has a password here."""
    given: bool
    """Whether somebody else has set that password: it has to be changed before anything else."""
    idle_seconds: int
    """How long they may stay without a request."""
    longest_seconds: int
    """How long they may stay at all."""


def new_token() -> str:
    """Return what a browser's cookie says which sitting it is; only that browser knows it."""
    return secrets.token_urlsafe(32)


def id_of(token: str) -> str:
    """Return the id under which a sitting is kept: whoever reads the database cannot sit down."""
    return hashlib.sha256(token.encode()).hexdigest()
