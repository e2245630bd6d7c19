"""When a timer event fires and when a task is due: from the drawing, the registry and the case.

A clock of the law starts on a day that somebody wrote in a form (`skydd.fran`), not when a token
arrived. Without such a day the clock starts now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from engine import deadlines
from engine.bpmn.diagram import Diagram, Element
from engine.deadlines import Deadline, Kind
from engine.model import Task

REMINDER_HOUR = time(8)


@dataclass(frozen=True)
class Dues:
    """Computes due instants for the elements of one process set."""

    registry: Mapping[str, Deadline]

    def of_timer(self, element: Element, variables: Mapping[str, str], now: datetime) -> datetime:
        """Return the UTC instant at which a timer event fires."""
        trigger = element.trigger
        if trigger is None:
            raise ValueError(f"{element.id} has no timer")
        if trigger.kind == "date":
            return self._at_day(element, date.fromisoformat(variables[trigger.value][:10]))
        start = self._start(element, variables, now)
        return deadlines.due_at(start, trigger.value, shifts=self._shifts(element))

    def of_task(
        self, element: Element, diagram: Diagram, variables: Mapping[str, str], now: datetime
    ) -> tuple[datetime | None, str | None]:
        """Return when a user task is due and by which deadline; (None, None) if by none.

        A deadline without a length ("genast") has no last day, but it still reminds.
        """
        timed = [element, *(b for b in diagram.boundaries(element.id) if b.interrupting)]
        found = [(due, e.properties.get("frist")) for e in timed
                 if (due := self._due(e, variables, now))]  # fmt: skip
        at_once = self.registry.get(element.properties.get("frist", ""))
        nothing = (None, at_once.id if at_once else None)
        return min(found, default=nothing, key=lambda pair: pair[0])

    def reminders(
        self, task: Task, element: Element, variables: Mapping[str, str], now: datetime
    ) -> Iterator[tuple[str, datetime]]:
        """Yield (length, instant) of each reminder of an open task that has not passed."""
        registered = self.registry.get(task.deadline or "")
        start = self._start(element, variables, now)
        for length in registered.reminders if registered else ():
            at = _before(task, length) if length.startswith("-") else _reminder(start, length)
            if at > now:
                yield length, at

    def _due(
        self, element: Element, variables: Mapping[str, str], now: datetime
    ) -> datetime | None:
        trigger = element.trigger
        if trigger and trigger.kind in {"date", "duration"}:
            return self.of_timer(element, variables, now)
        deadline = self.registry.get(element.properties.get("frist", ""))
        if trigger or deadline is None:
            return None
        if deadline.length is None:
            return self._named_day(element, deadline, variables)
        length = deadline.length.removeprefix("R/")
        return deadlines.due_at(
            self._start(element, variables, now), length, shifts=deadline.shifts
        )

    def _at_day(self, element: Element, day: date) -> datetime:
        deadline = self.registry.get(element.properties.get("frist", ""))
        begins = deadline is not None and deadline.at_daybreak
        return deadlines.end_of(day - timedelta(days=1) if begins else day)

    @staticmethod
    def _named_day(
        element: Element, deadline: Deadline, variables: Mapping[str, str]
    ) -> datetime | None:
        """Return the end of the day that a reminder without a length is about: a meeting."""
        text = variables.get(element.properties.get("fran", ""))
        if deadline.kind is not Kind.REMINDER or text is None:
            return None
        return deadlines.end_of(date.fromisoformat(text[:10]))

    def _shifts(self, element: Element) -> bool:
        deadline = self.registry.get(element.properties.get("frist", ""))
        return deadline is not None and deadline.shifts

    @staticmethod
    def _start(element: Element, variables: Mapping[str, str], now: datetime) -> date | datetime:
        text = variables.get(element.properties.get("fran", ""))
        if text is None:
            return now
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _reminder(start: date | datetime, length: str) -> datetime:
    """Return when to remind: after the hours, or in the morning of the last of the days."""
    if deadlines.parse_length(length).unit == "H":
        return deadlines.due_at(start, length, shifts=False)
    day = deadlines.last_day(_day(start), length, shifts=False)
    return datetime.combine(day, REMINDER_HOUR, deadlines.ZONE).astimezone(UTC)


def _before(task: Task, length: str) -> datetime:
    """Return the morning so many days before the task's last day; `length` is -PnD."""
    if task.due_at is None:
        raise ValueError(f"{task.element} has no last day to count back from")
    days = deadlines.parse_length(length.removeprefix("-")).count
    day = deadlines.last_day_of(task.due_at) - timedelta(days=days)
    return datetime.combine(day, REMINDER_HOUR, deadlines.ZONE).astimezone(UTC)


def _day(start: date | datetime) -> date:
    return start.astimezone(deadlines.ZONE).date() if isinstance(start, datetime) else start
