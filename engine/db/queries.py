"""What lists and task pages read. Returns values made for showing; never changes a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, bindparam, func, or_, select

from engine.access import OFFICES, does_casework
from engine.db import rows
from engine.db.clocks import Clocks
from engine.db.conflicts import barred_from, open_to
from engine.db.papers import DRAFT, drafted, saved
from engine.db.prepared import Prepared
from engine.db.publications import current_version
from engine.db.substitutions import standing
from engine.db.tables import cases, erasures, events, instances, open_tasks, participants, people
from engine.db.tasklist import task_rows
from engine.db.visible import READER, own, visible
from engine.deadlines import ZONE
from engine.ending import told_closed
from engine.errors import Conflict, NotFound
from engine.lists.countdown import pressing_from
from engine.model import Actor, Task
from engine.pausing import STOP
from engine.ports import Clock, Models
from engine.secrecy.sending import Sending
from engine.secrecy.vault import Vault
from engine.views import CaseLine, Due, TaskLine, TaskPage

PAGE = 200
URGENT = (open_tasks.c.urgent_at, open_tasks.c.id)
TASK = Prepared(
    task_rows()
    .add_columns(instances.c.variables)
    .where(open_tasks.c.id == bindparam("this_task"), open_to(READER, open_tasks.c.case_id))
)
Deny = Callable[[Actor, str, str], None]


@dataclass(frozen=True)
class Queries:
    """The read side: lists, task pages and people."""

    database: Engine
    vault: Vault
    models: Models
    clock: Clock
    deny: Deny
    """Keeps an attempt at what the reader may not see."""

    def next_in_case(self, actor: Actor, case_id: str) -> Task | None:
        """Return the most urgent open task of a case that the reader could do now, if any."""
        free = or_(open_tasks.c.assignee.is_(None), open_tasks.c.assignee == actor.id)
        mine = (open_tasks.c.case_id == case_id) & visible(open_tasks, actor)
        query = select(open_tasks).where(mine, free).order_by(*URGENT).limit(1)
        with self.database.connect() as connection:
            row = connection.execute(query).mappings().first()
        return rows.task(dict(row)) if row else None

    def task_page(self, actor: Actor, task_id: str) -> TaskPage:
        """Return a task with its form and what has been typed so far.

        Raises NotFound for an unknown or another agency's task (the attempt is kept), and
        Conflict with a Swedish sentence when the task is over.
        """
        with self.database.connect() as connection:
            row = TASK.first(connection, {"this_task": task_id, "reader_id": actor.id})
            draft = DRAFT.first(connection, {"this": task_id})
            reader = (
                standing(connection, actor, row["assignee"], self.clock.now()) if row else actor
            )
        if row is None or row["agency"] != actor.agency:
            self._require_not_closed(actor, task_id)
            self.deny(actor, "task_page", task_id)
            raise NotFound(f"task {task_id}")
        return self._page(reader, row, draft)

    def cases(
        self, actor: Actor, size: int = PAGE, below: str | None = None
    ) -> tuple[CaseLine, ...]:
        """Return the cases that the reader's agency takes part in, the newest first.

        `below` is the number that the page before ended with.
        """
        mine = visible(participants, actor)
        if below is not None:
            mine &= cases.c.number < below
        joined = cases.join(participants, participants.c.case_id == cases.c.id)
        tasks = select(func.count()).where(
            open_tasks.c.case_id == cases.c.id, visible(open_tasks, actor)
        )
        last = select(func.max(events.c.at)).where(
            events.c.case_id == cases.c.id, own(events, actor)
        )
        gone = select(erasures).where(erasures.c.case_id == cases.c.id, own(erasures, actor))
        query = select(
            cases, tasks.scalar_subquery().label("tasks"), last.scalar_subquery().label("last"),
            gone.exists().label("erased"),
        ).select_from(joined)  # fmt: skip
        with self.database.connect() as connection:
            ordered = (
                query.where(mine, open_to(actor, cases.c.id))
                .order_by(cases.c.number.desc())
                .limit(size)
            )
            found = connection.execute(ordered).mappings().all()
        return tuple(_case_line(row) for row in found)

    def may_open(self, actor: Actor) -> bool:
        """Say whether the actor's agency may open a case on the newest processes."""
        with self.database.connect() as connection:
            version = current_version(connection)
        return actor.agency in self.models.registers(version).variables["kalla"].codes

    def people(self) -> tuple[Actor, ...]:
        """Return everybody who can sign in, by agency and name."""
        query = select(people).order_by(people.c.agency, people.c.name)
        with self.database.connect() as connection:
            return tuple(rows.actor(row) for row in connection.execute(query).mappings())

    def person(self, person_id: str) -> Actor | None:
        """Return a person by id; None when there is none (any more)."""
        with self.database.connect() as connection:
            query = select(people).where(people.c.id == person_id)
            row = connection.execute(query).mappings().first()
        return rows.actor(row) if row else None

    def number(self, connection: Connection, actor: Actor, case_id: str, action: str) -> str:
        """Return the number of a case that the reader's agency takes part in.

        Raises NotFound for any other, and keeps that it was tried.
        """
        mine = (participants.c.case_id == case_id) & visible(participants, actor)
        joined = cases.join(participants, participants.c.case_id == cases.c.id)
        query = select(cases.c.number).select_from(joined).where(mine)
        number = connection.execute(query).scalar()
        if number is None:
            self.deny(actor, action, case_id)
            raise NotFound(f"case {case_id}")
        return str(number)

    def agency_name(self, agency: str) -> str:
        """Return the Swedish name of an agency, by the newest registers."""
        with self.database.connect() as connection:
            return self._named(agency, current_version(connection))

    def colleagues(self, actor: Actor, task: Task) -> tuple[tuple[str, str], ...]:
        """Return (id, name) of those in the reader's agency who could be given a task."""
        free = people.c.id.not_in(barred_from(task.case_id))
        mine = select(people).where(visible(people, actor), free)
        with self.database.connect() as connection:
            ordered = connection.execute(mine.order_by(people.c.name)).mappings()
            found = [each for each in map(rows.actor, ordered) if does_casework(each)]
        return tuple(
            (person.id, person.name)
            for person in found
            if person.id != task.assignee and (task.role is None or task.role in person.roles)
        )

    def _named(self, agency: str, version: str) -> str:
        """Return the name of an agency, or of an office that is none; its id if it is gone."""
        known = self.models.registers(version).agencies.get(agency)
        return OFFICES.get(agency) or (known.name if known else agency)

    def task_line(self, actor: Actor, row: RowMapping) -> TaskLine:
        """Return the row of a list."""
        task = _task(row)
        due = self._due(row["version"], task)
        pressing = due is not None and due.statutory and due.at <= pressing_from(self.clock.now())
        return TaskLine(
            task, row["number"], self.models.process_name(row["version"], task.process),
            due, row["assignee_name"], task.assignee == actor.id,
            row["reminded_at"] is not None, pressing, False, row["proposed_at"] is not None,
            row["follow_up"],
            row["follow_up"] is not None and row["follow_up"] <= self._today(),
        )  # fmt: skip

    def _page(self, actor: Actor, row: Any, draft: Any) -> TaskPage:
        task, version = _task(row), row["version"]
        answers = drafted(self.vault, draft) if draft else {}
        place = (version, task.process, task.element)
        form = self.models.form(version, task.form)
        if form is None:
            raise NotFound(f"form {task.form}")
        return TaskPage(
            task, row["number"], self.models.process_name(version, task.process),
            self.models.registers(version).agencies[task.agency].name, self._due(version, task),
            form, answers, self.models.guidance(*place), self.models.law(*place),
            self.models.responsibilities(*place), row["assignee_name"],
            task.assignee == actor.id,
            tuple(Sending(self.models, version, task, form).lines(row["variables"], answers)),
            actor, saved(actor, draft), self.models.approval(*place),
        )  # fmt: skip

    def _today(self) -> date:
        return self.clock.now().astimezone(ZONE).date()

    def _due(self, version: str, task: Task) -> Due | None:
        if task.due_at is None or (task.paused_at and not self._may_know(version, task)):
            return None
        clocks = Clocks(self.models, self.clock.now())
        return clocks.due(version, task.due_at, task.deadline, task.paused_at)

    def _may_know(self, version: str, paused: Task) -> bool:
        """Say whether an agency may know that its task waits for somebody who has disappeared."""
        known = self.models.registers(version).messages.values()
        return any(each.clock == STOP and paused.agency in each.shown_to for each in known)

    def _require_not_closed(self, actor: Actor, task_id: str) -> None:
        query = select(events, people.c.name).join_from(
            events, people, events.c.actor == people.c.id, isouter=True
        )
        known = (events.c.task_id == task_id) & open_to(actor, events.c.case_id)
        newest = query.where(known).order_by(events.c.sequence.desc())
        with self.database.connect() as connection:
            row = connection.execute(newest.limit(1)).mappings().first()
        if row and row["agency"] == actor.agency:
            name = None if row["actor"] == actor.id else row["name"]
            raise Conflict(told_closed(row["kind"], row["at"], name))


def _task(row: Any) -> Task:
    return rows.task({column.name: row[column.name] for column in open_tasks.c})


def _case_line(row: RowMapping) -> CaseLine:
    case = rows.case({column.name: row[column.name] for column in cases.c})
    return CaseLine(case, row["tasks"], row["last"] or case.opened_at, bool(row["erased"]))
