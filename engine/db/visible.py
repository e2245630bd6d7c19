"""Which rows of a case a reader may know of: the one place that decides it.

Lists, counts, the timeline, diagrams and answers all ask here, so that none shows what another
hides: that somebody else's step is active can itself be secret (OSL 8:1).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, bindparam, or_

from engine.db.conflicts import open_to
from engine.db.tables import disclosures, events
from engine.model import Actor
from engine.timeline import SHARED


class _Whoever(NamedTuple):
    id: Any
    agency: Any


READER: Any = _Whoever(bindparam("reader_id"), bindparam("reader_agency"))
"""Stands for the reader in a prepared statement; `who` says who it is this time."""


def who(reader: Actor) -> dict[str, str]:
    """Return what a prepared statement with READER in it takes."""
    return {"reader_id": reader.id, "reader_agency": reader.agency}


def visible(table: Table, actor: Actor) -> ColumnElement[bool]:
    """Return the condition for what a reader may know of: their agency's rows.

    Nothing of a case in which they are disqualified. Of the log also what every participant may
    know; of hand-overs what was handed to them. A table that says nothing of whose a row is raises,
    rather than showing all of it.
    """
    mine = own(table, actor)
    if table is events:
        mine = or_(mine, events.c.kind.in_(SHARED))
    return mine & open_to(actor, table.c.case_id) if "case_id" in table.c else mine


def own(table: Table, actor: Actor) -> ColumnElement[bool]:
    """Return the condition for what is the reader's own agency's, and no more."""
    owner = disclosures.c.receiver if table is disclosures else table.c.agency
    return owner == actor.agency
