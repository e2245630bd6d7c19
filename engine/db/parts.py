"""An agency's parts of closed cases, as the rules of retention ask: days, kinds, forms, values.

Only what the agency itself knows: its own answers and what it was handed. What another agency has
of the case decides nothing here, and is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, func, or_, select

from engine.db.columns import Instant
from engine.db.log import opened
from engine.db.tables import (
    attachments,
    cases,
    contacts,
    disclosures,
    disqualifications,
    drafts,
    erasures,
    errands,
    events,
    notes,
    participants,
    permits,
    proposals,
    records,
)  # fmt: skip
from engine.db.visible import own
from engine.deadlines import ZONE
from engine.journal import OF_RETENTION
from engine.model import Actor
from engine.retention.due import INVESTIGATION, TURNS_18, Part
from engine.retention.rules import FACTS, Rule
from engine.secrecy.vault import Vault

TABLES: Mapping[str, Table] = {
    "svar": records, "mottaget": disclosures, "utkast": drafts, "forslag": proposals,
    "bilagor": attachments, "kommentarer": notes, "kontakter": contacts, "egna_uppgifter": errands,
    "jav": disqualifications, "utskrifter": permits,
}  # fmt: skip
"""Where each kind of contents is kept."""
TELLING = ("task_completed", "message_caught", "instance_started", "timer_fired")
"""Entries of the log that tell values of routing variables."""
SO_MANY = 400
Values = Mapping[str, Mapping[str, date]]


def parts(
    connection: Connection, vault: Vault, agency: str, rules: Iterable[Rule], query: Select[Any]
) -> Iterator[Part]:
    """Yield the agency's parts of the cases (id, number, closed_at) that a query finds."""
    rows = connection.execute(query).mappings().all()
    wanted = {TURNS_18, INVESTIGATION, *(name for rule in rules for name in rule.when.values)}
    for start in range(0, len(rows), SO_MANY):
        chunk = rows[start : start + SO_MANY]
        yield from _Reading(connection, vault, agency, wanted).parts(chunk)


def closed(agency: str, before: datetime | None = None) -> Select[Any]:
    """Select the closed cases of which an agency still has its part."""
    mine = (participants.c.case_id == cases.c.id) & (participants.c.agency == agency)
    gone = (erasures.c.case_id == cases.c.id) & (erasures.c.agency == agency)
    query = select(cases.c.id, cases.c.number, cases.c.closed_at).where(
        cases.c.closed_at.is_not(None),
        select(participants).where(mine).exists(), ~select(erasures).where(gone).exists(),
    )  # fmt: skip
    if before is not None:
        query = query.where(cases.c.closed_at < before)
    return query.order_by(cases.c.closed_at, cases.c.number)


def whole(connection: Connection, case_id: str) -> Part | None:
    """Return a closed case as the rules for its log ask; None while anybody has a part of it."""
    left = select(participants.c.agency).where(
        participants.c.case_id == case_id,
        participants.c.agency.not_in(
            select(erasures.c.agency).where(erasures.c.case_id == case_id)
        ),
    )  # fmt: skip
    if connection.execute(left.limit(1)).first() is not None:
        return None
    case = connection.execute(select(cases).where(cases.c.id == case_id)).mappings().one()
    last = select(func.max(events.c.at, type_=Instant)).where(
        events.c.case_id == case_id, events.c.kind.not_in(OF_RETENTION)
    )
    day = _day(connection.execute(last).scalar() or case["closed_at"])
    return Part(case_id, case["number"], "", _day(case["closed_at"]), day, frozenset({FACTS}))


class _Reading:
    """Reads what the rules ask of some cases, in a few statements for all of them."""

    def __init__(
        self, connection: Connection, vault: Vault, agency: str, wanted: Collection[str]
    ) -> None:
        self._db, self._vault, self._wanted = connection, vault, wanted
        self._reader = Actor("", "", agency)

    def parts(self, rows: Sequence[RowMapping]) -> Iterator[Part]:
        ids = [row["id"] for row in rows]
        contents, forms = self._contents(ids), self._forms(ids)
        last, values = self._last(ids), self._values(ids)
        for row in rows:
            id_, ended = row["id"], _day(row["closed_at"])
            yield Part(
                id_, row["number"], self._reader.agency, ended, max(last.get(id_, ended), ended),
                frozenset(contents[id_]), frozenset(forms[id_]), values[id_],
            )  # fmt: skip

    def _contents(self, ids: Sequence[str]) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name, table in TABLES.items():
            mine = table.c.case_id.in_(ids) & own(table, self._reader)
            for case_id in self._db.scalars(select(table.c.case_id).where(mine).distinct()):
                found[case_id].add(name)
        return found

    def _forms(self, ids: Sequence[str]) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for table in (records, disclosures):
            mine = table.c.case_id.in_(ids) & own(table, self._reader)
            query = select(table.c.case_id, table.c.form).where(mine).distinct()
            for case_id, form in self._db.execute(query):
                found[case_id].add(form)
        return found

    def _last(self, ids: Sequence[str]) -> Mapping[str, date]:
        mine = or_(own(events, self._reader), events.c.kind == "case_closed")
        query = select(events.c.case_id, func.max(events.c.at, type_=Instant)).where(
            events.c.case_id.in_(ids), mine, events.c.kind.not_in(OF_RETENTION)
        )
        found = self._db.execute(query.group_by(events.c.case_id))
        return {case_id: _day(at) for case_id, at in found}

    def _values(self, ids: Sequence[str]) -> Mapping[str, Values]:
        """Return every value that the variables which are asked for have ever had."""
        found: defaultdict[str, defaultdict[str, dict[str, date]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        query = select(events).where(events.c.case_id.in_(ids), events.c.kind.in_(TELLING))
        ordered = query.order_by(events.c.case_id, events.c.sequence)
        for entry in opened(self._vault, self._db.execute(ordered).mappings()):
            told = {**entry["details"].get("variables", {}), **entry["details"].get("set", {})}
            for name in self._wanted & told.keys():
                found[entry["case_id"]][name][told[name]] = _day(entry["at"])
        return found


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
