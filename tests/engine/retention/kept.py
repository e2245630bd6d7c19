"""A small process set with rules of retention, and a case that is closed and old."""

from engine.bootstrap import Engine
from engine.model import Case
from tests.engine.db.small import FILES, Office

ALL = (
    '["svar", "mottaget", "utkast", "forslag", "bilagor", "kommentarer", "kontakter", '
    '"egna_uppgifter", "jav", "utskrifter"]'
)
WORDS = "Påhittat hemligt skäl"


def rule(id_: str, *lines: str, agencies: str = '["socialtjansten"]', years: int = 5) -> str:
    """Return a rule that erases after so many years; `lines` are added last, a `.nar` too."""
    return (
        f'[{id_}]\nnamn = "{id_.title()}"\nlagrum = "Lag {id_}"\naktorer = {agencies}\n'
        f'innehall = {ALL}\nutfall = "gallras"\nar = {years}\nraknas_fran = "sista_anteckning"\n'
        + "".join(f"{line}\n" for line in lines)
    )


FOR_EVER = (
    '[bevaras]\nnamn = "Bevaras"\nlagrum = "Arkivlagen"\naktorer = ["migrationsverket"]\n'
    f'innehall = {ALL}\nutfall = "bevaras"\n'
)
LOG = (
    '[logg]\nnamn = "Logg"\nlagrum = "Lag logg"\ninnehall = ["loggfakta"]\nutfall = "gallras"\n'
    'ar = 5\nraknas_fran = "sista_anteckning"\n'
)
RULES = (
    rule("personakt", "aret_efter = true", 'prova = "Jag har kontrollerat"')
    + rule("brott", agencies='["polismyndigheten"]') + FOR_EVER + LOG
)  # fmt: skip


def office(engine: Engine, rules: str = RULES) -> Office:
    """Return an office on the small processes with these rules."""
    found = Office(engine)
    found.publish(FILES | {"gallring.toml": rules})
    return found


def old_case(office: Office, days: int = 6 * 366) -> Case:
    """Return a case that was closed so many days ago; Socialtjänsten has written WORDS in it."""
    case = office.open()
    office.engine.contacts.add(office.soc, case.id, {"roll": ["tolk"], "namn": [WORDS]})
    office.engine.errands.add(office.soc, case.id, {"rubrik": [WORDS], "beskrivning": [""]}, ())
    task = office.task(case, "a")
    office.engine.deskwork.attach(office.soc, task.id, "intyg.txt", WORDS.encode())
    office.engine.deskwork.comment(office.soc, task.id, WORDS)
    office.complete(case, "a", "b", "c", "z", text=WORDS)
    office.engine.clock.advance(days=days)  # type: ignore[attr-defined]
    with office.engine.store.transaction() as unit:
        closed = unit.case(case.id)
    assert closed.closed_at is not None
    return closed
