"""Rebuilds the instances of a case from its log: the log is the source, the saved state a cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from engine.ending import stopped
from engine.fingerprint import due, facts, is_other
from engine.model import Event, Instance, Message, Step
from engine.ports import Processes


@dataclass(frozen=True)
class Replayed:
    """Where the commands of a log lead."""

    instances: dict[str, Instance] = field(default_factory=dict)
    """By id."""
    astray: list[tuple[Event, str]] = field(default_factory=list)
    """Entries after which an instance, named by its process, was not what the entry tells."""


def replayed(entries: Iterable[Event], processes: Processes) -> Replayed:
    """Re-execute the recorded commands; hold the instance against the entry after each of them.

    Each runs on the process version it was recorded with, or moved to, at its recorded time; so
    ids, due times and the saved state come out exactly as they were.
    """
    replaying = _Replay(processes)
    for entry in entries:
        replaying.apply(entry)
        replaying.compare(entry)
    return replaying.found


def rebuild(entries: Iterable[Event], processes: Processes) -> dict[str, Instance]:
    """Return the instances that the recorded commands lead to, by id."""
    return replayed(entries, processes).instances


def differences(saved: Instance, rebuilt: Instance) -> Sequence[str]:
    """Return the names of what differs between a saved instance and the one its log leads to."""
    pairs = {
        "version": (saved.version, rebuilt.version),
        "state": (saved.state, rebuilt.state),
        "variables": (dict(saved.variables), dict(rebuilt.variables)),
        "tasks": (facts(saved), facts(rebuilt)),
        "timers": (due(saved), due(rebuilt)),
        "waiting": (saved.waiting, rebuilt.waiting),
        "pause": (saved.paused_at, rebuilt.paused_at),
        "end": ((saved.ended, saved.end_state), (rebuilt.ended, rebuilt.end_state)),
        "revision": (saved.revision, rebuilt.revision),
    }
    return [name for name, (left, right) in pairs.items() if left != right]


class _Replay:
    def __init__(self, processes: Processes) -> None:
        self.found = Replayed()
        self.instances = self.found.instances
        self._unmoved: dict[str, Instance] = {}
        """Instances as they were before they were last moved to another version."""
        self._processes = processes
        self._commands: Mapping[str, Callable[[Event], Step]] = {
            "instance_started": self._start,
            "task_completed": self._complete,
            "message_caught": self._catch,
            "timer_fired": self._fire,
        }

    def apply(self, entry: Event) -> None:
        """Do again what the entry tells of; entries that tell of consequences do nothing."""
        if entry.kind == "task_reminded":
            self._remind(entry)
        if entry.kind == "case_closed" and entry.details.get("by_hand"):
            self._stop_all()
        if entry.kind == "case_moved":
            self._move(entry)
        if entry.kind == "case_move_undone":
            self._move_back(entry)
        command = self._commands.get(entry.kind)
        if command is None or entry.instance_id is None:
            return
        after = command(entry).instance
        known = entry.instance_id in self.instances
        revision = self.instances[entry.instance_id].revision + 1 if known else 0
        self.instances[entry.instance_id] = replace(after, revision=revision)

    def compare(self, entry: Event) -> None:
        """Note each instance that is not what the entry says that its command left."""
        left = entry.details.get("left", {})
        told = left if isinstance(left, dict) else {entry.instance_id or "": left}
        for id_, mark in told.items():
            instance = self.instances[id_]
            if is_other(mark, instance):
                self.found.astray.append((entry, instance.process))

    def _start(self, entry: Event) -> Step:
        details = entry.details
        new = Instance(
            entry.instance_id or "", entry.case_id, details["process"], details["version"],
            variables=details["variables"],
            paused_at=entry.at if details.get("paused") else None,
        )  # fmt: skip
        return self._processes.start(new, entry.at, details["message"])

    def _complete(self, entry: Event) -> Step:
        instance = self._of(entry)
        task = next(t for t in instance.tasks if t.path == entry.details["path"])
        return self._processes.complete(instance, task, entry.details["variables"], entry.at)

    def _catch(self, entry: Event) -> Step:
        details = entry.details
        message = Message("", entry.case_id, details["name"], details["kind"], details["variables"])
        return self._processes.catch(self._of(entry), message, entry.at)

    def _fire(self, entry: Event) -> Step:
        instance = self._of(entry)
        timer = next(t for t in instance.timers if t.path == entry.details["path"])
        return self._processes.fire(instance, timer, entry.at)

    def _remind(self, entry: Event) -> None:
        instance, details = self._of(entry), entry.details
        left = tuple(
            timer
            for timer in instance.timers
            if (timer.reminds, timer.due_at.isoformat()) != (details["task_id"], details["planned"])
        )
        self.instances[instance.id] = replace(instance, timers=left)

    def _stop_all(self) -> None:
        for instance in list(self.instances.values()):
            if not instance.ended:
                after = replace(stopped(instance), revision=instance.revision + 1)
                self.instances[instance.id] = after

    def _move(self, entry: Event) -> None:
        for id_ in entry.details["instances"]:
            before = self._unmoved[id_] = self.instances[id_]
            after = self._processes.moved(before, entry.details["version"], entry.at).instance
            self.instances[id_] = replace(after, revision=before.revision + 1)

    def _move_back(self, entry: Event) -> None:
        for id_ in entry.details["instances"]:
            revision = self.instances[id_].revision + 1
            self.instances[id_] = replace(self._unmoved[id_], revision=revision)

    def _of(self, entry: Event) -> Instance:
        return self.instances[entry.instance_id or ""]
