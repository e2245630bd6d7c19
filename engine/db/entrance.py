"""Puts together what people come in by."""

from __future__ import annotations

from pathlib import Path

from engine.config import Settings
from engine.db.doorway import Doorway
from engine.db.store import SqlStore
from engine.entrance.administering import Administering
from engine.entrance.claims import ClaimRules
from engine.entrance.ownaccount import OwnAccount
from engine.entrance.provided import Provided
from engine.entrance.sittings import Limits
from engine.ports import Clock, Models


def entrance(
    settings: Settings, store: SqlStore, models: Models, clock: Clock
) -> tuple[Doorway, OwnAccount, Administering, Provided]:
    """Return the door, and the verbs of accounts."""
    limits = Limits.of(settings.session_idle, settings.session_longest)
    door = Doorway(store.database, models, clock, limits, settings.demo)
    provided = Provided(store, clock, _rules(settings), lambda v: models.registers(v).agencies)
    return door, OwnAccount(store, clock), Administering(store, clock), provided


def _rules(settings: Settings) -> ClaimRules | None:
    """Return the mapping of claims. Raises ValueError: half a provider would let in nobody."""
    if not settings.oidc_issuer:
        return None
    if not settings.oidc_claims or not settings.oidc_client_id:
        raise ValueError("SKYDD_OIDC_ISSUER kräver SKYDD_OIDC_CLIENT_ID och SKYDD_OIDC_CLAIMS")
    try:
        return ClaimRules.read(Path(settings.oidc_claims).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"SKYDD_OIDC_CLAIMS: {error}") from error
