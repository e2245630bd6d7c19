"""The log of cases: numbered, sealed, and each entry bound to the one before by its digest.

Facts are sealed with a key of the case, and the chain runs over what is sealed: when the key is
destroyed the facts are gone, and that nothing was changed can still be shown.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import Connection, RowMapping, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from engine.audit.verifier import PLAIN
from engine.db import rows
from engine.db.chained import COLUMNS, FIRST, chained
from engine.db.outgoing import LISTENED, listened
from engine.db.prepared import Prepared
from engine.db.sealing import answers_in, aside_in, facts_in
from engine.db.tables import events, people
from engine.errors import Erased, Stale
from engine.model import Command, Event, Record
from engine.secrecy.vault import Vault

PATIENCE = timedelta(minutes=1)
"""How far an entry may be dated before the last: writers wait for each other, clocks do not."""
ASIDE, SEALED = "left", "sealed"
"""The fact that is sealed by itself inside an entry, and how that is marked."""
Roles = dict[str | None, str | None]
LAST = Prepared(
    select(events.c.sequence, events.c.digest, events.c.at, LISTENED)
    .where(events.c.case_id == bindparam("of_case"))
    .order_by(events.c.sequence.desc())
    .limit(1)
)
ADD = Prepared(insert(events))
ROLES = Prepared(select(people.c.roles).where(people.c.id == bindparam("person")))


class Ledger:
    """The log, inside one transaction: it knows the command that is being done, and how it came."""

    def __init__(self, connection: Connection, vault: Vault, channel: str) -> None:
        self._db = connection
        self._vault = vault
        self._channel = channel
        self._command: str | None = None
        self.verb = ""
        """What is done: the command, or else the first thing that is told of it."""
        self._commitments: dict[str, str] = {}
        self.first = 0
        """The number of the first entry that was appended last."""
        self.listened = False
        """Whether any agency's system is to be told of what was appended last."""

    def of_command(self, command: Command | None) -> None:
        """Remember which command it is that the entries will tell of."""
        self._command = command.id if command else None
        self.verb = command.verb.partition(" ")[0] if command else self.verb

    def commit_to(self, record: Record) -> None:
        """Remember what binds the entry of a completed form to its answers."""
        place = answers_in(record.case_id, record.agency, record.id)
        self._commitments[record.task_id] = self._vault.commitment(place, dict(record.answers))

    def append(self, entries: Sequence[Event]) -> None:
        """Append entries of one case. Raises Stale when another writer took the number."""
        if not entries:
            return
        self.verb = self.verb or entries[0].kind
        found = LAST.first(self._db, {"of_case": entries[0].case_id})
        last: dict[str, Any] = {"sequence": 0, "digest": FIRST, "at": entries[0].at}
        last |= found or {"listened": listened(self._db)}
        self.first, self.listened = last["sequence"] + 1, last["listened"]
        roles: Roles = {entry.actor: entry.role for entry in entries if entry.role}
        added, previous = [], last["digest"]
        for number, entry in enumerate(entries, self.first):
            added.append(chained(self._row(entry, number, last["at"], roles), previous, COLUMNS))
            previous = added[-1]["digest"]
        try:
            ADD.run(self._db, added)
        except IntegrityError as error:
            raise Stale("the log of the case has grown meanwhile") from error

    def of_case(self, case_id: str) -> Sequence[Event]:
        """Return the whole log of a case, the oldest entry first."""
        query = select(events).where(events.c.case_id == case_id).order_by(events.c.sequence)
        found = self._db.execute(query).mappings()
        return [rows.event(row) for row in opened(self._vault, found)]

    def last_of_task(self, task_id: str) -> Event | None:
        """Return the newest entry about a task."""
        about = select(events).where(events.c.task_id == task_id)
        newest = self._db.execute(about.order_by(events.c.sequence.desc()).limit(1)).mappings()
        return next((rows.event(row) for row in opened(self._vault, newest)), None)

    def _row(self, entry: Event, sequence: int, last: datetime, roles: Roles) -> dict[str, Any]:
        facts = dict(entry.details)
        task_id = facts.pop("task_id", None)
        if entry.actor and (commitment := self._commitments.pop(task_id, None)):
            facts["commitment"] = commitment
        if entry.at < last - PATIENCE:
            facts["clock_behind"] = last.isoformat()
        if entry.actor and entry.actor not in roles:
            roles[entry.actor] = self._role(entry.actor)
        return {
            "case_id": entry.case_id, "sequence": sequence, "at": entry.at, "kind": entry.kind,
            "actor": entry.actor, "agency": entry.agency, "role": roles.get(entry.actor),
            "channel": self._channel, "command_id": self._command if entry.actor else None,
            "instance_id": entry.instance_id, "task_id": task_id,
            "facts": sealed(self._vault, entry.case_id, sequence, facts),
        }  # fmt: skip

    def _role(self, person: str) -> str | None:
        """Return the roles of somebody of whom the entry says no more than who; None if unknown."""
        found = ROLES.first(self._db, {"person": person})
        return ",".join(sorted(found["roles"])) or None if found else None


def sealed(vault: Vault, case_id: str, sequence: int, facts: dict[str, Any]) -> bytes:
    """Return the facts of an entry, sealed; what a replay is held against by itself.

    That one is drawn from the variables of all agencies, so few that whoever got the key of an
    entry could guess them.
    """
    if ASIDE in facts:
        aside = vault.seal(aside_in(case_id, sequence), facts[ASIDE])
        facts = facts | {ASIDE: {SEALED: base64.b64encode(aside).decode()}}
    return vault.seal_facts(facts_in(case_id, sequence), facts)


def opened(vault: Vault, found: Iterable[RowMapping]) -> list[dict[str, Any]]:
    """Return rows of the log with their facts, as `details`; what was erased is left out."""
    facts = ((row, _facts(vault, row)) for row in found)
    return [{**row, "details": details} for row, details in facts if details is not None]


def _facts(vault: Vault, row: RowMapping) -> dict[str, Any] | None:
    if row["format"] == PLAIN:
        told: dict[str, Any] = orjson.loads(row["facts"])
        return told
    place = row["case_id"], row["sequence"]
    try:
        facts: dict[str, Any] = vault.open_facts(facts_in(*place), row["facts"])
        aside = facts.get(ASIDE)
        if isinstance(aside, dict) and aside.keys() == {SEALED}:
            facts[ASIDE] = vault.open(aside_in(*place), base64.b64decode(aside[SEALED]))
    except Erased:
        return None
    return facts
