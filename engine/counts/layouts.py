"""Which tables of statistics there are, for whom, and what their rows and columns are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.counts.figures import UNKNOWN
from engine.counts.statistics import Key, Layout, in_region
from engine.deadlines import Deadline, Kind

AGES = {"barn": "Barn", "vuxen": "Vuxen", "oklar": "Oklar ålder", UNKNOWN: "Uppgift saknas"}
STEPS = {
    "1": "1 Identifiering",
    "2": "2 Akut skydd",
    "3": "3 Inledande stöd",
    "4": "4 Långsiktigt stöd",
    "5": "5 Straffrättsligt förfarande",
    "6": "6 Ett tryggt återvändande",
    "0": "Vid sidan av stegen",
}
SHORT_STEPS = {code: f"Steg {code}" if code != "0" else name for code, name in STEPS.items()}
STATES = {"pagaende": "Pågående", "avslutade": "Avslutade"}
PURPOSES = {
    "sexuella_andamal": "Sexuella ändamål", "tvangsarbete": "Tvångsarbete", "tiggeri": "Tiggeri",
    "kriminalitet": "Kriminalitet", "krigstjanst": "Krigstjänst", "organ": "Handel med organ",
    "annat": "Annat ändamål", UNKNOWN: "Uppgift saknas",
}  # fmt: skip
ROUTES = {
    "inget_tillstand": "Behöver inget tillstånd", "betanketid": "Betänketid kan sökas",
    "utreds": "Rätten att vistas utreds", UNKNOWN: "Uppgift saknas",
}  # fmt: skip
CITIZENSHIPS = {
    "svensk": "Svensk", "eu_ees": "Annat land i EU eller EES", "tredjeland": "Tredjeland",
    "statslos": "Statslös", "okant": "Okänt", UNKNOWN: "Uppgift saknas",
}  # fmt: skip
PERMITS = {
    "beslut_betanketid:bifall": "Betänketid (UtlL 5:15), bifall",
    "beslut_betanketid:avslag": "Betänketid (UtlL 5:15), avslag",
    "forlangning:bifall": "Förlängd betänketid, bifall",
    "forlangning:avslag": "Förlängd betänketid, avslag",
    "beslut_uppehallstillstand:bifall": "Tillstånd i minst sex månader (UtlL 5:15), bifall",
    "beslut_uppehallstillstand:avslag": "Tillstånd i minst sex månader (UtlL 5:15), avslag",
    "beslut_15b:bifall": "Tillstånd enligt UtlL 5:15 b, bifall",
    "beslut_15b:avslag": "Tillstånd enligt UtlL 5:15 b, avslag",
    "tillstand_aterkallat:ja": "Tillstånd återkallat",
}
OUTCOMES = {
    "lvu:inledd": "LVU: prövning inledd hos socialnämnden",
    "provning:faststallt": "LVU: omhändertagande fastställt av rätten",
    "provning:ej_faststallt": "LVU: omhändertagande inte fastställt",
    "dom_vard:bifall": "LVU: ansökan om vård, bifall",
    "dom_vard:avslag": "LVU: ansökan om vård, avslag",
    "nsp_beslut:bifall": "Nationella stödprogrammet, bifall",
    "nsp_beslut:avslag": "Nationella stödprogrammet, avslag",
    "atalsbeslut:vackt": "Åtal väckt",
    "atalsbeslut:ej_vackt": "Åtal inte väckt",
    "atervandande:inledd": "Återvändandeprogrammet: personen vill återvända",
    "rk_beslut:godkand": "Återvändandeprogrammet: godkänt av regionkoordinator",
    "iom_beslut:godkand": "Återvändandeprogrammet: godkänt av IOM",
    "atervandande_utfall:genomfort": "Återvändandeprogrammet: återvändande genomfört",
}
APPLICANTS = {
    "socialtjansten": "Socialtjänsten",
    "polismyndigheten": "Polismyndigheten",
    "aklagarmyndigheten": "Åklagarmyndigheten",
}
ANSWERS = {"bifall": "Bifall", "avslag": "Avslag", UNKNOWN: "Inget beslut än"}
TASKS = {"klara": "Slutförda", "oppna": "Öppna", "bortfallna": "Bortfallna"}
DEADLINES = {"hallna": "Hållna", "missade": "Missade", "passerade": "Passerade, inte klara"}
NUMBER = {"": "Antal"}
OPENED = "Ärenden räknas i den månad då de öppnades, med de uppgifter som gällde vid räkningen."
DECIDED = (
    "Varje slags beslut räknas en gång per ärende, i den månad då det först registrerades. "
    "Åldern är den som gällde vid räkningen."
)


@dataclass(frozen=True)
class Names:
    """What the registers in force call things."""

    agencies: Mapping[str, str]
    """Those that may open a case."""
    end_states: Mapping[str, str]
    deadlines: Sequence[Deadline]
    """Those that tasks of the agency are under, or of all."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """With the one of cases whose region nobody has said."""


def of_agency(names: Names) -> list[Layout]:
    """Return the tables of an agency's own work."""
    ages = Layout(
        "arenden", "Ärenden som ni deltar i", "arenden",
        f"Ärenden där er aktör har haft en uppgift eller fått uppgifter. {OPENED}",
        "Ålder", AGES, STATES, kin="arenden",
    )  # fmt: skip
    by_region = Layout(
        "arenden_region", "Ärenden som ni deltar i, efter region", "arenden_region",
        f"Samma ärenden, efter den region som gällde vid räkningen. {OPENED}",
        "Region", names.regions, STATES, kin="arenden",
    )  # fmt: skip
    found = Layout(
        "egna_upptackta", "Ärenden som ni har öppnat", "egna_upptackta",
        f"Misstankar om människohandel som er aktör uppmärksammade och registrerade. {OPENED}",
        "Ålder", AGES, NUMBER, row_totals=False,
    )  # fmt: skip
    tasks = Layout(
        "uppgifter", "Era uppgifter i varje steg", "uppgifter",
        "Uppgifter i er bana, i den månad då de öppnades. En uppgift faller bort när ärendet tar "
        "en annan väg eller avslutas.",
        "Steg", STEPS, TASKS, kin="uppgifter",
    )  # fmt: skip
    tasks_by_region = Layout(
        "uppgifter_region", "Era uppgifter i varje region", "uppgifter_region",
        "Samma uppgifter, efter ärendets region, i den månad då de öppnades.",
        "Region", names.regions, TASKS, kin="uppgifter",
    )  # fmt: skip
    return [ages, by_region, found, tasks, tasks_by_region, *_deadlines(names), _ends(names)]


