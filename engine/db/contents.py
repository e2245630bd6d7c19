"""The answers of forms, held against the entries of the log that are bound to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, RowMapping, select

from engine.audit.verifier import Finding
from engine.db.log import opened
from engine.db.sealing import answers_in
from engine.db.tables import events, records
from engine.errors import Erased, Unreadable
from engine.secrecy.vault import Vault

BINDING = ("task_completed", "task_approved")
"""Entries that may be bound to the answers of a form."""
READ = ("case_id", "sequence", "agency", "format", "facts")
"""Of an entry no more than is needed: another of its columns may have been altered."""
CHANGED, GONE = "ändrat innehåll", "saknat innehåll"


def check_contents(
    connection: Connection, vault: Vault, cases: Sequence[str] | None
) -> Iterator[Finding]:
    """Yield the entries whose form is gone, or has other answers than when it was sent.

    What was erased is left out: nobody can tell any more. Entries whose own facts were altered are
    found by their chain.
    """
    kept = (records.c.id, records.c.agency.label("owner"), records.c.answers)
    query = (
        select(*(events.c[name] for name in READ), *kept)
        .outerjoin(records, records.c.task_id == events.c.task_id)
        .where(events.c.kind.in_(BINDING))
        .order_by(events.c.case_id, events.c.sequence)
    )
    wanted = query if cases is None else query.where(events.c.case_id.in_(cases))
    for row in connection.execute(wanted).mappings():
        if (told := _told(vault, row)) and (wrong := _wrong(vault, row, told)):
            yield row["case_id"], row["sequence"], *wrong


def _told(vault: Vault, row: RowMapping) -> str | None:
    """Return what the entry is bound to; None where that cannot be read, or is nothing."""
    try:
        read = opened(vault, [row])
        return str(read[0]["details"].get("commitment", "")) if read else None
    except (Unreadable, ValueError, TypeError, AttributeError):
        return None


def _wrong(vault: Vault, row: RowMapping, told: str) -> tuple[str, str] | None:
    try:
        vault.keys.key(row["case_id"], row["owner"] or row["agency"])
        if row["answers"] is None:
            return GONE, "det finns inga svar"
        place = answers_in(row["case_id"], row["owner"], row["id"])
        if vault.commitment(place, vault.open(place, row["answers"])) != told:
            return CHANGED, "svaren är andra än de som posten är bunden till"
    except Erased:
        return None
    except Unreadable:
        return CHANGED, "svaren kan inte öppnas"
    return None
