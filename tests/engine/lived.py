"""A case of the published processes, a little way in: what the tests of its page start from."""

from engine.bootstrap import Engine
from tests.steps.desk import Desk

ANSWERS = {
    "misstanke": "kvarstar", "alderskategori": "vuxen", "akut_fara": "nej",
    "behov_konsultation": "nej", "samtycke_soc": "givet", "samtycke_rk": "givet",
    "fu_status": "pagar",
}  # fmt: skip
SAID = {
    "datum-day": ["2"], "datum-month": ["3"], "datum-year": ["2026"], "lamnat": ["muntligt"],
    "foretradare": ["sjalv"], "tolk": ["ja"], "sprak": ["påhittiska"],
}  # fmt: skip
YES = SAID | {"svar": ["givet"], "information": ["ja"]}
NO = YES | {"svar": ["nekat"]}


def lived(engine: Engine, steps: int = 3) -> Desk:
    """Open a case at Migrationsverket; after three steps regionkoordinator and soc work on it."""
    desk = Desk(engine, answers=dict(ANSWERS))
    desk.case_id = engine.casework.open_case(desk.person("Migrationsverket")).id
    for _ in range(steps):
        desk.complete(desk.tasks()[0])
    return desk
