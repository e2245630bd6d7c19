"""Passwords of local accounts, hashed with Argon2id."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()
NOBODY = _HASHER.hash("nobody has this password")
"""Checked when the name is unknown, so that an answer takes as long either way."""


def hashed(password: str) -> str:
    """Return the hash to store."""
    return _HASHER.hash(password)


def matches(password: str, stored: str) -> bool:
    """Say whether the password is the stored one."""
    try:
        return _HASHER.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False
