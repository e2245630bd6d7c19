"""A small process set in which one answer tells where somebody is, and one may tell it."""

import json

from engine.model import Actor, Case
from tests.engine.db.small import FILES, Office

FORM = json.loads(FILES["forms/f.form"])
FORM["components"][1]["properties"] = {"skydd.skyddad": "ja", "skydd.maskerad": "ja"}
FORM["components"] += [
    {"type": "textarea", "id": "c3", "key": "annat", "label": "Annat",
     "properties": {"skydd.skyddad": "ja"}},
    {"type": "select", "id": "c4", "key": "skyddsmarkering", "label": "Skydd", "values": [
        {"value": "ingen", "label": "Nej"}, {"value": "skyddat_boende", "label": "Boende"}]},
]  # fmt: skip
PROTECTED = FILES | {"forms/f.form": json.dumps(FORM)}
STREET, OTHER = "Påhittade gatan 7", "Hon bor hos sin moster"
ANSWERS = {"val": ["ja"], "skal": [STREET], "annat": [OTHER]}


def told(office: Office, case: Case, element: str = "a", **more: str) -> str:
    """Let Socialtjänsten answer a task, and return the id of the record."""
    task = office.task(case, element)
    typed = ANSWERS | {key: [value] for key, value in more.items()}
    office.engine.casework.complete_task(office.soc, task.id, typed)
    page = office.engine.casefile.case_page(office.soc, case.id)
    return next(e.reveals[1] for e in page.timeline if e.reveals)


def answers(office: Office, case: Case, reader: Actor) -> dict[str, str]:
    """Return the answers that a reader finds on the page of the case."""
    page = office.engine.casefile.case_page(reader, case.id)
    return dict(pair for entry in page.timeline for pair in entry.answers)
