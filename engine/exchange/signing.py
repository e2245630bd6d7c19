"""Signs what is sent, so that its receiver knows who wrote it and when.

The header is `t=<seconds>,v1=<hex>`: HMAC-SHA256 over the seconds, a full stop and the body. While
a secret is being changed there is a `v1` for each of the two; one that fits is enough.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

HEADER = "Skydd-Signature"
PREFIX = "whsec_"
TOLERANCE = timedelta(minutes=5)
"""How old a signature may be, so that nobody sends again what they have picked up."""


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return PREFIX + secrets.token_urlsafe(32)


def signature(body: bytes, at: datetime, keys: Iterable[str]) -> str:
    """Return the header for a body that is sent now, under each of these secrets."""
    seconds = int(at.timestamp())
    return ",".join([f"t={seconds}", *(f"v1={_mac(key, seconds, body)}" for key in keys)])


def verified(header: str, body: bytes, key: str, now: datetime) -> bool:
    """Say whether a body was signed with this secret, a short while ago."""
    parts = [part.partition("=") for part in header.split(",")]
    stamps = [value for name, _, value in parts if name == "t"]
    if len(stamps) != 1 or not stamps[0].isdecimal():
        return False
    if abs(now.timestamp() - int(stamps[0])) > TOLERANCE.total_seconds():
        return False
    expected = _mac(key, int(stamps[0]), body)
    given = [value for name, _, value in parts if name == "v1"]
    return any(hmac.compare_digest(expected.encode(), value.encode()) for value in given)


def _mac(key: str, seconds: int, body: bytes) -> str:
    return hmac.digest(key.encode(), f"{seconds}.".encode() + body, sha256).hex()
