"""Random walks through the published processes: every step saved, loaded and written to a log."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from engine import journal
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.deadlines import ZONE
from engine.model import Actor, Event, Instance, Message, Step, Task, Timer
from tests.conftest import MONDAY
from tests.engine.chance import Chance

SOMEBODY = Actor("somebody", "Någon Alls", "any")
LONGEST = 40


class Walk:
    """One instance on its way through one process, moved at random."""

    def __init__(self, published: ProcessSet, process: str, seed: int) -> None:
        self.published = published
        self.processes = SpiffProcesses(lambda _: published)
        self.random = Random(f"{process} {seed}")  # noqa: S311  a walk, no secret
        self.chance = Chance(self.random, published.registers)
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
        registers = self.published.registers
        known = registers.messages[by].fields if by else registers.variables
        new = Instance(
            "i", "c", process, self.published.version, variables=self.chance.values(known, self.now)
        )
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
        variables = dict(form.accept(self.chance.typed(form, self.now), self._today()).variables)
        step = self.processes.complete(before, task, variables, self.now)
        self._save(journal.completed(before, step, task, variables, SOMEBODY, self.now), step)

    def _fire(self, timer: Timer) -> None:
        step = self.processes.fire(self.instance, timer, self.now)
        self._save(journal.fired(self.instance, step, timer, self.now), step)

    def _catch(self, name: str) -> None:
        known = self.published.registers.messages[name]
        message = Message("m", "c", name, known.kind, self.chance.values(known.fields, self.now))
        step = self.processes.catch(self.instance, message, self.now)
        self._save(journal.caught(self.instance, step, message, self.now), step)

    def _save(self, entry: Event, step: Step) -> None:
        self._note(entry, self.instance, step)
        self.instance = replace(step.instance, revision=self.instance.revision + 1)

    def _note(self, entry: Event, before: Instance, step: Step) -> None:
        self.log += [entry, *journal.consequences(before, step, self.now, None)]

    def _timers(self) -> list[Timer]:
        return [timer for timer in self.instance.timers if not timer.reminds]

    def _today(self) -> date:
        return self.now.astimezone(ZONE).date()
