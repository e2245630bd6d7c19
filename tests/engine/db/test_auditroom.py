"""The verbs of auditors and reviewers are put together with what they need."""

from engine.audit.audit import Audit
from engine.audit.reviewing import Reviewing
from engine.bootstrap import Engine
from engine.db.auditroom import audit_of, reviewing_of


def test_both_write_to_the_same_trail(engine: Engine) -> None:
    vault = engine.store.vault
    audit = audit_of(engine.settings, engine.database, vault, engine.trail)
    reviewing = reviewing_of(engine.database, vault, engine.trail)

    assert isinstance(audit, Audit)
    assert isinstance(reviewing, Reviewing)
    assert audit.trail is reviewing.trail is engine.trail
    assert audit.signer.public == engine.audit.signer.public
