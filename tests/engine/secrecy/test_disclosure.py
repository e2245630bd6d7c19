"""On what ground who may tell whom: the typical disclosures, by the register and the real table."""

from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.config import Settings
from engine.secrecy.disclosure import open_grounds, refusal, used_ground
from engine.secrecy.grounds import GROUNDS, Ground

SOC, POLIS, HSV, RK = (
    "socialtjansten",
    "polismyndigheten",
    "halso_och_sjukvarden",
    "regionkoordinator",
)
MIG, AMV, IOM, CIV = "migrationsverket", "arbetsmiljoverket", "iom", "civilsamhallet"
ADULT, CHILD, UNCLEAR = ({"alderskategori": age} for age in ("vuxen", "barn", "oklar"))
TRAFFICKING = {"rubricering": "manniskohandel"}
NORMAL = {"rubricering": "manniskoexploatering"}
YES, NO = {"samtycke_svar": "givet"}, {"samtycke_svar": "nekat"}


@cache
def processes() -> ProcessSet:
    return read_process_set(read_folder(Settings().processes))


def decide(table: str, values: Mapping[str, str]) -> Sequence[str]:
    return processes().collected(table, values)


def grounds(message: str, sender: str, to: str, *values: Mapping[str, str]) -> tuple[Ground, ...]:
    known = {name: value for each in values for name, value in each.items()}
    return open_grounds(processes().handovers[message], sender, to, known, decide)


def codes(message: str, sender: str, to: str, *values: Mapping[str, str]) -> set[str]:
    return {ground.code for ground in grounds(message, sender, to, *values)}


@pytest.mark.parametrize(
    ("message", "sender", "to", "values", "expected"),
    [
        ("M01", HSV, SOC, [CHILD], {"28"}),
        ("M01", POLIS, SOC, [UNCLEAR], {"28"}),
        ("M02", SOC, POLIS, [ADULT, TRAFFICKING, YES], {"SAMTYCKE", "23", "15A", "18C"}),
        ("M02", SOC, POLIS, [ADULT, TRAFFICKING, NO], {"23", "15A", "18C"}),
        ("M02", SOC, POLIS, [ADULT, NORMAL, NO], {"15A"}),
        ("M02", RK, POLIS, [ADULT, NORMAL, NO], {"15A"}),
        ("M02", SOC, POLIS, [CHILD, NORMAL], {"15A", "20", "21"}),
        ("M02", SOC, POLIS, [UNCLEAR, NORMAL], {"15A", "20", "21"}),
        ("M02", HSV, POLIS, [ADULT, NORMAL, NO], set()),
        ("M02", HSV, POLIS, [ADULT, NORMAL, YES], {"SAMTYCKE"}),
        ("M02", HSV, POLIS, [ADULT, TRAFFICKING, NO], {"23", "18C"}),
        ("M02", HSV, POLIS, [CHILD, NORMAL], {"21"}),
        ("M02", MIG, POLIS, [ADULT, NORMAL, NO], {"15A", "24", "28"}),
        ("M02", AMV, POLIS, [ADULT, NORMAL, NO], {"15A", "24", "28"}),
        ("M02", CIV, POLIS, [ADULT, NORMAL, NO], {"EJ_OSL"}),
        ("M02b", MIG, POLIS, [ADULT], {"28"}),
        ("M02b", AMV, POLIS, [CHILD], {"28"}),
        ("M03", POLIS, SOC, [ADULT, {"samtycke_soc": "givet"}], {"SAMTYCKE"}),
        ("M03", POLIS, SOC, [ADULT, {"samtycke_soc": "nekat"}], set()),
        ("M03", POLIS, SOC, [ADULT, {"samtycke_soc": "aterkallat"}], set()),
        ("M03", POLIS, SOC, [ADULT], set()),
        ("M04", HSV, RK, [ADULT, {"samtycke_rk": "givet"}], {"SAMTYCKE"}),
        ("M04", HSV, RK, [ADULT, {"samtycke_rk": "ej_tillfragad"}], set()),
        ("M05", "jamstalldhetsmyndigheten", RK, [ADULT], {"AVID"}),
        ("M10", SOC, MIG, [ADULT, {"samtycke_betanketid": "givet"}], {"SAMTYCKE"}),
        ("M10", SOC, MIG, [ADULT, {"samtycke_betanketid": "nekat"}], set()),
        ("M16c", "utrikesdepartementet", "myndigheten i hemlandet", [CHILD], {"8_3"}),
        ("M20b", SOC, MIG, [ADULT], {"28"}),
        ("M21", "aklagarmyndigheten", "målsäganden eller biträdet", [ADULT], {"PART"}),
        ("M25", RK, IOM, [ADULT, {"samtycke_iom": "givet"}], {"SAMTYCKE"}),
        ("M25", RK, IOM, [ADULT, {"samtycke_iom": "aterkallat"}], set()),
        ("M28", RK, "brottsoffermyndigheten", [ADULT, {"ersattning_soks": "ja"}], {"SAMTYCKE"}),
    ],
)
def test_these_grounds_are_open(
    message: str, sender: str, to: str, values: list[dict[str, str]], expected: set[str]
) -> None:
    assert codes(message, sender, to, *values) == expected


def test_consent_comes_first() -> None:
    assert grounds("M02", SOC, POLIS, ADULT, TRAFFICKING, YES)[0].code == "SAMTYCKE"


def test_the_chosen_ground_is_used_if_it_is_open_and_no_other() -> None:
    found = grounds("M02", SOC, POLIS, ADULT, TRAFFICKING, NO)

    assert used_ground("15A", found) == GROUNDS["15A"]
    assert used_ground("SAMTYCKE", found) is None
    assert used_ground("no such code", found) is None


def test_a_ground_that_must_be_weighed_is_not_used_unless_it_was_chosen() -> None:
    found = grounds("M02", SOC, POLIS, ADULT, NORMAL, NO)

    assert used_ground(None, found) is None
    assert used_ground("15A", found) == GROUNDS["15A"]


def test_without_a_choice_the_first_that_needs_no_weighing_is_used() -> None:
    assert used_ground(None, grounds("M02", HSV, POLIS, ADULT, TRAFFICKING, NO)) == GROUNDS["23"]
    assert used_ground(None, ()) is None


def test_a_refusal_says_what_the_chosen_ground_needs_and_what_could_be_used() -> None:
    handover = processes().handovers["M02"]
    text = refusal(handover, "23", grounds("M02", SOC, POLIS, ADULT, NORMAL, NO))

    assert text.startswith("Grunden ”OSL 10:23 – begånget brott med lägst sex månaders fängelse”")
    assert "Brottet ska ha lägst sex månaders fängelse i straffskalan." in text
    assert text.endswith("Det här kan användas: OSL 10:15 a – brottsbekämpning, efter avvägning.")


def test_a_refusal_without_any_ground_speaks_of_consent_only_where_there_could_be_one() -> None:
    m02, m12 = processes().handovers["M02"], processes().handovers["M12"]

    assert refusal(m02, None, ()).endswith(
        "Utan personens samtycke får uppgifterna inte lämnas ut."
    )
    assert refusal(m12, None, ()) == "Det saknas grund för att lämna ut ”Underställning”."
