"""One-time codes of an authenticator (RFC 6238), and recovery codes for whoever has lost it."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp

ISSUER = "Skyddsprocessen"
SECONDS, WINDOW = 30, 1
"""How long a code is valid, and how many codes before and after are taken: clocks differ."""
DIGITS = re.compile(r"[0-9]{6}")
MOST, WAIT = 5, timedelta(minutes=5)
"""How many wrong codes in a row are taken, and how long everybody then waits."""
CODES, SIGNS = 10, "23456789abcdefghjkmnpqrstuvwxyz"
"""How many recovery codes there are, of signs that cannot be mixed up."""


@dataclass(frozen=True)
class SecondFactor:
    """What an authenticator and we both know."""

    person: str
    secret: str
    confirmed_at: datetime | None = None
    last_step: int = 0
    """The time step of the last code that was taken: a code is used once (RFC 6238 5.2)."""
    failed: int = 0
    failed_at: datetime | None = None

    def is_paused(self, now: datetime) -> bool:
        """Say whether so many wrong codes were sent just now that none is taken."""
        return self.failed >= MOST and self.failed_at is not None and now < self.failed_at + WAIT

    @property
    def address(self) -> str:
        """Return what the QR code says."""
        return pyotp.TOTP(self.secret).provisioning_uri(name=self.person, issuer_name=ISSUER)


def new_secret() -> str:
    """Return a secret of 160 bits, in base32 (RFC 4226 4)."""
    return pyotp.random_base32()


def step_of(factor: SecondFactor, code: str, now: datetime) -> int | None:
    """Return the time step whose code this is, if it has not been used; None for a wrong code."""
    plain, here = re.sub(r"\s", "", code), int(now.timestamp()) // SECONDS
    if not DIGITS.fullmatch(plain):
        return None
    right = (
        step for step in range(here - WINDOW, here + WINDOW + 1)
        if hmac.compare_digest(pyotp.TOTP(factor.secret).generate_otp(step), plain)
    )  # fmt: skip
    return next((step for step in right if step > factor.last_step), None)


def new_codes() -> tuple[str, ...]:
    """Return recovery codes, to be shown once: 118 bits each, so that their hashes need no salt."""
    return tuple(_code() for _ in range(CODES))


def digest_of(code: str) -> str:
    """Return what is kept of a recovery code."""
    plain = re.sub(r"[\s-]", "", code).lower()
    return hashlib.sha256(plain.encode()).hexdigest()


def _code() -> str:
    groups = ("".join(secrets.choice(SIGNS) for _ in range(4)) for _ in range(6))
    return "-".join(groups)
