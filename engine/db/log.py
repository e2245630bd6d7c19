"""Appends to a case's log: numbered, and each entry bound to the one before by a hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from engine.db.prepared import Prepared
from engine.db.tables import events
from engine.errors import Stale
from engine.model import Event

FIRST = "0" * 64
LAST = Prepared(
    select(events.c.sequence, events.c.digest)
    .where(events.c.case_id == bindparam("of_case"))
    .order_by(events.c.sequence.desc())
    .limit(1)
)
ADD = Prepared(insert(events))


def append(connection: Connection, entries: Sequence[Event]) -> None:
    """Append entries of one case. Raises Stale when another writer took the number."""
    if not entries:
        return
    case_id = entries[0].case_id
    sequence, digest = _last(connection, case_id)
    rows = []
    for entry in entries:
        sequence += 1
        row = _row(entry, sequence, digest)
        digest = row["digest"]
        rows.append(row)
    try:
        ADD.run(connection, rows)
    except IntegrityError as error:
        raise Stale("the log of the case has grown meanwhile") from error


def digest_of(row: dict[str, Any]) -> str:
    """Return the SHA-256 of an entry's facts and of the digest before it."""
    facts = {str(k): v for k, v in row.items() if k != "digest"} | {"at": row["at"].isoformat()}
    return hashlib.sha256(orjson.dumps(facts, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _last(connection: Connection, case_id: str) -> tuple[int, str]:
    found = LAST.rows(connection, {"of_case": case_id})
    return (found[0]["sequence"], found[0]["digest"]) if found else (0, FIRST)


def _row(entry: Event, sequence: int, previous: str) -> dict[str, Any]:
    details = dict(entry.details)
    row = {
        "case_id": entry.case_id,
        "sequence": sequence,
        "at": entry.at,
        "kind": entry.kind,
        "actor": entry.actor,
        "agency": entry.agency,
        "instance_id": entry.instance_id,
        "task_id": details.pop("task_id", None),
        "details": details,
        "previous": previous,
    }
    return row | {"digest": digest_of(row)}
