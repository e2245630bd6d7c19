"""One case moved on a copy: what would be open, due and ahead, and whether it could still end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.moves.clocks import drawn
from engine.bpmn.moves.standing import standing
from engine.bpmn.moves.walk import Walker
from engine.bpmn.workflow import SpiffProcesses
from engine.errors import STUCK, Immovable
from engine.model import Event, Instance, Step, Task
from engine.modelling.preview.altered import Altered, Place
from engine.modelling.preview.outcome import (
    AHEAD,
    CHOICE,
    COSMETIC,
    IMPOSSIBLE,
    PASSED,
    Handed,
    Outcome,
    Shift,
)
from engine.modelling.preview.reach import Reach

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Trial:
    """A case moved on a copy: each running instance as it is and as it would be."""

    outcome: Outcome
    steps: tuple[tuple[Instance, Step], ...] = ()
    """In the order in which they are moved; none where it is impossible."""


@dataclass
class Predictor:
    """Tries cases on one version."""

    moves: SpiffProcesses
    target: ProcessSet
    _walker: Walker = field(init=False)
    _reach: Reach = field(init=False)
    _altered: dict[str, Altered] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._walker, self._reach = Walker(self.target), Reach(self.target)

    def concerns(self, instances: Iterable[Instance]) -> list[Instance]:
        """Return the running instances that are not on the version yet, in a fixed order."""
        left = [i for i in instances if not i.ended and i.version != self.target.version]
        return sorted(left, key=lambda instance: instance.id)

    def tried(self, instances: Sequence[Instance], log: Iterable[Event], now: datetime) -> Trial:
        """Move all instances of a case on a copy, and say what that comes to."""
        running = self.concerns(instances)
        version = running[0].version
        try:
            moved = [(each, self.moves.moved(each, self.target.version, now)) for each in running]
            proved = [self._ends(step.instance) for _, step in moved]
        except Immovable as error:
            return Trial(Outcome(version, IMPOSSIBLE, why=error.why, where=error.element[:80]))
        outcome = self._outcome(version, moved, self._passed(instances, log), now, all(proved))
        return Trial(outcome, tuple(moved))

    def _ends(self, instance: Instance) -> bool:
        verdict = self._walker.ends(instance)
        if verdict is False:
            raise Immovable(STUCK, instance.process)
        return verdict is not None

    def _outcome(
        self, version: str, moved: Sequence[tuple[Instance, Step]], passed: set[Place],
        now: datetime, proved: bool,
    ) -> Outcome:  # fmt: skip
        altered = self._between(version)
        at = {place for _, step in moved for place in standing(step.instance, self.target)}
        ahead = self._reach.ahead(at)
        new = {place: name for place, name in altered.duties.items() if place in ahead}
        behind = {
            p: n for p, n in altered.duties.items() if self._went_past(altered, p, passed, at)
        }  # also where it may come again
        pairs = [(before, step.instance) for before, step in moved]
        tasks = [pair for before, after in pairs for pair in _kept(before, after)]
        gone = [t.name for before, after in pairs for t in before.tasks if not after.task(t.id)]
        handed = [_handed(*pair) for pair in tasks if _who(pair[0]) != _who(pair[1])]
        due = [(a, b) for a, b in tasks if a.due_at != b.due_at]
        choice = gone or handed or any(b.due_at and b.due_at <= now for _, b in due)
        touched = ahead & altered.places or due
        grade = CHOICE if choice else PASSED if behind else AHEAD if touched else COSMETIC
        return Outcome(
            version, grade, _sorted(new.values()), _sorted(behind.values()), _sorted(gone),
            tuple(sorted(handed, key=lambda h: h.step)),
            tuple(sorted((_shift(*pair) for pair in due), key=lambda s: s.step)),
            unproved=not proved,
        )  # fmt: skip

    def _between(self, version: str) -> Altered:
        if version not in self._altered:
            self._altered[version] = Altered(self.moves.published(version), self.target)
        return self._altered[version]

    def _passed(self, instances: Sequence[Instance], log: Iterable[Event]) -> set[Place]:
        """Return what the case has passed, by its log."""
        known = {each.id: each for each in instances}
        paths = {(e.instance_id, path) for e in log for path in e.details.get("passed", ())}
        found = ((known[i], path) for i, path in paths if i in known)
        return {place for each, path in found for place in self._place(each, path)}

    def _place(self, instance: Instance, path: str) -> Iterator[Place]:
        element = drawn(self.moves.published(instance.version), instance.process, path)
        if element is not None:
            yield element.process, element.id

    @staticmethod
    def _went_past(altered: Altered, place: Place, passed: set[Place], at: set[Place]) -> bool:
        process = place[0]
        return any((process, a) in passed and ((process, b) in passed or (process, b) in at)
                   for a, b in altered.gap(place))  # fmt: skip


def _kept(before: Instance, after: Instance) -> Iterator[tuple[Task, Task]]:
    for task in before.tasks:
        if (same := after.task(task.id)) is not None:
            yield task, same


def _who(task: Task) -> tuple[str, str | None]:
    return task.agency, task.role


def _handed(before: Task, after: Task) -> Handed:
    return Handed(after.name, before.agency, after.agency, before.role, after.role)


def _shift(before: Task, after: Task) -> Shift:
    hours = None
    if before.due_at is not None and after.due_at is not None:
        hours = round((after.due_at - before.due_at) / HOUR)
    return Shift(after.name, after.deadline, hours, after.due_at is not None)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
