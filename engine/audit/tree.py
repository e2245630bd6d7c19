"""The hash tree over the heads of chains (RFC 6962 section 2.1): its root, and proofs of a leaf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from engine.audit.verifier import canonical


@dataclass(frozen=True)
class Head:
    """How far a chain has come: its last entry's number and digest."""

    stream: str
    sequence: int
    digest: str

    @property
    def leaf(self) -> bytes:
        """Return the leaf of the tree that stands for it."""
        return sha256(b"\0" + canonical([self.stream, self.sequence, self.digest])).digest()


def root(heads: Sequence[Head]) -> str:
    """Return the root over these heads, in the order of their streams' names."""
    level = _leaves(heads)
    while len(level) > 1:
        level = _above(level)
    return (level[0] if level else sha256(b"").digest()).hex()


def path(heads: Sequence[Head], head: Head) -> list[tuple[str, str]]:
    """Return what leads from a head to the root: (V or H, the hash to put there), upwards."""
    level, at, steps = _leaves(heads), _ordered(heads).index(head), []
    while len(level) > 1:
        if (beside := at ^ 1) < len(level):
            steps.append(("V" if beside < at else "H", level[beside].hex()))
        level, at = _above(level), at // 2
    return steps


def _ordered(heads: Sequence[Head]) -> list[Head]:
    return sorted(heads, key=lambda head: head.stream)


def _leaves(heads: Sequence[Head]) -> list[bytes]:
    return [head.leaf for head in _ordered(heads)]


def _above(level: Sequence[bytes]) -> list[bytes]:
    """Return the level above; one that is left over at the end goes up as it is."""
    pairs = [sha256(b"\1" + a + b).digest() for a, b in zip(level[::2], level[1::2], strict=False)]
    return pairs + ([level[-1]] if len(level) % 2 else [])
