"""Random walks through the published processes: every step saved, loaded and written to a log."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from engine import journal
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.deadlines import ZONE
from engine.demo import typed
from engine.forms import Field, Form
from engine.model import Actor, Event, Instance, Message, Step, Task, Timer
from engine.registers import Variable
from tests.conftest import MONDAY

SOMEBODY = Actor("somebody", "Någon Alls", "any")
LONGEST = 40
SKIPPED = 0.5
"""How often a question that may be skipped is."""


class Walk:
    """One instance on its way through one process, moved at random."""

    def __init__(self, published: ProcessSet, process: str, seed: int) -> None:
        self.published = published
        self.processes = SpiffProcesses(lambda _: published)
        self.random = Random(f"{process} {seed}")  # noqa: S311  a walk, no secret
        self.now: datetime = MONDAY
        self.log: list[Event] = []
        self.instance = self._start(process)

    def steps(self) -> Iterator[Instance]:
        """Yield the saved instance after each step, to the end or until it is far enough."""
        yield self.instance
        for _ in range(LONGEST):
            if self.instance.ended:
                return
            self._move()
            yield self.instance

    def is_stuck(self) -> bool:
        """Say whether the process runs but nobody and nothing can move it."""
        here = self.instance
        return not (here.ended or here.tasks or here.waiting or self._timers())

    def remind(self, timer: Timer) -> None:
        """Remind of a task, as the worker does: the timer goes, the process stays."""
        task = self.instance.task(timer.reminds or "")
        assert task is not None
        left = tuple(each for each in self.instance.timers if each != timer)
        self.instance = replace(self.instance, timers=left)
        self.log.append(journal.reminded(task, timer, self.now))

    def _start(self, process: str) -> Instance:
        trigger = self.published.diagram(process).start().trigger
        by = trigger.value if trigger else None
        known = self.published.registers.messages[by].fields if by else self._variables()
        new = Instance("i", "c", process, self.published.version, variables=self._values(known))
        step = self.processes.start(new, self.now, by)
        started = Message("m", "c", by, "meddelande", new.variables) if by else None
        self._note(journal.started(step, self.now, started, new), new, step)
        return step.instance

    def _move(self) -> None:
        self.now += timedelta(hours=self.random.randint(1, 60))
        doing = self.random.choices(("task", "timer", "message", "reminder"), (16, 3, 1, 1))[0]
        here = self.instance
        if doing == "reminder" and len(here.timers) > len(self._timers()):
            self.remind(self.random.choice([t for t in here.timers if t.reminds]))
        elif doing == "timer" and self._timers():
            self._fire(self.random.choice(self._timers()))
        elif (doing == "message" or not here.tasks) and here.waiting:
            self._catch(self.random.choice(here.waiting))
        elif here.tasks:
            self._complete(self.random.choice(here.tasks))
        else:
            self._fire(self.random.choice(self._timers()))

    def _complete(self, task: Task) -> None:
        before, form = self.instance, self.processes.form(self.instance, task)
        variables = self._answers(form)
        step = self.processes.complete(before, task, variables, self.now)
        self._save(journal.completed(before, step, task, variables, SOMEBODY, self.now), step)

    def _fire(self, timer: Timer) -> None:
        step = self.processes.fire(self.instance, timer, self.now)
        self._save(journal.fired(self.instance, step, timer, self.now), step)

    def _catch(self, name: str) -> None:
        known = self.published.registers.messages[name]
        message = Message("m", "c", name, known.kind, self._values(known.fields))
        step = self.processes.catch(self.instance, message, self.now)
        self._save(journal.caught(self.instance, step, message, self.now), step)

    def _save(self, entry: Event, step: Step) -> None:
        self._note(entry, self.instance, step)
        self.instance = replace(step.instance, revision=self.instance.revision + 1)

    def _note(self, entry: Event, before: Instance, step: Step) -> None:
        self.log += [entry, *journal.consequences(before, step, self.now, None)]

    def _timers(self) -> list[Timer]:
        return [timer for timer in self.instance.timers if not timer.reminds]

    def _answers(self, form: Form) -> dict[str, str]:
        """Fill in a form at random, as a browser would post it, and return what it sets."""
        today = self.now.astimezone(ZONE).date()
        wanted = {field.variable or field.key: self._answer(field) for field in form.fields}
        posted = typed(form, wanted, today)
        for field in form.fields:
            if not field.required and self.random.random() < SKIPPED:
                posted = {k: v for k, v in posted.items() if k.partition("-")[0] != field.key}
        return dict(form.accept(posted, today).variables)

    def _answer(self, field: Field) -> str:
        if field.kind == "datetime":
            return self._day(furthest=0 if field.past_only else 200)
        return self.random.choice(field.options).value if field.options else "1"

    def _variables(self) -> dict[str, Variable]:
        return dict(self.published.registers.variables)

    def _values(self, names: object) -> dict[str, str]:
        variables = self._variables()
        return {name: self._value(variables[name]) for name in names}  # type: ignore[attr-defined]

    def _value(self, variable: Variable) -> str:
        if variable.kind == "val":
            return self.random.choice(variable.codes)
        return self._day() if variable.kind == "datum" else self.now.isoformat()

    def _day(self, furthest: int = 200) -> str:
        return (self.now + timedelta(days=self.random.randint(-10, furthest))).date().isoformat()
