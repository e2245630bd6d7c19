"""A case as one reader may see it: own agency's steps and answers; of others, nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, func, select

from engine import access
from engine.db import rows
from engine.db.protection import OWN, RECEIVED
from engine.db.queries import Queries, task_rows
from engine.db.sealing import answers_in, received_in
from engine.db.tables import (
    cases,
    disclosures,
    events,
    instances,
    markings,
    open_tasks,
    participants,
    people,
    records,
)
from engine.db.visible import own, visible
from engine.errors import Erased, NotFound
from engine.forms import Form
from engine.grounds import GROUNDS
from engine.matching import receivable
from engine.model import Actor, Case, Event
from engine.protected import masked_keys
from engine.timeline import Timeline
from engine.vault import Compartment
from engine.views import Answered, CasePage, DiagramLine, ReceivedLine, TaskLine


@dataclass(frozen=True)
class CaseFile:
    """Reads one case for one reader."""

    queries: Queries

    def case_page(self, actor: Actor, case_id: str) -> CasePage:
        """Return the case page; NotFound for a case the reader's agency takes no part in."""
        with self.queries.database.connect() as connection:
            case = self._case(connection, actor, case_id)
            tasks = _open_tasks(connection, actor, case_id)
            log = self._log(connection, actor, case_id)
            running = _of_case(connection, instances, case_id)
            answers = self._answers(connection, actor, case)
            received = tuple(self._received(connection, actor, case))
            names = _absent_names(connection, log)
        lines = tuple(self.queries.task_line(actor, row) for row in tasks)
        registers = self.queries.models.registers(case.version)
        return CasePage(
            case, self._end_state(case), lines, tuple(self._diagrams(log, lines, running)),
            tuple(Timeline(registers, names).entries(log, answers)),
            tuple(self._registrable(actor, case, running)),
            access.may_close(actor) and case.closed_at is None, self._end_states(case),
            received,
        )  # fmt: skip

    def diagram(self, actor: Actor, case_id: str, instance_id: str, process: str) -> str:
        """Return a diagram of the case as BPMN XML, if the reader has a part in it."""
        _, version = self._drawn(actor, case_id, instance_id, process)
        return self.queries.models.drawing(version, process)

    def picture(self, actor: Actor, case_id: str, instance_id: str, process: str) -> str:
        """Return the same diagram as SVG, with the steps of the reader's agency marked."""
        line, version = self._drawn(actor, case_id, instance_id, process)
        marks = dict.fromkeys(line.done, "done") | dict.fromkeys(line.current, "current")
        return self.queries.models.picture(version, process, marks)

    def log(self, case_id: str) -> Sequence[Event]:
        """Return the whole log of a case, unfiltered: for replay, not for pages."""
        query = select(events).where(events.c.case_id == case_id).order_by(events.c.sequence)
        with self.queries.database.connect() as connection:
            return [rows.event(row) for row in connection.execute(query).mappings()]

    def processes(self, case_id: str) -> Sequence[RowMapping]:
        """Return the instances of a case, ended ones included: process and whether it has ended."""
        query = select(instances.c.id, instances.c.process, instances.c.ended)
        with self.queries.database.connect() as connection:
            found = connection.execute(query.where(instances.c.case_id == case_id))
            return found.mappings().all()

    def _drawn(
        self, actor: Actor, case_id: str, instance_id: str, process: str
    ) -> tuple[DiagramLine, str]:
        """Return what a reader may see of a diagram, and the version it is drawn in."""
        wanted = (instance_id, process)
        for line in self.case_page(actor, case_id).diagrams:
            if (line.instance_id, line.process) == wanted:
                query = select(instances.c.version).where(instances.c.id == instance_id)
                with self.queries.database.connect() as connection:
                    return line, connection.execute(query).scalar_one()
        raise NotFound(f"diagram {process}")

    def _case(self, connection: Connection, actor: Actor, case_id: str) -> Case:
        mine = (participants.c.case_id == case_id) & visible(participants, actor)
        query = select(cases).join(participants, participants.c.case_id == cases.c.id).where(mine)
        row = connection.execute(query).mappings().first()
        if row is None:
            self.queries.deny(actor, "case_page", case_id)
            raise NotFound(f"case {case_id}")
        return rows.case(row)

    @staticmethod
    def _log(connection: Connection, actor: Actor, case_id: str) -> Sequence[RowMapping]:
        known = visible(events, actor)
        named = (events.c.actor == people.c.id) & own(events, actor)
        query = (
            select(events, people.c.name.label("person"))
            .join_from(events, people, named, isouter=True)
            .where(events.c.case_id == case_id, known)
            .order_by(events.c.sequence)
        )
        return connection.execute(query).mappings().all()

    def _answers(self, connection: Connection, actor: Actor, case: Case) -> dict[str, Answered]:
        mine = (records.c.case_id == case.id) & visible(records, actor)
        shown, marked = {}, _marking(connection, case)
        for row in connection.execute(select(records).where(mine)).mappings():
            form = self.queries.models.form(case.version, row["form"])
            place = answers_in(case.id, actor.agency, row["id"])
            opened = self._opened(place, row["answers"], form, marked)
            shown[row["task_id"]] = _addressed(opened, OWN, row["id"])
        return shown

    def _opened(
        self, place: Compartment, sealed: bytes, form: Form | None, marked: str | None
    ) -> tuple[tuple[tuple[str, str], ...], bool]:
        """Return sealed answers in words, and whether any is masked; nothing once erased."""
        if form is None:
            return (), False
        try:
            answers = self.queries.vault.open(place, sealed)
        except Erased:
            return (), False
        masked = masked_keys(form, marked)
        return tuple(form.shown(answers, masked)), not masked.isdisjoint(answers)

    def _received(self, connection: Connection, actor: Actor, case: Case) -> Iterator[ReceivedLine]:
        mine = (disclosures.c.case_id == case.id) & visible(disclosures, actor)
        query = select(disclosures).where(mine).order_by(disclosures.c.at.desc(), disclosures.c.id)
        agencies = self.queries.models.registers(case.version).agencies
        marked = _marking(connection, case)
        for row in connection.execute(query).mappings():
            form = self.queries.models.form(case.version, row["form"])
            place = received_in(case.id, actor.agency, row["id"])
            opened = self._opened(place, row["fields"], form, marked)
            shown = _addressed(opened, RECEIVED, row["id"])
            sender, ground = agencies[row["sender"]].name, str(GROUNDS[row["ground"]])
            yield ReceivedLine(row["at"], row["name"], sender, ground, shown.pairs, shown.reveals)

    def _diagrams(
        self, log: Iterable[RowMapping], open_now: Iterable[TaskLine], running: Iterable[RowMapping]
    ) -> Iterator[DiagramLine]:
        started = {row["id"]: row for row in running}
        current: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        done: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for entry in log:
            if entry["kind"] == "task_completed":
                self._mark(done, started[entry["instance_id"]], entry["details"]["path"])
        for line in open_now:
            self._mark(current, started[line.task.instance_id], line.task.path)
        for instance, process in dict.fromkeys([*current, *done]):
            name = self.queries.models.process_name(started[instance]["version"], process)
            now = tuple(current[instance, process])
            past = tuple(e for e in done[instance, process] if e not in now)
            yield DiagramLine(instance, process, name, now, past)

    def _mark(
        self, marks: defaultdict[tuple[str, str], dict[str, None]], row: RowMapping, path: str
    ) -> None:
        places = self.queries.models.places(row["version"], row["process"], path)
        for process, element in places:
            marks[row["id"], process][element] = None

    def _registrable(
        self, actor: Actor, case: Case, running: Iterable[RowMapping]
    ) -> Iterator[tuple[str, str]]:
        if case.closed_at is not None:
            return
        alive = [(row["process"], row["waiting"]) for row in running if not row["ended"]]
        for message in self.queries.models.registers(case.version).messages.values():
            starts = self.queries.models.starts(case.version, message.id)
            found = receivable(message.id, starts, alive, repeats=message.repeats)
            if found and actor.agency in message.registered_by:
                yield message.id, message.name

    def _end_states(self, case: Case) -> tuple[tuple[str, str], ...]:
        return tuple(self.queries.models.registers(case.version).end_states.items())

    def _end_state(self, case: Case) -> str | None:
        return self.queries.models.registers(case.version).end_states.get(case.end_state or "")


