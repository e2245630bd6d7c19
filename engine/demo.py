"""Synthetic people and cases, to try the product with. Nobody and nothing in here is real."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from engine import passwords
from engine.access import (
    ADMIN_OFFICE,
    ADMINISTRATOR,
    PROCESS_OFFICE,
    PROCESS_OWNER,
    READS_PROTECTED,
)
from engine.bootstrap import Engine
from engine.deadlines import ZONE
from engine.entrance.account import Source
from engine.forms import Field, Form
from engine.lists.worklist import Wanted
from engine.model import Actor, Case, Task
from engine.registers import NO_REGION

PASSWORD = "skydd"  # noqa: S105  printed on the sign-in page of the demonstration
FIRST_NAMES = {
    "socialtjansten": ("Ada Ek", "Noor Lind", "Siv Berg", "Max Ståhl"),
    "polismyndigheten": ("Per Asp", "Lo Rönn"),
    "aklagarmyndigheten": ("Ines Alm", "Olof Hed"),
    "migrationsverket": ("Mio Dal", "Vera Strand"),
    "arbetsmiljoverket": ("Tor Hult", "Elin Mo"),
    "halso_och_sjukvarden": ("Kim Sund", "Ylva Näs"),
    "regionkoordinator": ("Rut Vik",),
    "civilsamhallet": ("Cleo Sten",),
    "utrikesdepartementet": ("Ulf Borg",),
    "jamstalldhetsmyndigheten": ("Jo Fors",),
    "iom": ("Ivo Holm",),
    "brottsoffermyndigheten": ("Bea Lund",),
    "domstol": ("Dag Wall",),
    "overformyndaren": ("Otto Gren",),
}
SHORT = {
    "socialtjansten": "soc", "polismyndigheten": "polis", "aklagarmyndigheten": "aklagare",
    "migrationsverket": "mig", "arbetsmiljoverket": "amv", "halso_och_sjukvarden": "vard",
    "regionkoordinator": "rk", "civilsamhallet": "nsp", "utrikesdepartementet": "ud",
    "jamstalldhetsmyndigheten": "jam", "iom": "iom", "brottsoffermyndigheten": "bom",
    "domstol": "domstol", "overformyndaren": "of",
}  # fmt: skip
ROLES = ("handlaggare", "ordforande", "chef", "gruppledare")
SEE, DEIDENTIFIED = {"handlaggare", "chef"}, {"jamstalldhetsmyndigheten"}
"""Who may see what is masked, and where there is nothing to see."""
TEAMS = {
    "socialtjansten": "Barn och unga",
    "polismyndigheten": "Människohandelsgruppen",
    "aklagarmyndigheten": "Riksenheten mot internationell och organiserad brottslighet",
    "migrationsverket": "Prövning Stockholm",
    "halso_och_sjukvarden": "Akutmottagningen",
}
"""The unit of everybody at an agency that is divided into units."""

PROCESS_OWNERS = {"agare": "Pia Ros", "agare2": "Ola Falk"}
"""They change the processes, approve each other's changes, and see no case."""


@dataclass
class StoryClock:
    """A clock that the stories move, so that cases have a past; it never passes the present."""

    present: datetime
    time: datetime

    def now(self) -> datetime:
        """Return the instant of the story."""
        return self.time

    def begin(self, days_ago: int) -> None:
        """Go back to the morning on which a story begins."""
        day = (self.present - timedelta(days=days_ago)).astimezone(ZONE)
        self.time = min(self.present, day.replace(hour=9, minute=12, second=0, microsecond=0))

    def pass_on(self) -> None:
        """Let some hours pass."""
        self.time = min(self.present, self.time + timedelta(hours=7, minutes=25))


@dataclass(frozen=True)
class Story:
    """A synthetic case: who opens it, what they answer, and how many tasks are done."""

    opened_by: str
    days_ago: int
    tasks_done: int
    answers: Mapping[str, str]
    region: str = NO_REGION


ADULT = {
    "alderskategori": "vuxen", "medborgarskap": "eu_ees", "vistelseratt": "nej",
    "misstanke": "kvarstar", "anledning_att_anta": "ja", "rubricering": "manniskohandel",
    "andamal": "tvangsarbete", "samtycke_rk": "givet", "samtycke_soc": "givet",
    "samtycke_polis": "givet", "samtycke_betanketid": "givet", "akut_fara": "nej",
    "behov_konsultation": "nej", "fu_status": "pagar", "fu_ledare": "aklagarmyndigheten",
    "beslut_betanketid": "bifall",
}  # fmt: skip
CHILD = ADULT | {
    "alderskategori": "barn", "vistelseratt": "ja", "hemvist": "sverige", "ensamkommande": "nej",
    "andamal": "kriminalitet", "samtycke_betanketid": "ej_tillfragad",
    "omedelbart_skydd": "ja", "skyddsform": "lvu", "barnutredning_oppen": "nej",
    "polisanmalan_provad": "ja",
}  # fmt: skip
FUTURE = {"tillstand_tom": 30, "dag_18_ar": 1000, "dag_21_ar": 2096}
"""How many days ahead a variable's day plausibly is; every other day is today."""
STORIES = (
    Story("arbetsmiljoverket", 12, 27, ADULT, "vast"),
    Story("polismyndigheten", 6, 13, CHILD, "stockholm"),
    Story("migrationsverket", 9, 31, ADULT | {"medborgarskap": "tredjeland"}, "syd"),
    Story("regionkoordinator", 3, 6, ADULT | {"andamal": "sexuella_andamal"}, "ost"),
    Story("socialtjansten", 1, 1, CHILD),
    Story("halso_och_sjukvarden", 0, 0, ADULT),
)


