"""The nouns: plain frozen values, no library but the standard one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

Variables = Mapping[str, str]
"""Routing variables: flat names to short codes or ISO dates; what is not set is absent."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong in a file of the process set, said in Swedish."""

    file: str
    element: str | None
    rule: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}#{self.element}" if self.element else self.file
        return f"{place}: {self.message} [{self.rule}]"


@dataclass(frozen=True)
class Agency:
    """An actor of the process: the owner of a lane and of a compartment."""

    id: str
    name: str
    roles: tuple[str, ...]
    signs_in: bool = True
    deidentified: bool = False
    """It keeps nothing that tells who somebody is: its free texts are held to that."""


@dataclass(frozen=True)
class Actor:
    """A person who is signed in, acting for one agency."""

    id: str
    name: str
    agency: str
    roles: frozenset[str] = frozenset()
    team: str = ""
    """The unit inside the agency, in its own words; empty when it is not divided."""
    acting_for: str | None = None
    """The absent colleague in whose place this person acts just now."""


@dataclass(frozen=True)
class Task:
    """An open user task of a process instance (BPMN 2.0 section 10.3.4.1)."""

    id: str
    case_id: str
    instance_id: str
    path: str
    """Call activities and the element, by id, with the round: `ca_akut_skydd/ut_avstam_akut#1`."""
    process: str
    """The process the element is drawn in, which is not the instance's own inside a call."""
    element: str
    name: str
    agency: str
    form: str
    opened_at: datetime
    role: str | None = None
    due_at: datetime | None = None
    deadline: str | None = None
    """Id in the registry of deadlines, `DL-10`."""
    assignee: str | None = None
    paused_at: datetime | None = None
    """Since when its time, one of ours, stands still; see `engine.pausing`."""


@dataclass(frozen=True)
class Timer:
    """A due instant of a process instance: a timer event, or a reminder of an open task."""

    instance_id: str
    path: str
    due_at: datetime
    deadline: str | None = None
    reminds: str | None = None
    """The id of the task it reminds of; None for a BPMN timer event."""
    paused_at: datetime | None = None


@dataclass(frozen=True)
class Expiry:
    """What a time that has already run out ends, as soon as it is told of."""

    activity: str
    """The name of what is cut short."""
    effect: str
    """What follows by law, in Swedish."""
    law: str
    last_day: date

    @property
    def key(self) -> str:
        """Name it, so that a confirmation means just this."""
        return f"{self.activity} {self.last_day.isoformat()}"


@dataclass(frozen=True)
class Message:
    """A message or signal on its way inside a case (BPMN 2.0 sections 8.4.11 and 10.5.1)."""

    id: str
    case_id: str
    name: str
    kind: str
    """`meddelande` reaches one waiting instance or starts a process; `signal` reaches all."""
    payload: Variables
    sender_instance: str | None = None


STATE_FORMAT = 2
"""How `Instance.state` is written by this release; older ones are read, and kept in the tests."""


@dataclass(frozen=True)
class Instance:
    """A running process of a case, with everything that is saved of it."""

    id: str
    case_id: str
    process: str
    version: str
    """Content hash of the published process set it runs on, for as long as it lives."""
    revision: int = 0
    state: str = ""
    variables: Variables = field(default_factory=dict)
    rounds: Mapping[str, int] = field(default_factory=dict)
    """How often each path has been opened: makes the ids of tasks repeatable in a replay."""
    tasks: tuple[Task, ...] = ()
    timers: tuple[Timer, ...] = ()
    waiting: tuple[str, ...] = ()
    """Names of the messages and signals it can catch now."""
    ended: bool = False
    end_state: str | None = None
    paused_at: datetime | None = None

    def task(self, task_id: str) -> Task | None:
        """Return the open task with this id."""
        return next((task for task in self.tasks if task.id == task_id), None)

    def with_task(self, task: Task) -> Instance:
        """Return the instance with this task in place of the one with its id."""
        return replace(self, tasks=tuple(task if t.id == task.id else t for t in self.tasks))


@dataclass(frozen=True)
class Step:
    """What one command did to an instance: the instance after it, and what it let out."""

    instance: Instance
    passed: tuple[str, ...] = ()
    """Paths of the elements that were completed, in order."""
    sent: tuple[Message, ...] = ()
    taken: tuple[str, ...] = ()
    """Sequence flows that tokens went along, in order: `process/flow`. Not kept in the log."""


@dataclass(frozen=True)
class Case:
    """A presumed victim's matter; named by a number only, never by a person."""

    id: str
    number: str
    version: str
    opened_at: datetime
    opened_by: str
    """The agency that opened it."""
    closed_at: datetime | None = None
    end_state: str | None = None


@dataclass(frozen=True)
class Event:
    """An entry of the case's log: facts only, never the contents of a form."""

    case_id: str
    kind: str
    at: datetime
    actor: str | None = None
    agency: str | None = None
    instance_id: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    sequence: int = 0
    role: str | None = None


@dataclass(frozen=True)
class Record:
    """The answers of one form, kept in the compartment of the agency that gave them."""

    id: str
    case_id: str
    task_id: str
    agency: str
    form: str
    answers: Mapping[str, Any]
    at: datetime
    actor: str


@dataclass(frozen=True)
class Command:
    """What somebody asks for, with an id of the asker's own making: it is done once."""

    id: str
    actor: str
    verb: str
    target: str = ""

    @classmethod
    def given(cls, id_: str | None, actor: Actor, verb: str, target: str = "") -> Command | None:
        """Return the command with this id; None when the asker gave none."""
        return cls(id_, actor.id, verb, target) if id_ else None


@dataclass(frozen=True)
class Disclosure:
    """Chosen answers that one agency handed over, copied to the receiver's compartment."""

    id: str
    case_id: str
    message: str
    """Id in the register of hand-overs, `M01`."""
    name: str
    task_id: str
    sender: str
    receiver: str
    """An agency, or the name of a party outside."""
    ground: str
    form: str
    fields: Mapping[str, Any]
    at: datetime
    actor: str
    outside: bool = False
    """True for a party without a compartment here: then only the log tells of it."""
