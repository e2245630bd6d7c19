"""A command that is sent twice under the same key: done once, answered twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Protocol
from uuid import NAMESPACE_OID, uuid5

from engine.errors import EngineError
from engine.ports import Clock

KEPT = timedelta(days=30)
"""For how long a key is remembered."""


class Reused(EngineError):
    """A key was used before, for something else."""


@dataclass(frozen=True)
class Repeat:
    """What is known of a key: what it was used for, and what was answered once it was done.

    The answer tells ids, states and tags, never the contents of a case.
    """

    account: str
    key: str
    fingerprint: str
    at: datetime
    answer: Mapping[str, Any] | None = None


class RepeatBook(Protocol):
    """Where keys are kept; see `engine.db.accounts`."""

    def begin(self, repeat: Repeat, forget_before: datetime) -> Repeat: ...  # noqa: D102
    def answer(self, account: str, key: str, answer: Mapping[str, Any]) -> None: ...  # noqa: D102


@dataclass(frozen=True)
class Repeats:
    """Remembers keys and answers."""

    book: RepeatBook
    clock: Clock

    def begin(self, account: str, key: str, fingerprint: str) -> Mapping[str, Any] | None:
        """Return what was answered before; None if it has not been done. Raises Reused.

        A key is kept before anything is done: after a crash it is known what it was meant for.
        """
        now = self.clock.now()
        known = self.book.begin(Repeat(account, key, fingerprint, now), now - KEPT)
        if known.fingerprint != fingerprint:
            raise Reused(key)
        return known.answer

    def done(self, account: str, key: str, answer: Mapping[str, Any]) -> None:
        """Keep what was answered."""
        self.book.answer(account, key, answer)


def command_of(account: str, key: str) -> str:
    """Return the id of the command that the verbs know a key by."""
    return str(uuid5(NAMESPACE_OID, f"{account} {key}"))


def fingerprint_of(method: str, path: str, body: bytes) -> str:
    """Return what tells one request from another."""
    return sha256(b"\0".join((method.encode(), path.encode(), body))).hexdigest()
