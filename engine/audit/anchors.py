"""Anchors: signed roots over the heads of all chains, each bound to the anchor before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from engine.audit.tree import Head, root
from engine.audit.verifier import FIRST, canonical

FORMAT = 1


@dataclass(frozen=True)
class Anchor:
    """What was signed, by which the heads it names are fixed for ever."""

    statement: Mapping[str, Any]
    signature: bytes
    heads: tuple[Head, ...] = field(default=(), compare=False)
    """Only the chains that had grown since the anchor before."""

    @property
    def number(self) -> int:
        """Return its number; they are counted from one."""
        return int(self.statement["number"])

    @property
    def at(self) -> datetime:
        """Return when it was made."""
        return datetime.fromisoformat(self.statement["at"])

    @property
    def shown(self) -> dict[str, Any]:
        """Return it as it is handed out: nothing in it tells of a case."""
        return {"statement": dict(self.statement), "signature": self.signature.hex()}

    @property
    def digest(self) -> str:
        """Return what the next anchor names it by."""
        return sha256(canonical(self.statement)).hexdigest()

    @property
    def is_rooted(self) -> bool:
        """Say whether its root is that of its heads."""
        return root(self.heads) == str(self.statement["root"])


@dataclass(frozen=True)
class Signer:
    """Signs anchors. The secret is kept outside the database."""

    secret: str

    @property
    def public(self) -> str:
        """Return the public key (RFC 8032), in hexadecimal."""
        return self._key().public_key().public_bytes_raw().hex()

    def signature(self, content: bytes) -> str:
        """Return the signature of something that is handed out, in hexadecimal."""
        return self._key().sign(content).hex()

    def sign(self, heads: Sequence[Head], grown: int, last: Anchor | None, at: datetime) -> Anchor:
        """Return the anchor after the last one, over heads with `grown` entries more than then."""
        statement = {
            "format": FORMAT,
            "number": last.number + 1 if last else 1,
            "at": at.astimezone(UTC).isoformat(timespec="seconds"),
            "root": root(heads),
            "chains": len(heads),
            "entries": (last.statement["entries"] if last else 0) + grown,
            "previous": last.digest if last else FIRST,
            "key": self.public,
        }
        return Anchor(statement, self._key().sign(canonical(statement)), tuple(heads))

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(sha256(self.secret.encode()).digest())
