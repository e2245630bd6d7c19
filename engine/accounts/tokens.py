"""The secret of an account: 256 random bits, shown once; only their SHA-256 is kept.

A password needs a slow hash because it can be guessed; this cannot (OWASP ASVS 5 11.4).
"""

from __future__ import annotations

import secrets
from hashlib import sha256

PREFIX = "skydd_"
"""So that a token that has gone astray is known for what it is."""
BYTES = 32


def new_token() -> str:
    """Return a new secret."""
    return PREFIX + secrets.token_urlsafe(BYTES)


def digest_of(token: str) -> str:
    """Return what is kept of a secret."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
