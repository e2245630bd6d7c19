"""The tabs of a case page beside its overview: consents, contacts, people, exchange, record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from engine.answers import Field, Option
from engine.casebook import consents, parties
from engine.caseviews import (
    AktEntry,
    Colleague,
    ContactLine,
    ErrandLine,
    NoticeLine,
    Party,
    SentLine,
)
from engine.db import contacts, errands
from engine.db.casefile import CaseFile
from engine.db.opened import OWN, Opener
from engine.db.sealing import answers_in
from engine.db.tables import disclosures, messages, people, records
from engine.errors import Erased, NotFound
from engine.forms import Form
from engine.model import Actor, Case
from engine.secrecy.grounds import GROUNDS
from engine.views import ReceivedLine, TaskLine

Data = Mapping[str, Any]
NOTHING: Mapping[str, tuple[RowMapping, Data]] = {}


@dataclass(frozen=True)
class CaseTabs:
    """Reads what a reader's own agency has of one case."""

    casefile: CaseFile

    def contacts(self, actor: Actor, case_id: str) -> tuple[ContactLine, ...]:
        """Return the contacts in force, those who may not be contacted first."""
        with self._connection() as connection:
            names, marking = self._known(connection, actor, case_id)
            try:
                kept = contacts.in_force(connection, self._vault, case_id, actor.agency)
            except Erased:
                kept = ()
        return tuple(contacts.line(each, n, names.get(each.actor), marking) for each, n in kept)

    def contact(self, actor: Actor, case_id: str, contact_id: str) -> tuple[ContactLine, ...]:
        """Return every version of a contact in force, the newest first. Raises NotFound."""
        with self._connection() as connection:
            names, marking = self._known(connection, actor, case_id)
            place = (case_id, actor.agency, contact_id)
            kept = contacts.versions(connection, self._vault, *place)
        if not kept or kept[0].removed:
            self.casefile.queries.deny(actor, "contact", contact_id)
            raise NotFound(f"contact {contact_id}")
        count = len(kept)
        return tuple(contacts.line(c, count, names.get(c.actor), marking) for c in kept)

    def colleagues(self, actor: Actor) -> tuple[tuple[str, str], ...]:
        """Return (id, name) of everybody at the reader's agency, the reader included, by name."""
        with self._connection() as connection:
            names = _names(connection, actor)
        return tuple(sorted(names.items(), key=lambda pair: pair[1]))

    def open_errands(self, actor: Actor, *, mine: bool = False) -> tuple[ErrandLine, ...]:
        """Return the open errands of the reader's agency, in every case; the most urgent first."""
        now = self.casefile.queries.clock.now()
        with self._connection() as connection:
            found = errands.open_of_agency(connection, self._vault, actor, now, mine=mine)
            return tuple(found)

    def people(self, actor: Actor, case_id: str) -> tuple[tuple[Party, ...], tuple[Colleague, ...]]:
        """Return who takes part, as far as the reader may know: agencies, and own colleagues."""
        page = self.casefile.case_page(actor, case_id, {"received"})
        with self._connection() as connection:
            log = self.casefile.own_log(connection, actor, case_id)
            opening = self.casefile.opener(connection, page.case)
            sent = tuple(self._sent(connection, actor, page.case, log, opening))
        own = self._agency(page.case, actor.agency)
        tasks: Sequence[TaskLine] = page.tasks
        return parties.parties(own, sent, page.received), parties.colleagues(log, tasks)

    def exchange(
        self, actor: Actor, case_id: str
    ) -> tuple[tuple[SentLine, ...], tuple[ReceivedLine, ...], tuple[NoticeLine, ...]]:
        """Return what the reader's agency has handed over, received, and told the case of."""
        with self._connection() as connection:
            case = self.casefile.require(connection, actor, case_id)
            log = self.casefile.own_log(connection, actor, case_id)
            opening = self.casefile.opener(connection, case)
            sent = tuple(self._sent(connection, actor, case, log, opening))
            received = tuple(self.casefile.received(connection, actor, case, opening))
            notices = tuple(self._notices(connection, case, log))
        return sent[::-1], received, notices[::-1]

    def akt(self, actor: Actor, case_id: str) -> tuple[AktEntry, ...]:
        """Return the agency's record: its forms, what it received and handed over, in order."""
        with self._connection() as connection:
            case = self.casefile.require(connection, actor, case_id)
            log = self.casefile.own_log(connection, actor, case_id)
            kept = {row["task_id"]: (row, self._data(row)) for row in self._records(
                connection, actor, case_id)}  # fmt: skip
            opening = self.casefile.opener(connection, case)
            sent = tuple(self._sent(connection, actor, case, log, opening, kept))
            received = tuple(self.casefile.received(connection, actor, case, opening))
            names = _names(connection, actor)
            done = {e["task_id"]: e for e in log if e["kind"] in ANSWERED}
            own = [self._own(case, row, data, done, names, opening) for row, data in kept.values()]
        entries = [*map(_received_entry, received), *own, *map(_sent_entry, sent)]
        return tuple(sorted(entries, key=lambda entry: (entry.at, entry.order)))

    def _sent(
        self, connection: Connection, actor: Actor, case: Case, log: Sequence[Mapping[str, Any]],
        opening: Opener, kept: Mapping[str, tuple[RowMapping, Data]] = NOTHING,
    ) -> Iterator[SentLine]:  # fmt: skip
        """Yield what was handed over; the answers too, of those forms that are given."""
        inside = self._inside(connection, actor, case.id)
        for entry in log:
            if entry["kind"] != "disclosed":
                continue
            told, row = entry["details"], inside.get(entry["details"]["disclosure_id"])
            record, data = kept.get(row["task_id"], (None, {})) if row else (None, {})
            form = self.form(case, record["form"]) if record else None
            copied = {key: data[key] for key in told["fields"] if key in data}
            yield SentLine(
                entry["at"], told["name"], self._agency(case, told["receiver"]),
                str(GROUNDS[told["ground"]]), entry["person"],
                opening.shown(form, copied, None).pairs, entry["at"] if row else None,
                entry["sequence"],
            )  # fmt: skip

    @staticmethod
    def _inside(connection: Connection, actor: Actor, case_id: str) -> dict[str, RowMapping]:
        """Return the copies that reached another compartment, without what is in them."""
        mine = (disclosures.c.case_id == case_id) & (disclosures.c.sender == actor.agency)
        query = select(disclosures.c.id, disclosures.c.task_id).where(mine)
        return {row["id"]: row for row in connection.execute(query).mappings()}

    def _notices(
        self, connection: Connection, case: Case, log: Sequence[Mapping[str, Any]]
    ) -> Iterator[NoticeLine]:
        known = self.casefile.queries.models.registers(case.version).messages
        told = [e for e in log if e["kind"] in {"message_registered", "message_received"}]
        query = select(messages).where(
            messages.c.id.in_([entry["details"]["message_id"] for entry in told])
        )
        rows = {row["id"]: row for row in connection.execute(query).mappings()} if told else {}
        for entry in told:
            row = rows[entry["details"]["message_id"]]
            name = known[row["name"]].name if row["name"] in known else row["name"]
            yield NoticeLine(entry["at"], name, entry["person"], _state(row), row["delivered_at"])

    def _own(
        self, case: Case, row: RowMapping, data: Data, done: Mapping[str, Mapping[str, Any]],
        names: Mapping[str, str], opening: Opener,
    ) -> AktEntry:  # fmt: skip
        form = self.form(case, row["form"])
        entry = done.get(row["task_id"])
        title = entry["details"]["name"] if entry else form.title if form else row["form"]
        shown = opening.shown(form, data, (OWN, row["id"]))
        by, order = names.get(row["actor"]), entry["sequence"] if entry else LAST
        return AktEntry(row["id"], row["at"], title, by, "egen", (), shown.pairs, order,
                        shown.reveals)  # fmt: skip

    def _records(self, connection: Connection, actor: Actor, case_id: str) -> Sequence[RowMapping]:
        mine = (records.c.case_id == case_id) & (records.c.agency == actor.agency)
        query = select(records).where(mine).order_by(records.c.at, records.c.id)
        return connection.execute(query).mappings().all()

    def _data(self, row: RowMapping) -> Data:
        """Return what a record holds; nothing once its compartment is erased."""
        place = answers_in(row["case_id"], row["agency"], row["id"])
        try:
            opened: Data = self._vault.open(place, row["answers"])
        except Erased:
            return {}
        return opened

    def form(self, case: Case, name: str) -> Form | None:
        """Return a form of the processes, or one of the records that pages make themselves."""
        if name == consents.RECORD:
            return consents.SHOWN
        models = self.casefile.queries.models
        return _closing(models.registers(case.version).end_states) if name == CLOSING else (
            models.form(case.version, name))  # fmt: skip

    def _known(
        self, connection: Connection, actor: Actor, case_id: str
    ) -> tuple[dict[str, str], str | None]:
        """Return the names of colleagues, and how a case of the reader's is marked."""
        case = self.casefile.require(connection, actor, case_id)
        return _names(connection, actor), self.casefile.opener(connection, case).marking

    def _agency(self, case: Case, agency: str) -> str:
        agencies = self.casefile.queries.models.registers(case.version).agencies
        return agencies[agency].name if agency in agencies else agency[:1].upper() + agency[1:]

    def _connection(self) -> Connection:
        return self.casefile.queries.database.connect()

    @property
    def _vault(self) -> Any:
        return self.casefile.queries.vault


