"""The vault of an installation: its keys, and what tells of those that were destroyed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from engine.config import Settings
from engine.db.connection import Database
from engine.db.keys import Place, SqlKeys
from engine.db.retention import tombstones
from engine.secrecy.burials import Burials
from engine.secrecy.vault import Vault


def open_vault(settings: Settings, database: Database) -> Vault:
    """Return the vault with the keys that the settings name, but those that are known as destroyed.

    The database tells of them, and so does the folder of anchors, which no backup brings back.
    """
    burials = Burials(settings.anchors)

    def gone() -> Iterator[Place]:
        yield from tombstones(database)
        yield from burials.all()

    return Vault(SqlKeys.at(settings.keys, master_of(settings.master_key), gone, burials.bury))


def master_of(secret: str) -> bytes:
    """Return the key that wraps all others, made of the operator's secret."""
    return hashlib.sha256(secret.encode()).digest()
