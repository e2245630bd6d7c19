"""Puts together what people come in by."""

from __future__ import annotations

from engine.config import Settings
from engine.db.doorway import Doorway
from engine.db.store import SqlStore
from engine.entrance.administering import Administering
from engine.entrance.ownaccount import OwnAccount
from engine.entrance.sittings import Limits
from engine.ports import Clock, Models


def entrance(
    settings: Settings, store: SqlStore, models: Models, clock: Clock
) -> tuple[Doorway, OwnAccount, Administering]:
    """Return the door, and the verbs of accounts."""
    limits = Limits.of(settings.session_idle, settings.session_longest)
    door = Doorway(store.database, models, clock, limits, settings.demo)
    return door, OwnAccount(store, clock), Administering(store, clock)
