"""A fake of the store: everything in dictionaries; see `rowed` for processes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from engine.mishaps import Incident
from engine.model import Actor, Timer
from tests.engine.fake_unit import Kept, MemoryUnit


class MemoryStore:
    """Keeps cases as long as a test runs; what raises leaves everything as it was."""

    def __init__(self, people: Sequence[Actor] = ()) -> None:
        self.kept = Kept()
        self.people = {person.id: person for person in people}
        self.denied: list[tuple[str, str, str]] = []
        self.written: list[str] = []  # the writes of the last transaction, in order
        self.lost_races = 0  # how many more saves lose to somebody else
        self.attempts = 0
        self.leased: dict[tuple[str, str], datetime] = {}

    @contextmanager
    def transaction(self) -> Iterator["MemoryUnit"]:
        self.attempts += 1
        self.written = []
        working = self.kept.copied()
        yield MemoryUnit(self, working)
        self.kept = working

    def deny(self, at: datetime, actor: Actor, action: str, target: str) -> None:
        self.denied.append((actor.id, action, target))

    def take_due(self, now: datetime, limit: int = 100) -> Sequence[Timer]:
        timers = [t for i in self.kept.instances.values() for t in i.timers if t.due_at <= now]
        free = [t for t in timers if self._is_free(t, now)]
        taken = sorted(free, key=lambda timer: (timer.due_at, timer.path))[:limit]
        self.leased |= {_key(timer): now + timedelta(seconds=60) for timer in taken}
        return taken

    def give_back(self, timer: Timer) -> None:
        self.leased.pop(_key(timer), None)

    def report(self, incident: Incident) -> None:
        self.kept.incidents[incident.id] = incident
        if incident.kind == "timer":
            self.kept.parked.add((incident.instance_id or "", incident.element or ""))

    def incidents(self) -> Sequence[Incident]:
        return list(self.kept.incidents.values())

    def take_chore(self, name: str, day: str, at: datetime) -> bool:
        first = (name, day) not in self.kept.chores
        self.kept.chores.add((name, day))
        return first

    def changed_cases(self) -> Sequence[str]:
        entries = [event.case_id for event in self.kept.log]
        checked = self.kept.checked
        return [c for c in self.kept.cases if entries.count(c) > checked.get(c, 0)]

    def _is_free(self, timer: Timer, now: datetime) -> bool:
        key = _key(timer)
        leased = key in self.leased and self.leased[key] > now
        return key not in self.kept.parked and not leased

    def cases_with_pending_messages(self) -> Sequence[str]:
        return list(dict.fromkeys(message.case_id for message in self.kept.outbox))


def _key(timer: Timer) -> tuple[str, str]:
    return timer.instance_id, timer.path
