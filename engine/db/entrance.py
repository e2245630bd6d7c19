"""Puts together what people come in by."""

from __future__ import annotations

from engine.accounts.sittings import Limits
from engine.config import Settings
from engine.db.doorway import Doorway
from engine.db.store import SqlStore
from engine.ports import Clock, Models


def entrance(settings: Settings, store: SqlStore, models: Models, clock: Clock) -> tuple[Doorway]:
    """Return the door."""
    limits = Limits.of(settings.session_idle, settings.session_longest)
    return (Doorway(store.database, models, clock, limits, settings.demo),)
