"""Fakes of the three ports: a store in dictionaries, processes that are rows of steps, a clock."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from engine.errors import Conflict, NotFound, Stale
from engine.forms import Form
from engine.model import Actor, Case, Event, Instance, Message, Record, Step, Task, Timer
from engine.registers import Registers, read_registers
from tests.engine.questions import form_of, radio

REGISTERS: Registers = read_registers({
    "aktorer.toml": 'socialtjansten.namn = "Socialtjänsten"\npolisen.namn = "Polisen"\n',
    "variabler.toml": '[kalla]\nnamn = "Källa"\ntyp = "val"\nvarden = ["socialtjansten"]\n'
    '[sluttillstand]\nnamn = "Slut"\ntyp = "val"\nvarden = ["A1", "A2"]\n'
    '[akut_fara]\nnamn = "Fara"\ntyp = "val"\nvarden = ["ja", "nej"]\n',
    "meddelanden.toml": '[hej]\nnamn = "Hej"\nslag = "meddelande"\nfalt = ["akut_fara"]\n'
    'registreras_av = ["socialtjansten"]\n'
    '[slut]\nnamn = "Slut"\nslag = "signal"\nfalt = []\nregistreras_av = ["socialtjansten"]\n',
    "sluttillstand.toml": 'A1.namn = "Klart"\nA2.namn = "Ingen misstanke"\n',
})  # fmt: skip
FORM = form_of(
    radio(validate={"required": True}, properties={"skydd.variabel": "akut_fara"}),
    {"type": "textarea", "id": "skal", "key": "skal", "label": "Skäl"},
)


@dataclass
class Kept:
    """What a store holds; a transaction works on a copy of it."""

    cases: dict[str, Case] = field(default_factory=dict)
    instances: dict[str, Instance] = field(default_factory=dict)
    drafts: dict[str, Mapping[str, object]] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    outbox: list[Message] = field(default_factory=list)
    reminded: list[str] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)

    def copied(self) -> "Kept":
        """Return another drawer with the same things in it: all of them are frozen."""
        return Kept(**{name: copy(drawer) for name, drawer in vars(self).items()})


class MemoryStore:
    """Keeps cases as long as a test runs; what raises leaves everything as it was."""

    def __init__(self, people: Sequence[Actor] = ()) -> None:
        self.kept = Kept()
        self.people = {person.id: person for person in people}
        self.denied: list[tuple[str, str, str]] = []
        self.written: list[str] = []
        """Names of the writes of the last transaction, in order."""
        self.lost_races = 0
        """How many more saves lose to somebody else."""
        self.attempts = 0

    @contextmanager
    def transaction(self) -> Iterator["MemoryUnit"]:
        self.attempts += 1
        self.written = []
        working = self.kept.copied()
        yield MemoryUnit(self, working)
        self.kept = working

    def deny(self, at: datetime, actor: Actor, action: str, target: str) -> None:
        self.denied.append((actor.id, action, target))

    def due(self, now: datetime, limit: int = 100) -> Sequence[Timer]:
        timers = [t for i in self.kept.instances.values() for t in i.timers if t.due_at <= now]
        return sorted(timers, key=lambda timer: timer.due_at)[:limit]

    def cases_with_pending_messages(self) -> Sequence[str]:
        return list(dict.fromkeys(message.case_id for message in self.kept.outbox))


class MemoryUnit:
    """One transaction on a copy of what is kept."""

    def __init__(self, store: MemoryStore, kept: Kept) -> None:
        self._store, self._kept = store, kept

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

    def give(self, task: Task, assignee: str | None) -> None:
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

    def keep_draft(self, task: Task, answers: Mapping[str, object]) -> None:
        self._did("keep_draft")
        self._kept.drafts[task.id] = answers

    def keep_record(self, record: Record) -> None:
        self._did("keep_record")
        self._kept.records.append(record)

    def send(self, messages: Sequence[Message]) -> None:
        self._did("send")
        self._kept.outbox += messages

    def pending(self, case_id: str) -> Sequence[Message]:
        return [message for message in self._kept.outbox if message.case_id == case_id]

    def delivered(self, message: Message, at: datetime) -> None:
        self._did("delivered")
        self._kept.outbox.remove(message)

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

    def participates(self, case_id: str, agency: str) -> bool:
        return any((e.case_id, e.agency) == (case_id, agency) for e in self._kept.log)

    def _did(self, what: str) -> None:
        self._store.written.append(what)

    @staticmethod
    def _found(among: Mapping[str, Any], key: str) -> Any:
        if key not in among:
            raise NotFound(key)
        return among[key]


class Rows:
    """Processes that are rows of steps, done one after the other.

    A step is `task <agency> <name> [role]`, `timer <name>`, `wait <message>`, `send <message>`
    or `end <state>`. `starts` maps messages to the processes they start.
    """

    def __init__(self, rows: Mapping[str, Sequence[str]], **starts: str) -> None:
        self._rows, self._starts = rows, starts

    def registers(self, version: str) -> Registers:
        return REGISTERS

    def form(self, instance: Instance, task: Task) -> Form:
        return FORM

    def starts(self, version: str, message: str) -> str | None:
        return self._starts.get(message)

    def start(self, instance: Instance, now: datetime, message: str | None = None) -> Step:
        return self._at(instance, 0, now)

    def complete(
        self, instance: Instance, task: Task, variables: Mapping[str, str], now: datetime
    ) -> Step:
        if task not in instance.tasks:
            raise Conflict("Uppgiften är inte längre öppen.")
        return self._next(instance, variables, now)

    def fire(self, instance: Instance, timer: Timer, now: datetime) -> Step:
        return self._next(instance, {}, now)

    def catch(self, instance: Instance, message: Message, now: datetime) -> Step:
        return self._next(instance, message.payload, now)

    def _next(self, instance: Instance, variables: Mapping[str, str], now: datetime) -> Step:
        knowing = replace(instance, variables={**instance.variables, **variables})
        return self._at(knowing, int(instance.state) + 1, now)

    def _at(self, before: Instance, position: int, now: datetime) -> Step:
        kind, *words = [*self._rows[before.process], "end"][position].split()
        place = replace(before, state=str(position), tasks=(), timers=(), waiting=())
        if kind == "send":
            type_ = REGISTERS.messages[words[0]].kind
            sent = Message(f"{before.id} {position}", before.case_id, words[0], type_,
                           before.variables, before.id)  # fmt: skip
            after = self._at(before, position + 1, now)
            return replace(after, sent=(sent, *after.sent))
        if kind == "task":
            place = replace(place, tasks=(_task(before, position, words, now),))
        if kind == "timer":
            place = replace(place, timers=(Timer(before.id, words[0], now),))
        if kind == "wait":
            place = replace(place, waiting=(words[0],))
        if kind == "end":
            place = replace(place, ended=True, end_state=words[0] if words else None)
        return Step(place, (str(position),))


def _task(instance: Instance, position: int, words: Sequence[str], now: datetime) -> Task:
    agency, name, *role = words
    return Task(
        f"{instance.id} {position}", instance.case_id, instance.id, f"{name}#1", instance.process,
        name, name.title(), agency, "f", now, role[0] if role else None,
    )  # fmt: skip
