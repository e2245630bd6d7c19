"""A case in which every agency has written something that is nobody else's to read."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import disclosures
from engine.errors import Conflict
from engine.model import Task
from tests.steps.desk import NAMES, Desk

ANSWERS = {
    "misstanke": "kvarstar", "alderskategori": "barn", "medborgarskap": "tredjeland",
    "vistelseratt": "nej", "akut_fara": "ja", "behov_konsultation": "nej", "behov_av_vard": "ja",
    "anledning_att_anta": "ja", "rubricering": "manniskohandel", "samtycke_soc": "givet",
    "samtycke_rk": "givet", "samtycke_betanketid": "givet", "samtycke_nsp": "givet",
    "polisanmalan": "anmalan", "fu_status": "pagar", "fu_ledare": "aklagarmyndigheten",
    "omedelbart_skydd": "ja", "skyddsform": "lvu", "ensamkommande": "ja", "hemvist": "sverige",
    "nsp_behov": "ja", "polisanmalan_provad": "nej", "barnutredning_oppen": "nej",
}  # fmt: skip
STEPS = 70
TEXTS = {"textfield", "textarea"}


def marker(agency: str) -> str:
    """Return what an agency writes wherever it may write freely."""
    return f"Hemligt-{agency}-ord"


@dataclass
class Case:
    """The case, its open tasks, and whose words each agency has been handed."""

    desk: Desk
    handed: dict[str, set[str]] = field(default_factory=dict)
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The contact and the errand that each agency keeps for itself, by their ids."""
    files: dict[str, str] = field(default_factory=dict)
    """Attached files: id → agency."""

    @classmethod
    def lived(cls, engine: Engine, steps: int = STEPS) -> "Case":
        """Open a case and let everybody work on it for a good while."""
        desk = Desk(engine, answers=dict(ANSWERS))
        desk.case_id = engine.casework.open_case(desk.person("Migrationsverket")).id
        for _ in range(steps):
            if not desk.tasks():
                break
            _complete(desk, desk.tasks()[0])
        files = {}
        for task in desk.tasks():
            _draft(desk, task)
            files[_papers(desk, task)] = task.agency
        return cls(desk, _handed(engine, desk.case_id), _kept(desk), files)

    def kept_at(self, rule: str) -> Iterator[tuple[str, str]]:
        """Yield (address, agency) of a route about each agency's contact or errand."""
        about = "<contact_id>" in rule or "<errand_id>" in rule
        for agency, (contact, errand) in self.kept.items() if about else ():
            address = rule.replace("<case_id>", self.desk.case_id)
            yield address.replace("<contact_id>", contact).replace("<errand_id>", errand), agency

    def completed(self) -> dict[str, str]:
        """Return the tasks that are done: task id → agency."""
        done = [entry for entry in self.desk.log() if entry.kind == "task_completed"]
        return {entry.details["task_id"]: entry.agency or "" for entry in done}

    def readable(self, agency: str) -> set[str]:
        """Return the agencies whose words this agency may read: its own, and what it was handed."""
        return {agency, *self.handed.get(agency, ())}


def _written(desk: Desk, task: Task) -> Mapping[str, str]:
    owner = desk.person(task.agency, task.role)
    form = desk.engine.queries.task_page(owner, task.id).form
    return {f.key: marker(task.agency) for f in form.fields if f.kind in TEXTS}


def _complete(desk: Desk, task: Task) -> None:
    desk.complete(task, _written(desk, task))


def _draft(desk: Desk, task: Task) -> None:
    typed = {key: [text] for key, text in _written(desk, task).items()}
    desk.engine.casework.save_draft(desk.person(task.agency, task.role), task.id, typed)


def _kept(desk: Desk) -> dict[str, tuple[str, str]]:
    """Let every agency that has something to do keep a contact and an errand."""
    engine, kept = desk.engine, {}
    for agency in sorted({task.agency for task in desk.tasks()}):
        owner, secret = desk.person(agency), [marker(agency)]
        typed = {"roll": ["annan"], "namn": secret, "kontaktvag": secret}
        engine.contacts.add(owner, desk.case_id, typed)
        engine.errands.add(owner, desk.case_id, {"rubrik": secret, "beskrivning": secret}, ())
        (contact,) = engine.casetabs.contacts(owner, desk.case_id)
        (errand,) = engine.casefile.case_page(owner, desk.case_id).errands
        kept[agency] = (contact.contact.id, errand.errand.id)
    return kept


def _papers(desk: Desk, task: Task) -> str:
    """Write a comment and attach a file, both with the agency's words; return the file's id."""
    words, by = marker(task.agency), desk.person(task.agency)
    desk.engine.deskwork.comment(by, task.id, words)
    colleague = desk.person(task.agency, task.role)
    if task.role:
        with suppress(Conflict):  # whoever drafted it has it already
            desk.engine.deskwork.reassign(by, task.id, colleague.id, words)
    return desk.engine.deskwork.attach(by, task.id, f"{words}.txt", words.encode())


def _handed(engine: Engine, case_id: str) -> dict[str, set[str]]:
    query = select(disclosures.c.sender, disclosures.c.receiver)
    handed: dict[str, set[str]] = {agency: set() for agency in NAMES.values()}
    with engine.database.connect() as connection:
        for sender, receiver in connection.execute(query.where(disclosures.c.case_id == case_id)):
            handed[receiver].add(sender)
    return handed
