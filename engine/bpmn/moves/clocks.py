"""Open tasks and timers as another version draws them.

What is due stays due when it was, unless the rule itself is another: then it moves by as much as
the rule does, so that time that has stood still is not lost. Nobody is told of a new day in
passing: the move names every one (`engine.modelling.moving`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Element
from engine.deadlines import ZONE
from engine.model import Instance, Task, Timer

Due = tuple[datetime | None, str | None]


@dataclass(frozen=True)
class Clocks:
    """What an instance has open, between two versions."""

    instance: Instance
    old: ProcessSet
    new: ProcessSet
    now: datetime

    def tasks(self) -> tuple[Task, ...]:
        """Return the open tasks; one whose element is gone is left as it is."""
        return tuple(self._task(task) for task in self.instance.tasks)

    def timers(self, tasks: tuple[Task, ...]) -> tuple[Timer, ...]:
        """Return the timers, with those that open tasks have got on their border."""
        events = [self._timer(each) for each in self.instance.timers if not each.reminds]
        reminders = [each for task in tasks for each in self._reminders(task)]
        return (*events, *reminders, *self._new_timers({each.path for each in events}))

    def _task(self, task: Task) -> Task:
        before, after = self._drawn(task.path)
        if before is None or after is None or after.kind != before.kind:
            return task
        agency, role = after.agency or "system", after.properties.get("roll")
        same = (agency, role) == (task.agency, task.role)
        due, deadline = self._due(task, before, after)
        return replace(
            task, process=after.process, name=after.name, agency=agency, role=role,
            form=after.properties["form"], assignee=task.assignee if same else None,
            due_at=due, deadline=deadline,
        )  # fmt: skip

    def _due(self, task: Task, before: Element, after: Element) -> Due:
        old = self._rule(self.old, before, task.opened_at)
        new = self._rule(self.new, after, task.opened_at)
        if old == new:
            return task.due_at, task.deadline
        return _shifted(task.due_at, old[0], new[0]), new[1]

    def _rule(self, within: ProcessSet, element: Element, since: datetime) -> Due:
        drawing = within.diagram(element.process)
        return within.dues.of_task(element, drawing, self.instance.variables, since)

    def _timer(self, timer: Timer) -> Timer:
        before, after = self._drawn(timer.path)
        if before is None or after is None or not (before.triggers and after.triggers):
            return timer
        since, variables = self._since(timer.path, before), self.instance.variables
        old = self.old.dues.of_timer(before, variables, since)
        new = self.new.dues.of_timer(after, variables, since)
        due = timer.due_at if old == new else _shifted(timer.due_at, old, new) or new
        return replace(timer, due_at=due, deadline=after.properties.get("frist"))

    def _since(self, path: str, element: Element) -> datetime:
        """Return when an activity with a boundary timer began, as far as is known; else now."""
        beside = path.rpartition("/")[0]
        border = f"{beside}/{element.attached_to}".lstrip("/")
        began = (t.opened_at for t in self.instance.tasks if t.path.partition("#")[0] == border)
        return next(began, self.now)

    def _reminders(self, task: Task) -> Iterator[Timer]:
        before = next((t for t in self.instance.tasks if t.id == task.id), task)
        element = self._drawn(task.path)[1]
        if element is None or self._same_reminders(before, task):
            yield from (t for t in self.instance.timers if t.reminds == task.id)
            return
        variables = self.instance.variables
        for length, at in self.new.dues.reminders(task, element, variables, task.opened_at):
            if at > self.now:
                yield Timer(self.instance.id, f"{task.path}@{length}", at, task.deadline, task.id)

    def _same_reminders(self, before: Task, after: Task) -> bool:
        if (before.due_at, before.deadline) != (after.due_at, after.deadline):
            return False
        known = (within.deadlines.get(after.deadline or "") for within in (self.old, self.new))
        old, new = (each.reminders if each else () for each in known)
        return old == new

    def _new_timers(self, known: set[str]) -> Iterator[Timer]:
        plain = {path.partition("#")[0] for path in known}
        for task in self.instance.tasks:
            element = self._drawn(task.path)[1]
            if element is None:
                continue
            beside = task.path.partition("#")[0].rpartition("/")[0]
            for event in self.new.diagram(element.process).boundaries(element.id):
                path = f"{beside}/{event.id}".lstrip("/")
                if path in plain or not _is_clock(event) or self._drawn(path)[0] is not None:
                    continue
                due = self.new.dues.of_timer(event, self.instance.variables, task.opened_at)
                key = f"{path}#{self.instance.rounds.get(path, 0) + 1}"
                yield Timer(self.instance.id, key, due, event.properties.get("frist"))

    def _drawn(self, path: str) -> tuple[Element | None, Element | None]:
        return drawn(self.old, self.instance.process, path), drawn(
            self.new, self.instance.process, path
        )


def drawn(within: ProcessSet, process: str, path: str) -> Element | None:
    """Return the element that a path leads to, if it leads anywhere in a set."""
    *calls, last = path.partition("#")[0].split("/")
    for call in calls:
        diagram = within.diagrams.get(process)
        element = diagram.elements.get(call) if diagram else None
        if element is None or element.called is None:
            return None
        process = element.called
    diagram = within.diagrams.get(process)
    return diagram.elements.get(last) if diagram else None


def _is_clock(element: Element) -> bool:
    return any(trigger.kind in {"date", "duration"} for trigger in element.triggers)


def _shifted(due: datetime | None, old: datetime | None, new: datetime | None) -> datetime | None:
    """Move an instant by as much as the rule does, by the clock on the wall."""
    if new is None or due is None or old is None:
        return new
    local = due.astimezone(ZONE) + (_wall(new) - _wall(old))
    return local.astimezone(UTC)


def _wall(at: datetime) -> datetime:
    return at.astimezone(ZONE).replace(tzinfo=None)
