"""Rows of a chain: each is bound to the one before by the digest that the verifier checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from engine.audit.verifier import SEALED, content_of

FIRST = bytes(32)
COLUMNS = {"stream": "case_id", "command": "command_id", "place": "instance_id",
           "subject": "task_id"}  # fmt: skip
"""What is called otherwise in the log of cases than in the verifier."""


def chained(row: Mapping[str, Any], previous: bytes, names: Mapping[str, str]) -> dict[str, Any]:
    """Return a row with its format and its digests; `names` are what its columns are called."""
    entry = {
        "format": SEALED,
        "sequence": row["sequence"],
        "at": written(row["at"]),
        "stream": row[names.get("stream", "stream")],
        "command": row["command_id"],
        "place": row[names.get("place", "place")],
        "subject": row[names.get("subject", "subject")],
        **{name: row[name] for name in ("kind", "actor", "agency", "role", "channel")},
    }
    digest = sha256(previous + content_of(entry, row["facts"])).digest()
    return {**row, "format": SEALED, "previous": previous, "digest": digest}


def written(at: datetime) -> str:
    """Return an instant in the one way that a digest is made of it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
