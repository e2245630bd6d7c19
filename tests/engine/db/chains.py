"""Follows a chain by its rows, as they are read from the database."""

from collections.abc import Mapping, Sequence
from typing import Any

from engine.audit.verifier import check_chain
from engine.db.evidence import entry_of


def is_whole(found: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether the chain is as it was written, from its first entry."""
    entries = [entry_of(row) for row in found]
    return not list(check_chain(entries[0]["stream"], entries, {}))