def people() -> Iterator[Actor]:
    """Yield the demonstration's people: one per agency and role, and the processes' owners."""
    for agency, names in FIRST_NAMES.items():
        for name, role in zip(names, _roles(len(names)), strict=True):
            suffix = "" if role == "handlaggare" else f".{role}"
            sees = {READS_PROTECTED} if role in SEE and agency not in DEIDENTIFIED else set()
            roles, team = frozenset({"handlaggare", role, *sees}), TEAMS.get(agency, "")
            yield Actor(f"{SHORT[agency]}{suffix}", name, agency, roles, team)
    for id_, name in PROCESS_OWNERS.items():
        yield Actor(id_, name, PROCESS_OFFICE, frozenset({PROCESS_OWNER}))
    yield Actor("granskare", "Gun Sjö", "socialtjansten", frozenset({"granskare"}))
    yield Actor("admin", "Ada Kvist", ADMIN_OFFICE, frozenset({ADMINISTRATOR}))


def add_people(engine: Engine) -> None:
    """Add the demonstration's people, all with the same published password."""
    engine.people.add(people(), passwords.hashed(PASSWORD), Source.DEMO)


def add_cases(engine: Engine, clock: StoryClock) -> Iterator[Case]:
    """Open the synthetic cases and take each some way; yields each when it is there.

    `clock` is the engine's own: each case begins some days ago, and its tasks take their time.
    """
    actors = {actor.agency: actor for actor in engine.queries.people() if _is_plain(actor)}
    chairs = {a.agency: a for a in engine.queries.people() if "ordforande" in a.roles}
    for story in STORIES:
        clock.begin(story.days_ago)
        case = engine.casework.open_case(actors[story.opened_by], region=story.region)
        for _ in range(story.tasks_done):
            task = next_task(engine, case, actors)
            if task is None:
                break
            actor = chairs[task.agency] if task.role == "ordforande" else actors[task.agency]
            clock.pass_on()
            complete(engine, actor, task, story.answers)
        yield case


def complete(engine: Engine, actor: Actor, task: Task, wanted: Mapping[str, str]) -> None:
    """Complete a task with plausible answers; `wanted` decides the routing variables.

    Raises InvalidAnswers if the form cannot be filled in this way.
    """
    page = engine.queries.task_page(actor, task.id)
    today = engine.clock.now().astimezone(ZONE).date()
    engine.casework.complete_task(actor, task.id, typed(page.form, wanted, today))
    if page.approval:
        engine.approvals.approve(_second(engine, actor, page.approval), task.id)


def _second(engine: Engine, first: Actor, role: str) -> Actor:
    """Return another person of the same agency, with the role that approves."""
    people = engine.queries.people()
    return next(
        person for person in people
        if person.agency == first.agency and role in person.roles and person.id != first.id
    )  # fmt: skip


def typed(form: Form, wanted: Mapping[str, str], today: date) -> dict[str, list[str]]:
    """Return a filled-in form, as a browser would post it."""
    posted: dict[str, list[str]] = {}
    for field in form.fields:
        posted |= _answer(field, wanted, today)
    return posted


def _answer(field: Field, wanted: Mapping[str, str], today: date) -> dict[str, list[str]]:
    codes = [option.value for option in field.options]
    chosen = wanted.get(field.variable or field.key)
    if field.kind == "datetime":
        day = date.fromisoformat(chosen) if chosen else _plausible_day(field, today)
        return {f"{field.key}-day": [str(day.day)], f"{field.key}-month": [str(day.month)],
                f"{field.key}-year": [str(day.year)]}  # fmt: skip
    if codes:
        return {field.key: [chosen if chosen in codes else codes[0]]}
    if field.kind == "checkbox":
        return {field.key: ["true"]}
    return {field.key: [chosen or ("1" if field.kind == "number" else "Påhittad uppgift.")]}


def _plausible_day(field: Field, today: date) -> date:
    return today + timedelta(days=FUTURE.get(field.variable or "", 0))


def next_task(engine: Engine, case: Case, actors: Mapping[str, Actor]) -> Task | None:
    """Return the case's oldest open task that one of these people's agencies has."""
    found = [
        line.task
        for actor in actors.values()
        for line in engine.worklists.page(actor, Wanted(search=case.number)).lines
    ]
    return min(found, key=_first_opened, default=None)


def _first_opened(task: Task) -> tuple[datetime, str]:
    return task.opened_at, task.path


def _roles(count: int) -> Sequence[str]:
    return ROLES if count == len(ROLES) else ("handlaggare", "chef")[:count]


def _is_plain(actor: Actor) -> bool:
    return actor.roles - {READS_PROTECTED} == {"handlaggare"}
