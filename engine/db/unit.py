"""One transaction: reads nouns, writes nouns, in few statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from engine.db import commands, due, incidents, living, notices, outgoing, post, rows, sealing
from engine.db.books import Books
from engine.db.prepared import Prepared
from engine.db.publications import current_version
from engine.db.tables import (
    cases,
    disclosures,
    instances,
    open_tasks,
    participants,
    people,
    records,
)  # fmt: skip
from engine.errors import NotFound, Stale
from engine.mishaps import Incident
from engine.model import (
    Actor,
    Case,
    Command,
    Disclosure,
    Event,
    Instance,
    Message,
    Record,
    Task,
    Timer,
)  # fmt: skip
from engine.secrecy.vault import Vault

KEEP_RECORD = Prepared(insert(records))


class SqlUnit(Books):
    """What a verb may do inside its transaction; the port `engine.ports.Unit`."""

    def __init__(self, connection: Connection, vault: Vault, channel: str = "") -> None:
        super().__init__(connection, vault, channel)
        self._seen: dict[str, Instance] = {}
        self._taking_part: set[str] = set()
        """Agencies with an open task in what was saved: they need not be told to take part."""

    def current_version(self) -> str:
        """Return the newest published process set."""
        return current_version(self._db)

    def next_number(self, year: int) -> str:
        """Return a free case number: a year and a count, nothing about the person."""
        prefix = f"{year}-"
        query = select(func.max(cases.c.number)).where(cases.c.number.startswith(prefix))
        last = self._db.execute(query).scalar()
        return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:05}"

    def add_case(self, case: Case) -> None:
        """Keep a new case. Raises Stale when its number was taken meanwhile."""
        try:
            self._db.execute(insert(cases).values(vars(case)))
        except IntegrityError as error:
            raise Stale("the case number was taken") from error

    def case(self, case_id: str) -> Case:
        """Return a case, or raise NotFound; others who want to write it wait until we are done.

        So of two instances that end at once the later one sees that it was the last.
        """
        query = select(cases).where(cases.c.id == case_id).with_for_update()
        row = self._db.execute(query).mappings().first()
        if row is None:
            raise NotFound(f"case {case_id}")
        return rows.case(row)

    def end_case(self, case: Case) -> None:
        """Keep the end state, and when the case was closed."""
        end = update(cases).where(cases.c.id == case.id)
        self._db.execute(end.values(end_state=case.end_state, closed_at=case.closed_at))

    def instance(self, instance_id: str) -> Instance:
        """Return an instance with its open tasks and timers, or raise NotFound."""
        return self._found(living.one(self._db, instance_id), f"instance {instance_id}")

    def instance_with_task(self, task_id: str) -> Instance:
        """Return the instance in which this task is open, or raise NotFound."""
        return self._found(living.with_task(self._db, task_id), f"task {task_id}")

    def instances(self, case_id: str) -> Sequence[Instance]:
        """Return the instances of a case that have not ended, by id."""
        alive = (instances.c.case_id == case_id) & instances.c.ended.is_(False)
        query = select(instances.c.id).where(alive)
        return [self.instance(each) for each in sorted(self._db.execute(query).scalars())]

    def all_instances(self, case_id: str) -> Sequence[Instance]:
        """Return every instance of a case, ended ones included."""
        query = select(instances.c.id).where(instances.c.case_id == case_id)
        return [self.instance(each) for each in self._db.execute(query).scalars()]

    def heal(self, instance: Instance) -> None:
        """Write the state of an instance anew, or the whole of one whose row is missing."""
        mine = update(instances).where(instances.c.id == instance.id)
        if self._db.execute(mine.values(state=instance.state)).rowcount == 0:
            self.add_instance(instance)

    def checked(self, case_id: str, sequence: int) -> None:
        """Keep up to which entry the case has been held against its log."""
        mine = update(cases).where(cases.c.id == case_id)
        self._db.execute(mine.values(checked_sequence=sequence))

    def add_instance(self, instance: Instance) -> None:
        """Keep a new instance with its tasks and timers."""
        self._db.execute(insert(instances), rows.instance_values(instance))
        living.keep_changes(self._db, Instance(instance.id, instance.case_id, "", ""), instance)

    def save(self, instance: Instance) -> None:
        """Write an instance back, if nobody has since it was read; otherwise Stale."""
        if not living.changed(self._db, instance):
            raise Stale(f"instance {instance.id} has changed")
        living.keep_changes(self._db, self._seen[instance.id], instance)
        self._taking_part |= {task.agency for task in instance.tasks}

    def give(self, task: Task, assignee: str | None, by_other: datetime | None = None) -> None:
        """Give an open task to somebody, or to nobody; Stale if its holder has changed.

        `by_other` is when somebody else gave it: then it is new to the one who got it.
        """
        holder = open_tasks.c.assignee
        same = holder.is_(None) if task.assignee is None else holder == task.assignee
        change = update(open_tasks).where(open_tasks.c.id == task.id, same)
        if self._db.execute(change.values(assignee=assignee, given_at=by_other)).rowcount == 0:
            raise Stale("En kollega hann före: uppgiften har just bytt handläggare.")

    def remind(self, task_id: str, timer: Timer) -> None:
        """Mark a task as reminded of, and forget the reminder."""
        mark = update(open_tasks).where(open_tasks.c.id == task_id)
        self._db.execute(mark.values(reminded_at=timer.due_at))
        living.forget_timers(self._db, [timer])

    def keep_record(self, record: Record) -> None:
        """Keep the answers of a completed form in its agency's compartment."""
        place = sealing.answers_in(record.case_id, record.agency, record.id)
        sealed = self._vault.seal(place, dict(record.answers))
        KEEP_RECORD.run(self._db, [{**vars(record), "answers": sealed}])
        self.ledger.commit_to(record)

    def disclose(self, disclosures_: Sequence[Disclosure]) -> None:
        """Copy what was handed over to the receivers' compartments; they take part from now on."""
        inside = [each for each in disclosures_ if not each.outside]
        if inside:
            self._db.execute(
                insert(disclosures), [sealing.sealed_row(self._vault, d) for d in inside]
            )
            if new := {each.receiver for each in inside} - self._taking_part:
                living.join(self._db, inside[0].case_id, new)

    def send(self, outgoing: Iterable[Message], dead_because: str | None = None) -> None:
        """Put messages in the outbox, in order, or among the dead letters; each id once."""
        post.send(self._db, outgoing, dead_because)

    def pending(self, case_id: str) -> Sequence[Message]:
        """Return the messages of a case that are not delivered, in the order they were sent."""
        return post.pending(self._db, case_id)

    def delivered(self, message: Message, at: datetime, receiver: str | None) -> None:
        """Take a message out of the outbox. Raises Stale if another worker has."""
        post.delivered(self._db, message, at, receiver)

    def bury(self, message: Message, reason: str) -> None:
        """Put a message among the dead letters. Raises Stale if another worker delivered it."""
        post.bury(self._db, message, reason)

    def revive(self, message_id: str) -> Message:
        """Let a dead letter wait for delivery again, or raise NotFound."""
        return post.revive(self._db, message_id)

    def record(self, entries: Sequence[Event]) -> None:
        """Append to the log of a case. Raises Stale if it has grown meanwhile."""
        self.ledger.append(entries)
        notices.tell(self._db, entries)
        if self.ledger.listened:
            outgoing.tell(self._db, self._vault, entries, self.ledger.first)

    def log(self, case_id: str) -> Sequence[Event]:
        """Return the whole log of a case, the oldest entry first."""
        return self.ledger.of_case(case_id)

    def last_event_of_task(self, task_id: str) -> Event | None:
        """Return the newest log entry about a task."""
        return self.ledger.last_of_task(task_id)

    def person(self, person_id: str) -> Actor:
        """Return a person, or raise NotFound."""
        row = self._db.execute(select(people).where(people.c.id == person_id)).mappings().first()
        if row is None:
            raise NotFound(f"person {person_id}")
        return rows.actor(row)

    def result_of(self, command: Command | None) -> str | None:
        """Return what a command led to if it has been done; None if it has not.

        Raises Conflict when its id was used for something else.
        """
        return commands.result_of(self._db, command)

    def keep_command(self, command: Command | None, at: datetime, result: str) -> None:
        """Keep that a command has been done. Raises Stale if it was done at the same time."""
        commands.keep(self._db, command, at, result)
        self.ledger.of_command(command)

    def incident(self, incident_id: str) -> Incident:
        """Return an incident, or raise NotFound."""
        return incidents.one(self._db, incident_id)

    def settle_incident(self, before: Incident, after: Incident) -> None:
        """Write what has become of an incident. Raises Stale if somebody else has meanwhile."""
        incidents.settle(self._db, before, after)

    def park_timer(self, instance_id: str, path: str, parked: bool) -> None:
        """Keep a timer from being taken by the workers, or let it be taken again."""
        due.park(self._db, instance_id, path, parked)

    def participates(self, case_id: str, agency: str) -> bool:
        """Say whether an agency has had a task in a case."""
        mine = (participants.c.case_id == case_id) & (participants.c.agency == agency)
        return self._db.execute(select(participants).where(mine)).first() is not None

    def _found(self, found: Instance | None, sought: str) -> Instance:
        if found is None:
            raise NotFound(sought)
        self._seen[found.id] = found
        return found