ANSWERED = {"task_completed", "consent_answered"}
"""Entries of the log that have a record."""
CLOSING, LAST = "stangning", 10**9


def _closing(end_states: Mapping[str, str]) -> Form:
    states = tuple(Option(*each) for each in end_states.items())
    return Form(CLOSING, "Ärendet avslutades för hand", (
        Field("sluttillstand", "select", "Sluttillstånd", options=states),
        Field("skal", "textarea", "Skäl")))  # fmt: skip


def _received_entry(line: ReceivedLine) -> AktEntry:
    facts = (("Från", line.sender), ("Grund", line.ground))
    return AktEntry("", line.at, line.name, None, "mottaget", facts, line.answers,
                    reveals=line.reveals)  # fmt: skip


def _sent_entry(line: SentLine) -> AktEntry:
    facts = (("Till", line.receiver), ("Grund", line.ground))
    return AktEntry("", line.at, line.name, line.by, "lämnat", facts, line.answers, line.order)


def _state(row: RowMapping) -> str:
    if row["dead_because"]:
        return "stoppat"
    return "levererat" if row["delivered_at"] else "väntar"


def _names(connection: Connection, actor: Actor) -> dict[str, str]:
    query = select(people.c.id, people.c.name).where(people.c.agency == actor.agency)
    return {row.id: row.name for row in connection.execute(query)}
