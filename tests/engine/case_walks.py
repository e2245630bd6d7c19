"""Random case histories over the published processes: people, time and events, at random but legal.

A walk runs the real verbs on the real processes; only the database is a drawer in memory, so that
thousands of histories fit in minutes. What it did is kept as a scenario a process owner can read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from engine.access import READS_PROTECTED
from engine.approvals import Approvals
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.casework import Casework
from engine.deadlines import ZONE
from engine.demo import people
from engine.errors import Conflict, Expiring, InvalidAnswers
from engine.matching import receivable
from engine.messages import Messages
from engine.model import Actor, Case, Instance, Task
from engine.proof.vocabulary import CALLED
from engine.replay import differences, rebuild
from engine.timers import Timers
from tests.conftest import MONDAY, MovedClock
from tests.engine.chance import Chance
from tests.engine.fakes import MemoryStore

LONGEST = 150
TRIES = 40
"""How often a form is filled in anew when the answers do not go together."""
PEOPLE = tuple(people())
LIKELY = {"misstanke": "kvarstar"}
ENDS = {"avslutar_av_egen_vilja", "misstanke_vederlagd", "utvisning_verkstalld", "person_avliden"}
"""Events that end the case; each is picked a tenth as often as the others."""


class Published:
    """The set that a case began with, or one it has been moved to."""

    def __init__(self, published: ProcessSet) -> None:
        self._published = published
        self.others: dict[str, ProcessSet] = {}

    def __call__(self, version: str) -> ProcessSet:
        return self.others.get(version, self._published)


@dataclass
class CaseWalk:
    """One case on its way, moved at random from its seed."""

    published: ProcessSet
    seed: int
    story: list[str] = field(default_factory=list)
    """What was done, in the words of the features."""

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311  a walk, no secret
        self.chance = Chance(self.random, self.published.registers, LIKELY)
        self.clock = MovedClock(MONDAY)
        self.store = MemoryStore(PEOPLE)
        self.processes = SpiffProcesses(Published(self.published))
        self.messages = Messages(self.store, self.processes, self.clock)
        deliver = self.messages.deliver
        self.casework = Casework(self.store, self.processes, self.clock, deliver)
        self.approvals = Approvals(self.store, self.processes, self.clock, deliver)
        self.timers = Timers(self.store, self.processes, self.clock, deliver)
        agency = self.random.choice(self.published.registers.variables["kalla"].codes)
        self.case_id = self.casework.open_case(self._person(agency)).id
        self._tell(f"Givet att {CALLED[agency]} har öppnat ett ärende")

    def steps(self) -> Iterator[None]:
        """Do one thing after the other until the case is closed or the walk is long enough."""
        for _ in range(LONGEST):
            if self.case.closed_at is not None:
                return
            self._move()
            yield

    @property
    def case(self) -> Case:
        return self.store.kept.cases[self.case_id]

    @property
    def instances(self) -> dict[str, Instance]:
        return self.store.kept.instances

    def problems(self) -> Iterator[str]:
        """Tell what is wrong with the case as it stands."""
        running = [i for i in self.instances.values() if not i.ended]
        if self.case.closed_at is not None:
            yield from (f"{i.process} runs in a closed case" for i in running)
        elif not self._waits(running):
            yield "nobody and nothing can move the case"
        known = self.published.registers.agencies
        for task in self._tasks():
            if task.agency not in known or not known[task.agency].signs_in:
                yield f"nobody can do {task.path} at {task.agency}"
        for instance in self.instances.values():
            if instance.ended and (instance.tasks or instance.timers or instance.waiting):
                yield f"{instance.process} has ended and left something behind"

    def deviations(self) -> dict[str, list[str]]:
        """Rebuild the case from its log; tell what comes out otherwise than it was kept."""
        rebuilt = rebuild(self.store.kept.log, self.processes)
        assert set(rebuilt) == set(self.instances)
        found = {i: list(differences(kept, rebuilt[i])) for i, kept in self.instances.items()}
        return {self.instances[i].process: names for i, names in found.items() if names}

    def _waits(self, running: list[Instance]) -> bool:
        return any(i.tasks or i.timers for i in running) or bool(self._events())

    def _move(self) -> None:
        moves: dict[Callable[[], None], int] = {self._let_time_pass: 3}
        if self._tasks():
            moves |= {self._complete: 16, self._handle: 1}
        if self._events():
            moves |= {self._register: 1}
        self.random.choices(list(moves), list(moves.values()))[0]()

    def _complete(self) -> None:
        task = self.random.choice(self._tasks())
        form = self.processes.form(self.instances[task.instance_id], task)
        actor = self._person(task.agency, task.role)
        for _ in range(TRIES):
            typed, keys = self.chance.typed(form, self.clock.now()), list[str]()
            try:
                self.casework.complete_task(actor, task.id, typed)
            except InvalidAnswers:
                continue
            except Expiring as warned:
                keys = [each.key for each in warned.expiries]
                self.casework.complete_task(actor, task.id, typed, confirmed=keys)
            if role := self.processes.approval(self.published.version, task.process, task.element):
                self.approvals.approve(self._person(task.agency, role), task.id, None, keys)
            self._tell_completed(task)
            return
        raise AssertionError(f"no answers do for {task.form} of {task.path}")

    def _tell_completed(self, task: Task) -> None:
        entry = next(e for e in reversed(self.store.kept.log) if e.kind == "task_completed")
        said = "".join(f"\n  | {k} | {v} |" for k, v in entry.details["variables"].items())
        warned = "confirmed" in entry.details
        for verb in ("försöker slutföra", "bekräftar") if warned else ("slutför",):
            self._tell(
                f'När {CALLED[task.agency]} {verb} "{task.name}"{" med" if said else ""}{said}'
            )

    def _handle(self) -> None:
        """Take, give back or draft: what must not move the case."""
        task = self.random.choice(self._tasks())
        actor = self._person(task.agency, task.role)
        verb = self.random.choice((self.casework.claim, self.casework.release))
        verb(actor, task.id)

    def _register(self) -> None:
        events = self._events()
        weights = [1 if name in ENDS else 10 for _, name in events]
        agency, name = self.random.choices(events, weights)[0]
        try:
            self.messages.register(self._person(agency), self.case_id, name)
        except Conflict:
            return
        label = self.published.registers.messages[name].name
        self._tell(f'När {CALLED[agency]} registrerar händelsen "{label}"')

    def _let_time_pass(self) -> None:
        """Jump a little, or to the next due instant, or past several at once."""
        due = sorted(t.due_at for i in self.instances.values() for t in i.timers)
        hours = self.random.choice((1, 7, 30, 24 * 8, 24 * 40))
        until = self.clock.now() + timedelta(hours=hours)
        if due and self.random.random() < 0.5:
            until = max(until, due[0])
        self._jump(until)

    def _jump(self, until: datetime) -> None:
        self.clock.set(until)
        self.timers.fire_due()
        self.messages.deliver_all()
        said = until.astimezone(ZONE)
        self._tell(f"När klockan är {said:%H:%M} den {said:%Y-%m-%d}")

    def _tasks(self) -> list[Task]:
        return [task for i in self.instances.values() if not i.ended for task in i.tasks]

    def _events(self) -> list[tuple[str, str]]:
        """Return (agency, message) of everything that somebody in the case could register."""
        alive = [(i.process, i.waiting) for i in self.instances.values() if not i.ended]
        here = {e.agency for e in self.store.kept.log if e.agency}
        return [
            (agency, message.id)
            for message in self.published.registers.messages.values()
            for agency in message.registered_by
            if agency in here
            and receivable(
                message.id, self.published.started_by(message.id), alive, repeats=message.repeats
            )
        ]

    def _tell(self, line: str) -> None:
        self.story.append(line)

    @staticmethod
    def _person(agency: str, role: str | None = None) -> Actor:
        fitting = {"handlaggare", role or "handlaggare"}
        return next(
            p for p in PEOPLE if p.agency == agency and p.roles - {READS_PROTECTED} == fitting
        )
