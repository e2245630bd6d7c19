"""A closed case run again on other processes: where it would first have gone another way.

What people answered then is all there is. They might have answered otherwise, so this is no
forecast: it is a count of cases. Nothing is kept, and nothing is written to the case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.errors import EngineError
from engine.model import Event, Instance, Message, Step

SAME, NEW, OTHER, BROKEN = "samma", "nytt", "annan", "stopp"
COMMANDS = {"instance_started", "task_completed", "message_caught", "timer_fired"}
MOVES = {"case_moved", "case_move_undone"}
FAILS = (EngineError, LookupError, StopIteration, ValueError, TypeError)
"""What running on may raise where the processes lack a step, a message or a variable."""
Place = tuple[str, str]


@dataclass(frozen=True)
class Way:
    """How a case would go. It names steps of the drawings, nothing of the case."""

    kind: str
    after: str = ""
    """What had just been done or had happened where it first differs."""
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass
class Follows:
    """What followed a command: steps that opened, what was sent, and the end."""

    opened: Counter[Place] = field(default_factory=Counter)
    sent: Counter[str] = field(default_factory=Counter)
    end: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Rerunning:
    """Runs closed cases again on one set, which need not be published."""

    target: ProcessSet
    published: Callable[[str], ProcessSet]

    def way(self, log: Sequence[Event]) -> Way:
        """Return how a case would go, from its whole log in order."""
        processes = SpiffProcesses(lambda _version: self.target)
        instances: dict[str, Instance] = {}
        for entry, was in commands(log):
            before = instances.get(entry.instance_id or "")
            try:
                step = self._again(processes, entry, before)
            except FAILS:
                return Way(BROKEN, self._named(entry, log))
            instances[step.instance.id] = step.instance
            if differs := self._differing(was, followed(before, step), log):
                kind, one, other = differs
                return Way(kind, self._named(entry, log), one, other)
        return Way(SAME)

    def _again(self, processes: SpiffProcesses, entry: Event, before: Instance | None) -> Step:
        told, at = entry.details, entry.at
        if before is None:
            new = Instance(entry.instance_id or "", entry.case_id, told["process"],
                           self.target.version, variables=told["variables"])  # fmt: skip
            return processes.start(new, at, told["message"])
        if entry.kind == "task_completed":
            task = next(each for each in before.tasks if each.path == told["path"])
            return processes.complete(before, task, told["variables"], at)
        if entry.kind == "timer_fired":
            timer = next(each for each in before.timers if each.path == told["path"])
            return processes.fire(before, timer, at)
        if told["name"] not in before.waiting:
            raise LookupError(told["name"])
        message = Message("", entry.case_id, told["name"], told["kind"], told["variables"])
        return processes.catch(before, message, at)

    def _differing(
        self, was: Follows, now: Follows, log: Sequence[Event]
    ) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
        """Return what kind of difference there is, and what there was and would be."""
        gone, more = was.opened - now.opened, now.opened - was.opened
        if gone or more:
            known = self.published(_version(log)).diagrams
            new = more and not any(p in known and e in known[p].elements for p, e in more)
            return NEW if new else OTHER, self._steps(gone, log), self._steps(more, log)
        if was.sent != now.sent:
            return OTHER, self._sent(was.sent - now.sent), self._sent(now.sent - was.sent)
        if was.end != now.end:
            return OTHER, self._ends(was.end), self._ends(now.end)
        return None

    def _steps(self, places: Mapping[Place, int], log: Sequence[Event]) -> tuple[str, ...]:
        return tuple(sorted(self._step(place, log) for place in places))

    def _step(self, place: Place, log: Sequence[Event]) -> str:
        process, element = place
        for diagrams in (self.target.diagrams, self.published(_version(log)).diagrams):
            if process in diagrams and element in diagrams[process].elements:
                return diagrams[process].elements[element].name
        return element

    def _sent(self, names: Mapping[str, int]) -> tuple[str, ...]:
        known = self.target.registers.messages
        return tuple(sorted(known[name].name if name in known else name for name in names))

    def _ends(self, end: tuple[str | None, ...]) -> tuple[str, ...]:
        states = self.target.registers.end_states
        return tuple(states.get(each or "", "slut") for each in end)

    def _named(self, entry: Event, log: Sequence[Event]) -> str:
        """Name what was done or happened."""
        told = entry.details
        if entry.kind == "instance_started":
            diagrams = self.published(_version(log)).diagrams
            return diagrams[told["process"]].name if told["process"] in diagrams else ""
        if entry.kind == "message_caught":
            return self._sent({told["name"]: 1})[0]
        return str(told.get("name") or told["path"].partition("#")[0].rpartition("/")[2])


def commands(log: Sequence[Event]) -> Iterator[tuple[Event, Follows]]:
    """Yield what moved a case, each with what followed; moving it to a version is none."""
    current: tuple[Event, Follows] | None = None
    for entry in log:
        if entry.kind in COMMANDS | MOVES:
            if current:
                yield current
            current = (entry, Follows()) if entry.kind in COMMANDS else None
        elif current and entry.instance_id == current[0].instance_id:
            _note(current[1], entry)
    if current:
        yield current


def followed(before: Instance | None, step: Step) -> Follows:
    """Return what followed a step."""
    known = {task.id for task in before.tasks} if before else set()
    opened = Counter((t.process, t.element) for t in step.instance.tasks if t.id not in known)
    end = (step.instance.end_state,) if step.instance.ended else ()
    return Follows(opened, Counter(message.name for message in step.sent), end)


def _note(follows: Follows, entry: Event) -> None:
    told = entry.details
    if entry.kind == "task_opened":
        follows.opened[told["process"], told["element"]] += 1
    elif entry.kind == "message_sent":
        follows.sent[told["name"]] += 1
    elif entry.kind == "instance_ended":
        follows.end = (told["end_state"],)


def _version(log: Sequence[Event]) -> str:
    """Return the version that the case began on."""
    return str(next(e.details["version"] for e in log if e.kind == "instance_started"))
