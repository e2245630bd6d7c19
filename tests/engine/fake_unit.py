"""One transaction of the fake store: what a verb may do inside it."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from engine.errors import Conflict, NotFound, Stale
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
)
from engine.papers import Attachment, Note, Proposal
from engine.secrecy.protected import Marked
from engine.staff.conflicts import Disqualification
from engine.staff.substitution import Substitution
from tests.engine.fake_moves import MemoryMoves
from tests.engine.fake_papers import MemoryPapers
from tests.engine.fake_staff import MemoryStaff

if TYPE_CHECKING:
    from tests.engine.fakes import MemoryStore

JOINS = {"task_opened", "received"}
"""Entries after which their agency takes part in the case."""


@dataclass
class Kept:
    """What a store holds; a transaction works on a copy of it."""

    cases: dict[str, Case] = field(default_factory=dict)
    instances: dict[str, Instance] = field(default_factory=dict)
    drafts: dict[str, Mapping[str, object]] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    disclosures: list[Disclosure] = field(default_factory=list)
    outbox: list[Message] = field(default_factory=list)
    dead: dict[str, tuple[Message, str]] = field(default_factory=dict)
    checked: dict[str, int] = field(default_factory=dict)
    chores: set[tuple[str, str]] = field(default_factory=set)
    reminded: list[str] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)
    commands: dict[str, tuple[Command, str]] = field(default_factory=dict)
    incidents: dict[str, Incident] = field(default_factory=dict)
    substitutions: dict[str, Substitution] = field(default_factory=dict)
    disqualifications: dict[str, Disqualification] = field(default_factory=dict)
    parked: set[tuple[str, str]] = field(default_factory=set)
    versions: dict[str, int] = field(default_factory=dict)
    files: dict[str, tuple[Attachment, bytes]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    follow_ups: dict[str, date] = field(default_factory=dict)
    markings: dict[str, Marked] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)

    def copied(self) -> "Kept":
        """Return another drawer with the same things in it: all of them are frozen."""
        return Kept(**{name: copy(drawer) for name, drawer in vars(self).items()})


@dataclass
class MemoryShelter:
    """How cases are marked, as far as a form can mark them."""

    kept: Kept

    def mark(self, marked: Marked) -> None:
        self.kept.markings[marked.case_id] = marked


@dataclass
class MemoryRegions:
    """Which region each case belongs to."""

    kept: Kept

    def keep(self, case_id: str, region: str) -> None:
        self.kept.regions[case_id] = region


class MemoryUnit:
    """One transaction on a copy of what is kept."""

    def __init__(self, store: "MemoryStore", kept: Kept) -> None:
        self._store, self._kept = store, kept
        self.staff = MemoryStaff(kept, store.people)
        self.moves = MemoryMoves(kept)
        self.papers = MemoryPapers(kept, self._did)
        self.protection = MemoryShelter(kept)
        self.regions = MemoryRegions(kept)

    def current_version(self) -> str:
        return "v1"

    def next_number(self, year: int) -> str:
        return f"{year}-{len(self._kept.cases) + 1:05}"

    def add_case(self, case: Case) -> None:
        self._did("add_case")
        self._kept.cases[case.id] = case

    def case(self, case_id: str) -> Case:
        return self._found(self._kept.cases, case_id)

    def end_case(self, case: Case) -> None:
        self._did("end_case")
        self._kept.cases[case.id] = case

    def all_instances(self, case_id: str) -> Sequence[Instance]:
        return [i for i in self._kept.instances.values() if i.case_id == case_id]

    def heal(self, instance: Instance) -> None:
        self._did("heal")
        self._kept.instances[instance.id] = instance

    def checked(self, case_id: str, sequence: int) -> None:
        self._kept.checked[case_id] = sequence

    def add_instance(self, instance: Instance) -> None:
        self._did("add_instance")
        self._kept.instances[instance.id] = instance

    def instance(self, instance_id: str) -> Instance:
        return self._found(self._kept.instances, instance_id)

    def instance_with_task(self, task_id: str) -> Instance:
        having = {i.id: i for i in self._kept.instances.values() if i.task(task_id)}
        return self._found(having, next(iter(having), task_id))

    def instances(self, case_id: str) -> Sequence[Instance]:
        kept = self._kept.instances.values()
        return [i for i in kept if i.case_id == case_id and not i.ended]

    def save(self, instance: Instance) -> None:
        self._did("save")
        if self._store.lost_races:
            self._store.lost_races -= 1
            raise Stale("somebody was here first")
        self._kept.instances[instance.id] = replace(instance, revision=instance.revision + 1)

    def give(self, task: Task, assignee: str | None, by_other: datetime | None = None) -> None:
        self._did("give")
        instance = self._kept.instances[task.instance_id]
        given = instance.with_task(replace(task, assignee=assignee))
        self._kept.instances[instance.id] = given

    def remind(self, task_id: str, timer: Timer) -> None:
        self._did("remind")
        instance = self._kept.instances[timer.instance_id]
        left = tuple(each for each in instance.timers if each != timer)
        self._kept.instances[instance.id] = replace(instance, timers=left)
        self._kept.reminded.append(task_id)

    def keep_record(self, record: Record) -> None:
        self._did("keep_record")
        self._kept.records.append(record)

    def disclose(self, disclosures: Sequence[Disclosure]) -> None:
        self._did("disclose")
        self._kept.disclosures += disclosures

    def send(self, messages: Sequence[Message], dead_because: str | None = None) -> None:
        self._did("send")
        known = {m.id for m in self._kept.outbox} | self._kept.dead.keys()
        new = [message for message in messages if message.id not in known]
        if dead_because:
            self._kept.dead |= {message.id: (message, dead_because) for message in new}
        else:
            self._kept.outbox += new

    def pending(self, case_id: str) -> Sequence[Message]:
        return [message for message in self._kept.outbox if message.case_id == case_id]

    def delivered(self, message: Message, at: datetime, receiver: str | None) -> None:
        self._did("delivered")
        self._kept.outbox.remove(message)

    def bury(self, message: Message, reason: str) -> None:
        self._did("bury")
        self._kept.outbox.remove(message)
        self._kept.dead[message.id] = (message, reason)

    def revive(self, message_id: str) -> Message:
        message: Message = self._found(self._kept.dead, message_id)[0]
        del self._kept.dead[message_id]
        self._kept.outbox.append(message)
        return message

    def record(self, events: Sequence[Event]) -> None:
        self._did("record")
        self._kept.log += events

    def log(self, case_id: str) -> list[Event]:
        return [event for event in self._kept.log if event.case_id == case_id]

    def last_event_of_task(self, task_id: str) -> Event | None:
        about = [e for e in self._kept.log if e.details.get("task_id") == task_id]
        return about[-1] if about else None

    def person(self, person_id: str) -> Actor:
        return self._found(self._store.people, person_id)

    def result_of(self, command: Command | None) -> str | None:
        if command is None or command.id not in self._kept.commands:
            return None
        known, result = self._kept.commands[command.id]
        if known != command:
            raise Conflict("Samma kommando-id har redan använts till något annat.")
        return result

    def keep_command(self, command: Command | None, at: datetime, result: str) -> None:
        if command is not None:
            self._kept.commands[command.id] = (command, result)

    def incident(self, incident_id: str) -> Incident:
        return self._found(self._kept.incidents, incident_id)

    def settle_incident(self, before: Incident, after: Incident) -> None:
        if self._kept.incidents[before.id] != before:
            raise Stale("dealt with")
        self._kept.incidents[before.id] = after

    def park_timer(self, instance_id: str, path: str, parked: bool) -> None:
        change = self._kept.parked.add if parked else self._kept.parked.discard
        change((instance_id, path))
        self._store.leased.pop((instance_id, path), None)

    def participates(self, case_id: str, agency: str) -> bool:
        tasks = [t for i in self._kept.instances.values() if i.case_id == case_id for t in i.tasks]
        told = [e for e in self._kept.log if e.case_id == case_id and e.kind in JOINS]
        return agency in {each.agency for each in (*tasks, *told)}

    def _did(self, what: str) -> None:
        self._store.written.append(what)

    @staticmethod
    def _found(among: Mapping[str, Any], key: str) -> Any:
        if key not in among:
            raise NotFound(key)
        return among[key]