def of_permits() -> list[Layout]:
    """Return the tables of what Migrationsverket decides."""
    applied = Layout(
        "betanketid", "Ansökningar om betänketid", "betanketid",
        "Ansökningar i den månad då de gjordes, med det beslut som gällde vid räkningen.",
        "Sökande", APPLICANTS, ANSWERS,
    )  # fmt: skip
    return [applied, _decisions("tillstand", "Beslut om tillstånd", PERMITS)]


def of_country(names: Names) -> list[Layout]:
    """Return the tables of all cases: for the national rapporteur and the coordination (NSPM)."""
    found = Layout(
        "upptackta", "Ärenden efter vem som uppmärksammade misstanken", "upptackta",
        OPENED, "Aktör", names.agencies, AGES, same_people=True,
    )  # fmt: skip
    traits = (
        ("andamal", "Ärenden efter ändamål", "Ändamål", PURPOSES),
        ("medborgarskap", "Ärenden efter medborgarskap", "Medborgarskap", CITIZENSHIPS),
        ("statusvag", "Ärenden efter väg i tillståndsfrågan", "Väg", ROUTES),
        ("region", "Ärenden efter region", "Region", names.regions),
    )
    steps = Layout(
        "steg", "Ärenden som har nått varje steg, efter region", "steg",
        "Ett ärende räknas en gång per steg, i den månad då stegets första uppgift öppnades. "
        "Stegen är: 1 identifiering, 2 akut skydd, 3 inledande stöd, 4 långsiktigt stöd, "
        "5 straffrättsligt förfarande, 6 ett tryggt återvändande.",
        "Region", names.regions, SHORT_STEPS, row_totals=False,
    )  # fmt: skip
    one_way = [
        Layout(id_, title, id_, OPENED, head, rows, NUMBER, row_totals=False, same_people=True)
        for id_, title, head, rows in traits
    ]
    outcomes = _decisions("utfall", "LVU, stödprogram, åtal och återvändande", OUTCOMES)
    return [
        found, *one_way, steps, *of_permits(), outcomes, *_deadlines(names), _ends(names),
    ]  # fmt: skip


def _decisions(id_: str, title: str, rows: Mapping[str, str]) -> Layout:
    return Layout(id_, title, "beslut", DECIDED, "Beslut", rows, AGES, column_totals=False)


def _ends(names: Names) -> Layout:
    return Layout(
        "slut", "Avslutade ärenden", "slut",
        "Ärenden som har avslutats, i den månad då det skedde.",
        "Sluttillstånd", names.end_states, NUMBER, row_totals=False,
    )  # fmt: skip


def _deadlines(names: Names) -> list[Layout]:
    """Return statutory times and targets apart: a target is never shown as law."""
    law = {d.id: _named(d) for d in names.deadlines if _is_statutory(d)}
    targets = {d.id: _named(d) for d in names.deadlines if not _is_statutory(d)}
    counted = (
        "Uppgifter med tidsgräns, i den månad då tiden går ut. Hållen: slutförd i tid. Missad: "
        "slutförd eller bortfallen efter att tiden gått ut. Passerad: fortfarande öppen."
    )
    found = [
        Layout("frister", "Frister i lag", "frister", f"Tidsgränser som står i lag. {counted}",
               "Tidsgräns", law, DEADLINES, kin="frister"),
        Layout("frister_region", "Frister i lag, efter region", "frister_region",
               f"Samma frister, efter ärendets region. {counted}", "Region", names.regions,
               DEADLINES, kin="frister"),
    ] if law else []  # fmt: skip
    if targets:
        found.append(Layout(
            "riktmarken", "Riktmärken och programtider", "frister",
            f"Tider som inte är lag. {counted}", "Tidsgräns", targets, DEADLINES,
            column_totals=False,
        ))  # fmt: skip
    return found


def with_regions(found: Sequence[Layout], sums: Mapping[Key, int]) -> Mapping[Key, int]:
    """Return the sums with those of the limits in law together, in each region."""
    tables = {each.id: each for each in found}
    if "frister_region" not in tables:
        return sums
    law, apart = tables["frister"], tables["frister_region"]
    added = {
        (apart.measure, region, column): sum(
            sums.get((in_region(region), row, column), 0) for row in law.rows
        )
        for region in apart.rows
        for column in apart.columns
    }
    return {**sums, **added}


def _is_statutory(deadline: Deadline) -> bool:
    return deadline.statutory and deadline.kind is not Kind.TARGET


def _named(deadline: Deadline) -> str:
    law = f" ({deadline.law})" if deadline.law else ""
    return f"{deadline.id} {deadline.name}{law}".replace(" §", "\u00a0§")
