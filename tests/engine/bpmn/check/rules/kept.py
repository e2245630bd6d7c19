"""A set with rules of retention."""

from tests.engine.bpmn.check.rules.examples import Files
from tests.engine.db.small import FILES
from tests.engine.retention.kept import RULES


def kept(more: str = "") -> Files:
    """Return a set with rules that fit, and these."""
    return FILES | {"gallring.toml": RULES + more}
