"""What must hold after a fault: pure, over what was acknowledged and what is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

MAIN_ENTRY = {
    "open_case": "case_opened",
    "complete_task": "task_completed",
    "register": "message_registered",
}
"""The entry that each verb leaves exactly once."""
SENDS = {"message_sent", "message_registered"}


@dataclass(frozen=True)
class Entry:
    """An entry of a case's log, as far as it is counted."""

    case: str
    kind: str
    command: str | None = None
    task: str | None = None
    instance: str | None = None
    path: str | None = None
    """The path of a timer."""
    message: str | None = None
    """The id of a message that was sent; the name of one that started an instance."""


@dataclass(frozen=True)
class Letter:
    """A message, as the outbox keeps it."""

    id: str
    case: str
    kind: str = "meddelande"
    delivered: bool = True
    receiver: str | None = None
    dead_because: str | None = None


@dataclass(frozen=True)
class Clock:
    """A timer that still waits."""

    instance: str
    path: str
    due_at: datetime
    parked: bool = False


@dataclass(frozen=True)
class Seen:
    """Everything a verdict is passed on."""

    acknowledged: Mapping[str, str] = field(default_factory=dict)
    """Command id → verb, of every command that was answered as done."""
    commands: Mapping[str, str] = field(default_factory=dict)
    """The same of what the database keeps as done."""
    entries: Sequence[Entry] = ()
    letters: Sequence[Letter] = ()
    clocks: Sequence[Clock] = ()
    stuck: Sequence[str] = ()
    """Open cases in which nobody and nothing can do anything."""
    told: Sequence[str] = ()
    """What `skydd rebuild`, `skydd audit verify` and the incidents tell of."""
    too_late: str = ""
    """Why a message may be dead without being lost: its case had ended."""


def violations(seen: Seen, now: datetime) -> list[str]:
    """Return what is lost, doubled or otherwise wrong; empty when all is as it should be."""
    return [*_commands(seen), *_tasks(seen), *_timers(seen, now), *_messages(seen), *_rest(seen)]


def _commands(seen: Seen) -> Iterator[str]:
    """Every acknowledged command is there; whatever is there has left its entry once."""
    for lost in seen.acknowledged.keys() - seen.commands.keys():
        yield f"acknowledged and lost: {seen.acknowledged[lost]} {lost}"
    left = Counter((e.command, e.kind) for e in seen.entries if e.command)
    for command, verb in seen.commands.items():
        count = left[command, MAIN_ENTRY[verb.partition(" ")[0]]]
        if count != 1:
            yield f"{verb} {command} left {count} entries instead of one"


def _tasks(seen: Seen) -> Iterator[str]:
    done = Counter(e.task for e in seen.entries if e.kind == "task_completed")
    yield from (f"task {task} was completed {n} times" for task, n in done.items() if n > 1)
    opened = Counter(e.task for e in seen.entries if e.kind == "task_opened")
    yield from (f"task {task} was opened {n} times" for task, n in opened.items() if n > 1)


def _timers(seen: Seen, now: datetime) -> Iterator[str]:
    fired = Counter((e.instance, e.path) for e in seen.entries if e.kind == "timer_fired")
    yield from (f"timer {p} of {i} fired {n} times" for (i, p), n in fired.items() if n > 1)
    for clock in seen.clocks:
        if clock.parked:
            yield f"timer {clock.path} of {clock.instance} waits for a person"
        elif clock.due_at <= now:
            yield f"timer {clock.path} of {clock.instance} never fired"
        if fired[clock.instance, clock.path]:
            yield f"timer {clock.path} of {clock.instance} has fired and still waits"


def _messages(seen: Seen) -> Iterator[str]:
    sent = Counter(e.message for e in seen.entries if e.kind in SENDS)
    kept = Counter(letter.id for letter in seen.letters)
    yield from (f"message {id_} was sent and is lost" for id_ in sent.keys() - kept.keys())
    yield from (f"message {id_} was sent {n} times" for id_, n in sent.items() if n > 1)
    for letter in seen.letters:
        if letter.dead_because and letter.dead_because != seen.too_late:
            yield f"message {letter.id} is dead: {letter.dead_because}"
    received = Counter(e.instance for e in seen.entries if _receives(e))
    delivered = Counter(each.receiver for each in seen.letters if each.delivered and each.receiver)
    for instance in received.keys() | delivered.keys():
        if received[instance] != delivered[instance]:
            yield (f"instance {instance} took in {received[instance]} messages "
                   f"of {delivered[instance]}")  # fmt: skip


def _receives(entry: Entry) -> bool:
    if entry.kind == "instance_started":
        return entry.message is not None
    return entry.kind == "message_caught"


def _rest(seen: Seen) -> Iterator[str]:
    yield from (f"case {case} can go no further" for case in seen.stuck)
    yield from seen.told
