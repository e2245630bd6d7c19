"""An engine that remembers what it was asked and answers with canned values."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from engine.bpmn.drawing.svg import render
from engine.errors import Conflict, Expiring, InvalidAnswers, NotFound
from engine.forms import Form
from engine.lists.bulk import Bulk
from engine.model import Actor, Case, Expiry, Task
from engine.papers import DraftSaved
from engine.proof.trace import Row
from engine.views import CaseLine, CasePage, DiagramLine, Due, TaskLine, TaskPage, TimelineEntry
from tests.web.drawing import DRAWING
from tests.web.fake_counting import FakeCounting
from tests.web.fake_door import PASSWORD, FakeAdministering, FakeDoor, FakeOwnAccount
from tests.web.fake_papers import NOON, FakePapers
from tests.web.fake_staff import FakeStaff
from tests.web.fake_worklist import FakeHabits, FakeWorklists
from tests.web.sample_form import FORM

TODAY = date(2026, 11, 23)
ADA = Actor("ada", "Ada Ek", "socialtjansten", frozenset({"handlaggare", "chef"}), "Barn")
BO = Actor("bo", "Bo Lind", "socialtjansten", frozenset({"handlaggare"}))
CY = Actor("cy", "Cy Holm", "polismyndigheten", frozenset({"handlaggare"}))
__all__ = ["PASSWORD"]
PEOPLE = (ADA, BO, CY)
UNIT = (("ada", "Ada Ek"), ("bo", "Bo Lind"))
SETTINGS = {"secret_key": "only for tests", "https": False, "demo": True, "session_longest": 720,
            "proxies": 0, "second_factor": "required", "oidc_issuer": "",
            "oidc_name": ""}  # fmt: skip
AGENCIES = {"socialtjansten": "Socialtjänsten", "polismyndigheten": "Polismyndigheten"}
GUIDANCE = (
    "Fråga först hur personen mår just nu. Skriv ned det du själv har sett och hört.\n\n"
    "- Boka tolk om det behövs\n- Lova inget om tillstånd"
)


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def task(number: int, name: str, **more: Any) -> Task:
    given = {"agency": "socialtjansten", "form": FORM.id, "opened_at": at(20)} | more
    where = {"instance_id": "i1", "path": f"ut_{number}#1", "process": "identifiering"}
    return Task(f"u{number}", "c1", **where, element=f"ut_{number}", name=name, **given)


LAW = Due(at(22, 23), "2026-11-22", "i går", passed=True, statutory=True,
          name="Förhandsbedömning inom 14 dagar", law="SoL 20:1",
          on_expiry="Anteckna varför förhandsbedömningen dröjer.")  # fmt: skip
TARGET = Due(at(26, 23), "2026-11-26", "om 3 dagar", passed=False, statutory=False,
             name="Samråd med regionkoordinatorn")  # fmt: skip
SUSPICION = task(1, "Registrera misstanke", assignee="ada")
MEETING = task(2, "Kalla till samverkansmöte")
ORDER = task(3, "Besluta om omedelbart omhändertagande", role="ordforande")
HELD = task(4, "Planera fortsatt stöd", assignee="bo")
CASE = Case("c1", "SSP-2026-0142", "v1", at(20), "socialtjansten")
OTHER = Case("c2", "SSP-2026-0118", "v1", at(2), "socialtjansten", at(20), "A3")


ROWS = (
    Row("SOC-05", "Socialtjänsten", "2-3", "Bedömer genast barnets behov av skydd", "ska",
        ("skyddsbedomning_barn/ut_skyddsbedomning",), ("Gör omedelbar skyddsbedömning",),
        ("f05_skyddsbedomning_barn",), ("SoL 20:1",), ("lvu: Ett barn skyddas samma dag",), None),
    Row("POL-P3", "Polismyndigheten", "0", "Leder arbetet i landet", "stod", (), (), (), (), (),
        "Ett stående uppdrag"),
)  # fmt: skip


def line(each: Task, due: Due | None, actor: Actor) -> TaskLine:
    names = {person.id: person.name for person in PEOPLE}
    name = names.get(each.assignee or "")
    return TaskLine(each, CASE.number, "Identifiering", due, name, each.assignee == actor.id)


@dataclass
class FakeEngine(FakePapers):
    """Every part of the engine at once; `asked` is what it was asked to do, in order."""

    asked: list[tuple[Any, ...]] = field(default_factory=list)
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    tasks: dict[str, tuple[Task, Due | None]] = field(
        default_factory=lambda: {
            each.id: (each, due)
            for each, due in ((SUSPICION, LAW), (MEETING, TARGET), (ORDER, TARGET), (HELD, None))
        }
    )
    fails_with: Exception | None = None
    answers: tuple[tuple[str, str], ...] = (("Finns akut fara?", "Ja"), ("Motivering", "Hot."))
    guidance: str = GUIDANCE
    form: Form = FORM
    expiry: Expiry | None = None
    """What completing a task would at once end."""
    rows: tuple[Row, ...] = ROWS

    def __post_init__(self) -> None:
        self.settings = SimpleNamespace(**SETTINGS)
        self.casework = self.messages = self.queries = self.casefile = self.casetabs = self
        self.door, self.ownaccount = FakeDoor(PEOPLE, AGENCIES), FakeOwnAccount()
        self.administering = FakeAdministering(self)
        self.counting = FakeCounting(self.asked)
        self.staffing = self.workload = self.notices = self.substitutions = FakeStaff(self, PEOPLE)
        self.disqualified = self.staffing.disqualified
        self.worklists, self.habits = FakeWorklists(self, UNIT), FakeHabits()
        self.bulk = Bulk(self, self.worklists.named)  # type: ignore[arg-type]
        self.begin_papers()

    def did(self, verb: str, actor: Actor, *what: Any) -> None:
        if self.fails_with:
            raise self.fails_with
        self.asked.append((verb, actor.id, *what))

    def people(self) -> tuple[Actor, ...]:
        return PEOPLE

    def person(self, person_id: str) -> Actor | None:
        return next((each for each in PEOPLE if each.id == person_id), None)

    def agency_name(self, agency: str) -> str:
        return AGENCIES[agency]

    def next_in_case(self, actor: Actor, case_id: str) -> Task | None:
        mine = [
            line.task
            for line in self.worklist(actor)
            if line.task.case_id == case_id and (line.mine or line.task.assignee is None)
        ]
        return next(iter(mine), None)

    def may_open(self, actor: Actor) -> bool:
        return actor.agency == "socialtjansten"

    def worklist(
        self, actor: Actor, *, mine: bool = False, unassigned: bool = False, search: str = ""
    ) -> tuple[TaskLine, ...]:
        lines = [line(*each, actor) for each in self.tasks.values()]
        return tuple(
            each
            for each in lines
            if each.task.agency == actor.agency
            and (each.mine or not mine)
            and (each.task.assignee is None or not unassigned)
            and search.lower() in f"{each.case_number} {each.task.name}".lower()
        )

    def task_page(self, actor: Actor, task_id: str) -> TaskPage:
        if self.fails_with:
            raise self.fails_with
        if task_id == "klar":
            raise Conflict("Uppgiften är redan slutförd av Bo Lind den 23 november 2026 kl. 03.12.")
        found, due = self.tasks.get(task_id, (None, None))
        if found is None or found.agency != actor.agency:
            raise NotFound(task_id)
        row = line(found, due, actor)
        return TaskPage(found, CASE.number, "Identifiering", AGENCIES[found.agency], due, self.form,
                        self.drafts.get(task_id, {}), self.guidance, ("SoL 20:1", "OSL 26:1"),
                        ("SOC-05",), row.assignee_name, row.mine, (), actor,
                        DraftSaved(self.versions.get(task_id, 0), NOON), self.approval)  # fmt: skip

    def colleagues(self, _actor: Actor, task: Task) -> tuple[tuple[str, str], ...]:
        return tuple((each.id, each.name) for each in (ADA, BO) if each.id != task.assignee)

    def complete_task(
        self, actor: Actor, task_id: str, raw: Any, _command: Any = None, confirmed: Any = ()
    ) -> None:
        if self.fails_with or task_id not in self.tasks:
            raise self.fails_with or NotFound(task_id)
        variables = self.form.accept(raw, TODAY).variables
        if self.expiry and self.expiry.key not in confirmed:
            raise Expiring([self.expiry])
        self.did("complete", actor, task_id, variables)
        if self.approval:
            self.propose(task_id, actor)
        else:
            del self.tasks[task_id]

    def claim(self, actor: Actor, task_id: str) -> None:
        self.did("claim", actor, task_id)
        self._give(task_id, actor.id)

    def release(self, actor: Actor, task_id: str) -> None:
        self.did("release", actor, task_id)
        self._give(task_id, None)

    def assign(self, actor: Actor, task_id: str, colleague_id: str, reason: str = "") -> None:
        self.did("assign", actor, task_id, colleague_id, *([reason] if reason else []))
        self._give(task_id, colleague_id)

    def _give(self, task_id: str, person_id: str | None) -> None:
        found, due = self.tasks[task_id]
        self.tasks[task_id] = (replace(found, assignee=person_id), due)

    def open_case(self, actor: Actor, _command: Any = None, region: str = "okand") -> Case:
        self.did("open", actor, *([region] if region != "okand" else []))
        return CASE

    def traced(self) -> tuple[Row, ...]:
        return self.rows

    def cases(self, actor: Actor) -> tuple[CaseLine, ...]:
        return (CaseLine(CASE, 3, at(23)), CaseLine(OTHER, 0, at(20)))

    def case_page(self, actor: Actor, case_id: str, _parts: Any = ()) -> CasePage:
        if case_id not in {CASE.id, OTHER.id} or actor.agency != "socialtjansten":
            raise NotFound(case_id)
        case = CASE if case_id == CASE.id else OTHER
        lines = self.worklist(actor) if case is CASE else ()
        drawn = (
            DiagramLine("i1", "identifiering", "Identifiering", ("ut_2",), ("ut_1",)),
            DiagramLine("i1", "stod_och_skydd", "Stöd och skydd", (), ("ut_1",)),
        )
        history = (
            TimelineEntry(at(23), "Ny uppgift: Kalla till samverkansmöte", None),
            TimelineEntry(at(22), "Klar: Registrera misstanke", "Ada Ek", None, self.answers),
            TimelineEntry(at(20), "Ärendet öppnades", "Ada Ek", "Efter ett tips."),
        )
        events = (("person_forsvunnen", "Personen har försvunnit"),) if case is CASE else ()
        ends = (("A3", "Ingen misstanke kvarstår"), ("A9", "Öppnat av misstag"))
        may_close = "chef" in actor.roles and case is CASE
        return CasePage(case, "Ingen misstanke kvarstår", lines, drawn, history, events,
                        may_close, ends)  # fmt: skip

    def diagram(self, actor: Actor, case_id: str, instance_id: str, process: str) -> str:
        page = self.case_page(actor, case_id)
        if (instance_id, process) not in {(d.instance_id, d.process) for d in page.diagrams}:
            raise NotFound(process)
        return DRAWING

    def picture(self, actor: Actor, case_id: str, instance_id: str, process: str) -> str:
        self.diagram(actor, case_id, instance_id, process)
        return render(DRAWING.encode(), {"ut_1": "done", "ut_2": "current"})

    def register(self, actor: Actor, case_id: str, name: str, _command: Any = None) -> None:
        self.did("register", actor, case_id, name)

    def close_case(
        self, actor: Actor, case_id: str, end_state: str, reason: str, _command: Any = None
    ) -> None:
        problems = {"end_state": "Välj ett sluttillstånd"} if not end_state else {}
        problems |= {"reason": "Ange skälet till att ärendet avslutas"} if not reason else {}
        if problems:
            raise InvalidAnswers(problems)
        self.did("close", actor, case_id, end_state, reason)
