"""Puts together what auditors and reviewers do, on the database that it is done to."""

from __future__ import annotations

from sqlalchemy import Engine

from engine.audit.anchors import Signer
from engine.audit.audit import Audit
from engine.audit.handing import Folder, Letters
from engine.audit.reviewing import Reviewing
from engine.config import Settings
from engine.db.accesslog import AccessLog
from engine.db.anchoring import SqlAnchors
from engine.db.controls import Controls
from engine.db.evidence import Evidence
from engine.db.reviews import Reviews
from engine.db.trail import Trail
from engine.secrecy.vault import Vault
from engine.staff.smtp import delivery


def audit_of(settings: Settings, database: Engine, vault: Vault, trail: Trail) -> Audit:
    """Return the verbs of auditing."""
    letters = Letters(
        delivery(settings.smtp_url), settings.mail_from, settings.anchor_receivers
    )  # fmt: skip
    evidence, signer = Evidence(database, vault), Signer(settings.anchor_key)
    return Audit(SqlAnchors(database), evidence, trail, signer, Folder(settings.anchors), letters,
                 trail.clock)  # fmt: skip


def reviewing_of(database: Engine, vault: Vault, trail: Trail) -> Reviewing:
    """Return the verbs of whoever reviews the access log."""
    return Reviewing(AccessLog(database, vault), Controls(database, vault),
                     Reviews(database, vault, trail.channel), trail, trail.clock)  # fmt: skip
