"""A case as one reader may see it: own agency's steps and answers; of others, nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from engine import access
from engine.casebook import waiting
from engine.caseviews import Clock, ErrandLine, Wait
from engine.db import errands, rows
from engine.db.clocks import Clocks
from engine.db.drawn import drawn
from engine.db.log import opened
from engine.db.opened import OWN, RECEIVED, Opener
from engine.db.queries import Queries
from engine.db.sealing import answers_in, received_in
from engine.db.tables import cases, disclosures, events, instances, participants, people, records
from engine.db.tasklist import own_open_tasks
from engine.db.visible import own, visible
from engine.errors import NotFound
from engine.matching import receivable
from engine.model import Actor, Case, Event
from engine.secrecy.grounds import GROUNDS
from engine.timeline import HANDLING, TITLES, Timeline
from engine.views import (
    Answered,
    CasePage,
    DiagramLine,
    ReceivedLine,
    TaskLine,
    TimelineEntry,
)

PARTS = frozenset({"todo", "received", "diagrams", "timeline"})


@dataclass(frozen=True)
class CaseFile:
    """Reads one case for one reader."""

    queries: Queries

    def case_page(self, actor: Actor, case_id: str, parts: Collection[str] = PARTS) -> CasePage:
        """Return the case page; NotFound for a case the reader's agency takes no part in.

        `parts` says what of it is wanted; the rest is left empty and costs nothing.
        """
        with self.queries.database.connect() as connection:
            case = self.require(connection, actor, case_id)
            running = _of_case(connection, instances, case_id)
            tasks = own_open_tasks(connection, actor, case_id) if parts else ()
            log = self.own_log(connection, actor, case_id) if parts else ()
            opening = self.opener(connection, case)
            answers = self.answers(connection, actor, case, opening) if "timeline" in parts else {}
            received = tuple(self.received(connection, actor, case, opening)
                             if "received" in parts else ())  # fmt: skip
            lines = tuple(self.queries.task_line(actor, row) for row in tasks)
            todo = "todo" in parts
            ahead = tuple(self._clocks().running(connection, actor, case_id) if todo else ())
            set_ = tuple(self.errands(connection, actor, case) if todo else ())
            names = _absent_names(connection, log) if "timeline" in parts else {}
        registers = self.queries.models.registers(case.version)
        return CasePage(
            case, self._end_state(case), lines,
            tuple(drawn(self.queries.models, log, lines, running) if "diagrams" in parts else ()),
            tuple(Timeline(registers, names).entries(log, answers) if "timeline" in parts else ()),
            tuple(self._registrable(actor, case, running)),
            access.may_close(actor) and case.closed_at is None, self._end_states(case),
            received, self._waits(actor, case, log, lines, ahead, running) if todo else (),
            waiting.terms(lines, ahead), set_,
        )  # fmt: skip

    def errands(self, connection: Connection, actor: Actor, case: Case) -> Iterator[ErrandLine]:
        """Yield the errands of the reader's agency, the open ones first."""
        mine = errands.of_case(connection, self.queries.vault, case.id, actor.agency)
        for errand, name in mine:
            yield errands.line(errand, case.number, name, actor, self.queries.clock.now())

    def _waits(
        self, actor: Actor, case: Case, log: Iterable[Mapping[str, Any]], lines: Sequence[TaskLine],
        ahead: Sequence[Clock], running: Iterable[RowMapping],
    ) -> tuple[Wait, ...]:  # fmt: skip
        registers = self.queries.models.registers(case.version)
        awaited = {
            name: registers.messages[name].name
            for row in running if not row["ended"]
            for name in row["waiting"]
            if self.queries.models.waits_alone(row["version"], row["process"], name) == actor.agency
        }  # fmt: skip
        told = any(entry["kind"] in {"disclosed", "received"} for entry in log)
        closed = case.closed_at is not None
        return waiting.waits(lines, ahead, awaited.values(), knows_others=told, closed=closed)

    def _clocks(self) -> Clocks:
        return Clocks(self.queries.models, self.queries.clock.now())

    def recent(
        self, actor: Actor, case_id: str, count: int, but: str = ""
    ) -> tuple[TimelineEntry, ...]:
        """Return the newest entries of the timeline, of those that the case page shows too.

        `but` is a task that is left out: its own page tells of it.
        """
        with self.queries.database.connect() as connection:
            case = self.require(connection, actor, case_id)
            known = self.own_log(connection, actor, case_id)
            told = TITLES.keys() - HANDLING
            shown = [r for r in known if r["kind"] in told and r["task_id"] != but][-count:]
            opening, tasks = self.opener(connection, case), [row["task_id"] for row in shown]
            answers = self.answers(connection, actor, case, opening, tasks)
        registers = self.queries.models.registers(case.version)
        return tuple(Timeline(registers).entries(shown, answers))

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
            found = connection.execute(query).mappings()
            return [rows.event(row) for row in opened(self.queries.vault, found)]

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

    def require(self, connection: Connection, actor: Actor, case_id: str) -> Case:
        """Return a case that the reader's agency takes part in; NotFound, and kept, if not."""
        mine = (participants.c.case_id == case_id) & visible(participants, actor)
        query = select(cases).join(participants, participants.c.case_id == cases.c.id).where(mine)
        row = connection.execute(query).mappings().first()
        if row is None:
            self.queries.deny(actor, "case_page", case_id)
            raise NotFound(f"case {case_id}")
        return rows.case(row)

    def own_log(
        self, connection: Connection, actor: Actor, case_id: str
    ) -> Sequence[Mapping[str, Any]]:
        """Return what the reader may know of the log, each own entry with who did it."""
        known = visible(events, actor)
        named = (events.c.actor == people.c.id) & own(events, actor)
        query = (
            select(events, people.c.name.label("person"))
            .join_from(events, people, named, isouter=True)
            .where(events.c.case_id == case_id, known)
            .order_by(events.c.sequence)
        )
        return opened(self.queries.vault, connection.execute(query).mappings())

    def opener(self, connection: Connection, case: Case) -> Opener:
        """Return what opens sealed answers of this case on a page."""
        return Opener(connection, self.queries.vault, case.id)

    def answers(
        self, connection: Connection, actor: Actor, case: Case, opening: Opener,
        tasks: Sequence[str] | None = None,
    ) -> dict[str, Answered]:  # fmt: skip
        """Return the answers of the reader's agency in words, by task; of some tasks or all."""
        mine = (records.c.case_id == case.id) & visible(records, actor)
        if tasks is not None:
            mine &= records.c.task_id.in_([each for each in tasks if each])
        shown = {}
        for row in connection.execute(select(records).where(mine)).mappings():
            form = self.queries.models.form(case.version, row["form"])
            place = answers_in(case.id, actor.agency, row["id"])
            shown[row["task_id"]] = opening.opened(form, place, row["answers"], (OWN, row["id"]))
        return shown

    def received(
        self, connection: Connection, actor: Actor, case: Case, opening: Opener
    ) -> Iterator[ReceivedLine]:
        """Yield what others have handed over to the reader's agency, the newest first."""
        mine = (disclosures.c.case_id == case.id) & visible(disclosures, actor)
        query = select(disclosures).where(mine).order_by(disclosures.c.at.desc(), disclosures.c.id)
        agencies = self.queries.models.registers(case.version).agencies
        for row in connection.execute(query).mappings():
            form = self.queries.models.form(case.version, row["form"])
            place = received_in(case.id, actor.agency, row["id"])
            shown = opening.opened(form, place, row["fields"], (RECEIVED, row["id"]))
            sender, ground = agencies[row["sender"]].name, str(GROUNDS[row["ground"]])
            yield ReceivedLine(row["at"], row["name"], sender, ground, shown.pairs, shown.reveals)

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


def _absent_names(connection: Connection, log: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the names of those in whose place colleagues have acted."""
    ids = {entry["details"]["acting_for"] for entry in log if "acting_for" in entry["details"]}
    if not ids:
        return {}
    query = select(people.c.id, people.c.name).where(people.c.id.in_(ids))
    return {row.id: row.name for row in connection.execute(query)}


def _of_case(connection: Connection, table: Table, case_id: str) -> Sequence[RowMapping]:
    return connection.execute(select(table).where(table.c.case_id == case_id)).mappings().all()