def _marking(connection: Connection, case: Case) -> str | None:
    query = select(markings.c.code).where(markings.c.case_id == case.id)
    return connection.execute(query).scalar()


def _addressed(opened: tuple[tuple[tuple[str, str], ...], bool], what: str, id_: str) -> Answered:
    pairs, masked = opened
    return Answered(pairs, (what, id_) if masked else None)


def _open_tasks(connection: Connection, actor: Actor, case_id: str) -> Sequence[RowMapping]:
    mine = (open_tasks.c.case_id == case_id) & visible(open_tasks, actor)
    query = task_rows().where(mine).order_by(open_tasks.c.due_at, open_tasks.c.id)
    return connection.execute(query).mappings().all()


def _absent_names(connection: Connection, log: Iterable[RowMapping]) -> dict[str, str]:
    """Return the names of those in whose place colleagues have acted."""
    ids = {entry["details"]["acting_for"] for entry in log if "acting_for" in entry["details"]}
    if not ids:
        return {}
    query = select(people.c.id, people.c.name).where(people.c.id.in_(ids))
    return {row.id: row.name for row in connection.execute(query)}


def _of_case(connection: Connection, table: Table, case_id: str) -> Sequence[RowMapping]:
    return connection.execute(select(table).where(table.c.case_id == case_id)).mappings().all()


def overview(database: Engine) -> Sequence[dict[str, Any]]:
    """Return every case with its state and number of open tasks, for an operator."""
    tasks = select(func.count()).where(open_tasks.c.case_id == cases.c.id).scalar_subquery()
    query = select(cases, tasks.label("open_tasks")).order_by(cases.c.number)
    with database.connect() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]
