"""What the steps share: one case, the people around it, and the answers they give."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from engine.access import READS_PROTECTED
from engine.bootstrap import Engine
from engine.deadlines import ZONE
from engine.demo import typed
from engine.errors import EngineError
from engine.forms import Form
from engine.model import Actor, Case, Event, Instance, Task
from engine.proof.vocabulary import CALLED, NAMES

__all__ = ["NAMES", "Desk"]


@dataclass
class Desk:
    """Everybody's desk in one case."""

    engine: Engine
    case_id: str = ""
    people: list[Actor] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    """What the caseworkers answer when a step does not say: variable or field → code."""
    refused: EngineError | None = None
    last_task: Task | None = None
    seen: dict[str, Task] = field(default_factory=dict)
    """Forms that somebody has open in a browser, by the name of the task."""

    def person(self, agency: str, role: str | None = None) -> Actor:
        """Return somebody at an agency, with a role if the task asks for one."""
        if not self.people:
            self.people += self.engine.queries.people()
        found = [p for p in self.people if p.agency == NAMES.get(agency, agency)]
        assert found, f"ingen vid {agency!r}"
        return next(
            p
            for p in found
            if p.roles - {READS_PROTECTED} == {role or "handlaggare", "handlaggare"}
        )

    def tasks(self, agency: str | None = None) -> list[Task]:
        """Return the open tasks of the case, of one agency or of all.

        First rounds come before later ones: a loop in one track does not hold up the others.
        """
        with self.engine.store.transaction() as unit:
            running = unit.instances(self.case_id)
        found = [
            task
            for instance in running
            for task in instance.tasks
            if agency is None or task.agency == NAMES.get(agency, agency)
        ]
        return sorted(found, key=_fair)

    def task(self, agency: str, name: str) -> Task:
        """Return an open task by its name; fails with what is open if it is not there."""
        mine = self.tasks(agency)
        found = [task for task in mine if task.name == name]
        assert found, (
            f"{agency} har inte uppgiften ”{name}”. Öppet är: {'; '.join(self.open_now())}"
        )
        return found[0]

    def open_now(self) -> list[str]:
        """Return the open tasks in words, for messages to whoever reads why a scenario failed."""
        return [f"{CALLED.get(t.agency, t.agency)}: {t.name}" for t in self.tasks()]

    def complete(self, task: Task, answers: Mapping[str, str] | None = None) -> None:
        """Let the right person complete a task, and the second person approve where one must."""
        by = self.person(task.agency, task.role)
        page = self.engine.queries.task_page(by, task.id)
        self._send(by, task, self._filled(page.form, answers))
        if role := page.approval:
            self.engine.approvals.approve(self.person(task.agency, role), task.id)

    def complete_as(
        self, actor: Actor, task: Task, answers: Mapping[str, str] | None = None
    ) -> None:
        """Let a certain person complete a task, as their browser would."""
        self._send(actor, task, self.posted(task, answers))

    def _send(self, actor: Actor, task: Task, posted: Mapping[str, Sequence[str]]) -> None:
        self.last_task = task
        self.engine.casework.complete_task(actor, task.id, posted)

    def posted(self, task: Task, answers: Mapping[str, str] | None = None) -> dict[str, list[str]]:
        """Return the form of a task filled in with the known answers."""
        owner = self.person(task.agency, task.role)
        return self._filled(self.engine.queries.task_page(owner, task.id).form, answers)

    def _filled(self, form: Form, answers: Mapping[str, str] | None) -> dict[str, list[str]]:
        today = self.engine.clock.now().astimezone(ZONE).date()
        wanted = {**self.answers, **(answers or {})}
        dated = {key: today.isoformat() if v == "i dag" else v for key, v in wanted.items()}
        return typed(form, dated, today)

    def complete_until(self, name: str) -> None:
        """Let everybody work until a task with this name is open."""
        for _ in range(200):
            left = self.tasks()
            if any(task.name == name for task in left):
                return
            assert left, f"ingenting är öppet, och uppgiften ”{name}” kom aldrig"
            self.complete(left[0])
        raise AssertionError(
            f"uppgiften ”{name}” kom aldrig. Öppet är: {'; '.join(self.open_now())}"
        )

    def case(self) -> Case:
        """Return the case as it is now."""
        with self.engine.store.transaction() as unit:
            return unit.case(self.case_id)

    def log(self) -> list[Event]:
        """Return the log of the case."""
        return list(self.engine.casefile.log(self.case_id))

    def instances(self) -> dict[str, Instance]:
        """Return every instance of the case as it is saved, ended ones included."""
        with self.engine.store.transaction() as unit:
            ids = [row["id"] for row in self.engine.casefile.processes(self.case_id)]
            return {each: unit.instance(each) for each in ids}

    def variables(self, process: str) -> dict[str, str]:
        """Return the routing variables of the newest instance of a process."""
        found = [i for i in self.instances().values() if i.process == process]
        return dict(found[-1].variables)

    def running(self) -> dict[str, bool]:
        """Return the processes of the case: process id → whether one of them still runs."""
        running: dict[str, bool] = {}
        for row in self.engine.casefile.processes(self.case_id):
            running[row["process"]] = running.get(row["process"], False) or not row["ended"]
        return running


def _fair(task: Task) -> tuple[int, datetime, str]:
    return int(task.path.rpartition("#")[2]), task.opened_at, task.path
