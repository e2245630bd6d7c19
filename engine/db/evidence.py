"""The chains as they are stored, for whoever checks them: nothing is opened, nothing is turned."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Select, String, Table, select, type_coerce

from engine.audit.verifier import PLAIN, SEALED, Finding, content_of
from engine.db.chained import written
from engine.db.connection import at_one_moment
from engine.db.contents import check_contents
from engine.db.log import ASIDE, opened
from engine.db.sealing import facts_in
from engine.db.tables import (
    cases,
    events,
    instances,
    participants,
    process_sets,
    trail,
)
from engine.db.trail import AGENCY
from engine.db.visible import visible
from engine.errors import Erased
from engine.model import Actor
from engine.secrecy.vault import Vault

SHARED = ("sequence", "format", "at", "facts", "previous", "digest")
WHO = ("command_id", "kind", "actor", "agency", "role", "channel")
OF_CASES = ("case_id", *SHARED, "instance_id", "task_id", *WHO)
OF_TRAIL = ("stream", *SHARED, "place", "subject", *WHO)
NAMES = ("stream", *SHARED, "place", "subject", "command", *WHO[1:])
"""The columns of both tables, and what the verifier calls them, in the same order."""
STREAM = itemgetter(0)
LINKS = ("format", "stream", "sequence", "previous", "digest")
BATCH, NAMED = 2_000, 500
WRITTEN = len("2026-03-02 09:00:00.000000")
"""How long an instant is as SQLite keeps it."""


@dataclass(frozen=True)
class Evidence:
    """Reads the chains."""

    database: Engine
    vault: Vault

    def size(self) -> int:
        """Return how many chains there are, about."""
        with self.database.connect() as connection:
            return sum(len(_streams(connection, table)) for table in (events, trail))

    def chains(
        self, streams: Collection[str] | None = None
    ) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Yield each chain, or some, with its entries in order."""
        for part in [None] if streams is None else batched(sorted(streams)):
            yield from self._chains(part)

    def _chains(self, part: Sequence[str] | None) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        with at_one_moment(self.database) as connection:
            connection.execution_options(yield_per=BATCH)
            for table in (events, trail):
                key = _key(table)
                query = _raw(connection, table).order_by(key, table.c.sequence)
                wanted = query if part is None else query.where(key.in_(part))
                found = connection.execute(wanted)
                for name, rows in groupby(found, STREAM):
                    yield str(name), map(_entry, rows)

    def contents(self, cases: Collection[str] | None = None) -> Iterator[Finding]:
        """Yield what is wrong with the answers of forms, in all cases or some."""
        for part in [None] if cases is None else batched(sorted(cases)):
            with self.database.connect() as connection:
                yield from check_contents(connection, self.vault, part)

    def known_to(self, actor: Actor, case_id: str) -> set[int]:
        """Return which entries of a case the reader's agency may know of."""
        mine = visible(events, actor) & (events.c.case_id == case_id)
        with self.database.connect() as connection:
            return set(connection.scalars(select(events.c.sequence).where(mine)))

    def of_agency(self, actor: Actor) -> dict[str, str]:
        """Return the chains that are an agency's: its cases by number, and its trail."""
        mine = visible(participants, actor) & (participants.c.case_id == cases.c.id)
        query = select(cases.c.id, cases.c.number).where(select(participants).where(mine).exists())
        with self.database.connect() as connection:
            found = {row.id: row.number for row in connection.execute(query)}
        return found | {f"{AGENCY}{actor.agency}": ""}

    def case_id(self, number: str) -> str | None:
        """Return the id of the case with a number; None if there is none."""
        query = select(cases.c.id).where(cases.c.number == number)
        with self.database.connect() as connection:
            found: str | None = connection.scalar(query)
        return found

    def processes(self, case_id: str) -> dict[str, dict[str, str]]:
        """Return the versions that a case runs or has run on, each with its files."""
        mine = select(instances.c.version).where(instances.c.case_id == case_id)
        query = select(process_sets).where(process_sets.c.version.in_(mine))
        with self.database.connect() as connection:
            found = connection.execute(query).mappings().all()
        return {row["version"]: dict(row["files"]) for row in found}

    def facts(self, case_id: str, numbers: Collection[int]) -> dict[int, dict[str, Any]]:
        """Return what some entries of a case say in the open; nothing of those that are erased.

        What a replay is held against is left out: see `engine.db.log.sealed`.
        """
        mine = opened(self.vault, self._some(case_id, numbers))
        return {
            row["sequence"]: {name: fact for name, fact in row["details"].items() if name != ASIDE}
            for row in mine
        }

    def keys(self, case_id: str, numbers: Collection[int]) -> dict[int, str]:
        """Return the keys, as hex, that open just these entries of a case.

        None for an entry that is erased, or older than keys of one's own.
        """
        rows = self._some(case_id, numbers)
        own = [row["sequence"] for row in rows if self.vault.has_own_key(bytes(row["facts"]))]
        try:
            return {each: self.vault.facts_key(facts_in(case_id, each)).hex() for each in own}
        except Erased:
            return {}

    def _some(self, case_id: str, numbers: Collection[int]) -> list[RowMapping]:
        query = select(events).where(events.c.case_id == case_id).order_by(events.c.sequence)
        with self.database.connect() as connection:
            found = connection.execute(query).mappings().all()
        return [row for row in found if row["sequence"] in numbers]

    def blind(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """Return an entry for somebody who may not know of it."""
        return blinded(entry)


def batched(streams: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield them by so many as a statement may name."""
    for start in range(0, len(streams), NAMED):
        yield streams[start : start + NAMED]


def entry_of(row: Mapping[str, Any] | RowMapping) -> dict[str, Any]:
    """Return a row as the verifier reads it; what is no such row cannot be sound there."""
    return _entry(row[name] for name in (OF_TRAIL if "stream" in row else OF_CASES))


def blinded(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry for somebody who may not know of it: its place in the chain, and a hash."""
    told = entry["format"] == SEALED  # of format 1 only its place can be checked
    content = content_of(entry, base64.b64decode(entry["facts"])).hex() if told else ""
    return {name: entry[name] for name in LINKS} | {"content": content}


def _entry(values: Iterable[Any]) -> dict[str, Any]:
    entry = dict(zip(NAMES, values, strict=True))
    entry["at"] = _instant(entry["at"], entry["format"])
    entry["facts"] = _text(entry["facts"])
    entry["previous"], entry["digest"] = _hex(entry["previous"]), _hex(entry["digest"])
    return entry


def _key(table: Table) -> Any:
    return table.c.stream if table is trail else table.c.case_id


def _streams(connection: Connection, table: Table) -> Sequence[str]:
    return connection.scalars(select(_key(table)).distinct()).all()


def _raw(connection: Connection, table: Table) -> Select[Any]:
    """Return the query of all rows; on SQLite instants as they are written, bytes and all."""
    raw = connection.dialect.name == "sqlite"
    columns = [table.c[name] for name in (OF_TRAIL if table is trail else OF_CASES)]
    return select(*(type_coerce(c, String) if raw and c.name == "at" else c for c in columns))


def _instant(at: Any, form: Any) -> Any:
    if isinstance(at, datetime):
        return written(at) if form != PLAIN else at.isoformat()
    if not isinstance(at, str) or len(at) != WRITTEN or at[10] != " ":
        return at
    text = f"{at[:10]}T{at[11:]}"
    return f"{text.removesuffix('.000000') if form == PLAIN else text}+00:00"


def _text(value: Any) -> Any:
    known = isinstance(value, bytes | memoryview)
    return base64.b64encode(value).decode() if known else value


def _hex(value: Any) -> Any:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value
