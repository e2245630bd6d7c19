"""Where sealed text is in the database, and how what was kept before there were seals gets one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, cast, func, select, update

from engine.db import rows
from engine.db.tables import disclosures, drafts, records
from engine.model import Disclosure
from engine.secrecy.vault import Compartment, Vault

ANSWERS, DRAFT, RECEIVED, JAV = "svar", "utkast", "mottaget", "jav"
FILE, NOTE, PROPOSAL = "bilaga", "kommentar", "forslag"
LOG, FACTS, ASIDE = "logg", "fakta", "slag"
UNSEALED = b"{"
"""How JSON begins, and nothing sealed does."""


def answers_in(case_id: str, agency: str, record_id: str) -> Compartment:
    """Return where the answers of a completed form are sealed."""
    return Compartment(case_id, agency, f"{ANSWERS} {record_id}")


def draft_in(case_id: str, agency: str, task_id: str) -> Compartment:
    """Return where the draft of a task is sealed."""
    return Compartment(case_id, agency, f"{DRAFT} {task_id}")


def received_in(case_id: str, receiver: str, disclosure_id: str) -> Compartment:
    """Return where a copy that was handed over is sealed: with the receiver."""
    return Compartment(case_id, receiver, f"{RECEIVED} {disclosure_id}")


def reason_in(case_id: str, agency: str, disqualification_id: str) -> Compartment:
    """Return where the reason of a disqualification (jäv) is sealed: with the person's agency."""
    return Compartment(case_id, agency, f"{JAV} {disqualification_id}")


def file_in(case_id: str, agency: str, attachment_id: str) -> Compartment:
    """Return where a file and its name are sealed."""
    return Compartment(case_id, agency, f"{FILE} {attachment_id}")


def note_in(case_id: str, agency: str, note_id: str) -> Compartment:
    """Return where what colleagues write to each other is sealed."""
    return Compartment(case_id, agency, f"{NOTE} {note_id}")


def proposal_in(case_id: str, agency: str, task_id: str) -> Compartment:
    """Return where answers that wait for a second person are sealed."""
    return Compartment(case_id, agency, f"{PROPOSAL} {task_id}")


def facts_in(case_id: str, sequence: int) -> Compartment:
    """Return where the facts of a log entry are sealed: with a key of the case, not an agency's."""
    return Compartment(case_id, LOG, f"{FACTS} {sequence}")


def aside_in(case_id: str, sequence: int) -> Compartment:
    """Return where the fact of an entry is sealed that is not for those who may read the entry."""
    return Compartment(case_id, LOG, f"{ASIDE} {sequence}")


def sealed_row(vault: Vault, disclosure: Disclosure) -> dict[str, Any]:
    """Return the row of a disclosure, sealed with the key of its receiver."""
    place = received_in(disclosure.case_id, disclosure.receiver, disclosure.id)
    return rows.disclosure_values(disclosure) | {"fields": vault.seal(place, disclosure.fields)}


def seal_unsealed(connection: Connection, vault: Vault) -> int:
    """Seal what was kept in the open before; return how many rows. Safe to run again."""
    return (
        _seal(connection, vault, records, "answers", answers_in, ("case_id", "agency", "id"))
        + _seal(connection, vault, drafts, "answers", draft_in, ("case_id", "agency", "task_id"))
        + _seal(connection, vault, disclosures, "fields", received_in,
                ("case_id", "receiver", "id"))
    )  # fmt: skip


def _seal(
    connection: Connection,
    vault: Vault,
    table: Table,
    column: str,
    place: Callable[[str, str, str], Compartment],
    names: tuple[str, str, str],
) -> int:
    """Seal a column of a table; `names` are the columns that tell the place, the last its key."""
    begins = cast(func.substr(table.c[column], 1, 1), LargeBinary)
    query = select(table).where(begins == UNSEALED)
    found = [dict(row) for row in connection.execute(query).mappings()]
    for row in found:
        case_id, agency, key = (row[name] for name in names)
        sealed = vault.seal(place(case_id, agency, key), json.loads(row[column]))
        mine = update(table).where(table.c[names[-1]] == key)
        connection.execute(mine.values({column: sealed}))
    return len(found)
