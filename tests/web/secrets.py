"""A case in which every agency has written something that is nobody else's to read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.tables import disclosures
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
    files: dict[str, str] = field(default_factory=dict)
    """Attached files: id → agency."""

    @classmethod
    def lived(cls, engine: Engine) -> "Case":
        """Open a case and let everybody work on it for a good while."""
        desk = Desk(engine, answers=dict(ANSWERS))
        desk.case_id = engine.casework.open_case(desk.person("Migrationsverket")).id
        for _ in range(STEPS):
            if not desk.tasks():
                break
            _complete(desk, desk.tasks()[0])
        files = {}
        for task in desk.tasks():
            _draft(desk, task)
            files[_papers(desk, task)] = task.agency
        return cls(desk, _handed(engine, desk.case_id), files)

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


def _papers(desk: Desk, task: Task) -> str:
    """Write a comment and attach a file, both with the agency's words; return the file's id."""
    words, by = marker(task.agency), desk.person(task.agency)
    desk.engine.deskwork.comment(by, task.id, words)
    colleague = desk.person(task.agency, task.role)
    if task.role:
        desk.engine.deskwork.reassign(by, task.id, colleague.id, words)
    return desk.engine.deskwork.attach(by, task.id, f"{words}.txt", words.encode())


def _handed(engine: Engine, case_id: str) -> dict[str, set[str]]:
    query = select(disclosures.c.sender, disclosures.c.receiver)
    handed: dict[str, set[str]] = {agency: set() for agency in NAMES.values()}
    with engine.database.connect() as connection:
        for sender, receiver in connection.execute(query.where(disclosures.c.case_id == case_id)):
            handed[receiver].add(sender)
    return handed
