"""What completing a task comes to: weighed first, then written or kept as a proposal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from engine import journal
from engine.answers import Answers
from engine.deadlines import ZONE
from engine.ending import settle_end
from engine.errors import Expiring
from engine.model import Actor, Command, Disclosure, Event, Expiry, Instance, Record, Step, Task
from engine.papers import Proposal
from engine.ports import Processes, Unit
from engine.secrecy.marking import marked_by
from engine.secrecy.sending import Sending


@dataclass(frozen=True)
class Completion:
    """Everything that follows from answers that hold; nothing of it is written yet."""

    before: Instance
    task: Task
    answers: Answers
    copies: tuple[Disclosure, ...]
    step: Step
    ends: Sequence[Expiry]
    by: Actor
    at: datetime

    def proposal(self, typed: Mapping[str, Sequence[str]]) -> Proposal:
        """Return the answers as they wait for a second person; what only the page sends is left."""
        sent = {key: list(values) for key, values in typed.items() if not key.startswith("_")}
        return Proposal(self.task.id, self.task.case_id, self.task.agency, sent, self.answers.data,
                        self.at, self.by.id, self.by.acting_for)  # fmt: skip

    def write(self, unit: Unit, command: Command | None, approved: Actor | None = None) -> None:
        """Save where the case is now, the record, what is handed over and sent, and the log."""
        task, step = self.task, self.step
        unit.save(step.instance)
        unit.keep_record(Record(str(uuid4()), task.case_id, task.id, task.agency, task.form,
                                self.answers.data, self.at, self.by.id))  # fmt: skip
        unit.disclose(self.copies)
        unit.send(step.sent)
        unit.keep_command(command, self.at, task.case_id)
        marked = marked_by(unit, task.case_id, self.answers.data, self.by, self.at)
        unit.record([*self._told(approved), *marked, *settle_end(unit, step, self.at)])

    def _told(self, approved: Actor | None) -> list[Event]:
        variables = dict(self.answers.variables)
        done = journal.completed(self.before, self.step, self.task, variables, self.by, self.at)
        told = [*journal.handed_over(self.copies)]
        if approved:
            given = {"proposed_by": self.by.id}
            told.append(journal.handled("task_approved", self.task, approved, self.at, **given))
        told.append(journal.confirmed(done, self.ends))
        return [*told, *journal.consequences(self.before, self.step, self.at, self.task)]


@dataclass(frozen=True)
class Completing:
    """Weighs answers against a task."""

    processes: Processes
    instance: Instance
    task: Task

    def weigh(
        self,
        by: Actor,
        typed: Mapping[str, Sequence[str]],
        confirmed: Collection[str],
        now: datetime,
    ) -> Completion:
        """Return what the answers lead to.

        Raises InvalidAnswers, NoGround, or Expiring for what would end at once unconfirmed.
        """
        instance, task = self.instance, self.task
        form = self.processes.form(instance, task)
        answers = form.accept(typed, now.astimezone(ZONE).date())
        sending = Sending(self.processes, instance.version, task, form)
        copies = sending.disclosures(instance, answers, by, now)
        step = self.processes.complete(instance, task, answers.variables, now)
        ends = self.processes.expiring(instance, step.instance, now)
        if any(each.key not in confirmed for each in ends):
            raise Expiring(ends)
        return Completion(instance, task, answers, copies, step, ends, by, now)

    def approver(self) -> str | None:
        """Return the role whose approval the element asks for, if it does."""
        process, element = self.task.process, self.task.element
        return self.processes.approval(self.instance.version, process, element)
