"""The decision tables that are shipped, against the law they say that they follow."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.config import Settings
from engine.decisions import evaluate

PUBLISHED: ProcessSet = read_process_set(read_folder(Settings().processes))
TABLES = sorted(PUBLISHED.decisions)
CHAPTERS = r"(OSL|UtlL|SoL|RF) \d+( [a-z])?:\d+( [a-z])?(, \d+( [a-z])?:\d+)?"
ONE_LAW = re.compile(rf"{CHAPTERS}|LVU \d+( a)? §|lag \(\d{{4}}:\d+\) \d+ §")


def outputs(name: str, **values: str) -> list[str]:
    found = evaluate(PUBLISHED.decision(name), values)
    return [code for output in found for code in output.values()]


def combinations(name: str) -> Iterator[dict[str, str]]:
    """Yield every combination of the codes of a table's inputs, "not set" included."""
    inputs = PUBLISHED.decision(name).inputs
    registered = PUBLISHED.registers.variables
    choices = [(*(c.codes or registered[c.variable].codes), "") for c in inputs]
    for values in product(*choices):
        yield {c.variable: v for c, v in zip(inputs, values, strict=True) if v}


@pytest.mark.parametrize("name", TABLES)
def test_every_rule_says_its_law_in_one_way_and_why(name: str) -> None:
    rules = PUBLISHED.decision(name).rules
    laws = [law for rule in rules for law in re.split(r", (?=[A-Za-z])", rule.law)]

    assert [law for law in laws if not ONE_LAW.fullmatch(law)] == []
    assert [rule.id for rule in rules if not rule.note] == []


def applicant(v: Mapping[str, str]) -> str:
    """Return who applies for betänketid, from D-15 and D-16 of the requirements."""
    if v.get("vistelseratt") != "nej" or v.get("samtycke_betanketid") != "givet":
        return "ingen"
    if v.get("fu_status") == "atal":
        return "aklagarmyndigheten"
    if v.get("fu_status") == "pagar":
        return v.get("fu_ledare", "socialtjansten")
    trafficking = {"manniskohandel", "manniskoexploatering", "grov_manniskoexploatering"}
    reason = v.get("anledning_att_anta") == "ja" and v.get("rubricering") in trafficking
    return "socialtjansten" if reason else "ingen"


def test_who_applies_for_betanketid_is_who_the_law_says() -> None:
    every = list(combinations("sokande_betanketid"))
    wrong = [v for v in every if outputs("sokande_betanketid", **v) != [applicant(v)]]

    assert wrong == []
    assert len(every) == 4 * 5 * 7 * 3 * 3 * 7


@pytest.mark.parametrize(
    ("citizenship", "right", "way"),
    [
        ("svensk", "nej", "inget_tillstand"),
        ("svensk", "oklar", "inget_tillstand"),
        ("eu_ees", "ja", "inget_tillstand"),
        ("eu_ees", "nej", "betanketid"),
        ("tredjeland", "nej", "betanketid"),
        ("statslos", "nej", "betanketid"),
        ("okant", "nej", "betanketid"),
        ("tredjeland", "ja", "inget_tillstand"),
        ("tredjeland", "oklar", "utreds"),
    ],
)
def test_citizenship_and_right_to_stay_show_the_way(citizenship: str, right: str, way: str) -> None:
    assert outputs("statusvag", medborgarskap=citizenship, vistelseratt=right) == [way]


def test_a_right_to_stay_that_nobody_has_asked_about_is_looked_into() -> None:
    assert outputs("statusvag", medborgarskap="tredjeland") == ["utreds"]
    assert outputs("statusvag", vistelseratt="nej") == ["betanketid"]


@pytest.mark.parametrize(
    ("home", "law"), [("sverige", "lvu_6"), ("annat_land", "lvu_6a"), ("oklar", "lvu_6")]
)
def test_a_child_at_home_elsewhere_is_protected_for_the_time_being(home: str, law: str) -> None:
    assert outputs("domsratt", hemvist=home) == [law]


def grounds(sender: str, receiver: str, age: str, offence: str, consent: str) -> set[str]:
    values = {"alderskategori": age, "rubricering": offence, "samtycke": consent}
    return set(outputs("utlamnandegrund", avsandare=sender, mottagare=receiver, **values))


SOC, POL, HSV = "socialtjansten", "polismyndigheten", "halso_och_sjukvarden"


@pytest.mark.parametrize(
    ("offence", "social_services", "health_care"),
    [
        ("manniskohandel", {"15A", "18C", "23"}, {"18C", "23"}),
        ("grov_manniskoexploatering", {"15A", "18C", "23"}, {"18C", "23"}),
        ("grovt_koppleri", {"15A", "18C", "23"}, {"18C", "23"}),
        ("manniskoexploatering", {"15A"}, set()),
        ("koppleri", {"15A"}, set()),
        ("annat", {"15A"}, set()),
    ],
)
def test_without_consent_the_penalty_decides_what_police_may_know_of_an_adult(
    offence: str, social_services: set[str], health_care: set[str]
) -> None:
    assert grounds(SOC, POL, "vuxen", offence, "nekat") == social_services
    assert grounds(HSV, POL, "vuxen", offence, "nekat") == health_care


@pytest.mark.parametrize("age", ["barn", "oklar"])
def test_a_crime_against_a_child_may_be_told_whatever_its_penalty(age: str) -> None:
    assert grounds(SOC, POL, age, "koppleri", "nekat") == {"15A", "20", "21"}
    assert grounds(HSV, POL, age, "manniskoexploatering", "nekat") == {"21"}
    assert grounds(HSV, POL, age, "annat", "nekat") == set()


@pytest.mark.parametrize(
    "sender",
    [POL, HSV, "migrationsverket", "arbetsmiljoverket", "regionkoordinator", "civilsamhallet"],
)
def test_concern_for_a_child_is_told_without_consent(sender: str) -> None:
    assert "28" in grounds(sender, SOC, "barn", "annat", "nekat")
    assert grounds(sender, SOC, "vuxen", "annat", "nekat") == set()
    assert grounds(sender, SOC, "vuxen", "annat", "givet") == {"SAMTYCKE"}


@pytest.mark.parametrize("sender", ["migrationsverket", "arbetsmiljoverket"])
@pytest.mark.parametrize("age", ["barn", "vuxen"])
def test_two_authorities_have_a_duty_to_tell_the_police(sender: str, age: str) -> None:
    assert grounds(sender, POL, age, "annat", "nekat") == {"15A", "28"}
    assert grounds(sender, POL, age, "koppleri", "nekat") == {"15A", "24", "28"}


@pytest.mark.parametrize("consent", ["ej_tillfragad", "nekat", "aterkallat"])
def test_a_consent_that_is_not_given_opens_nothing(consent: str) -> None:
    assert grounds(SOC, "civilsamhallet", "vuxen", "manniskohandel", consent) == set()
    assert grounds("regionkoordinator", "iom", "vuxen", "annat", consent) == set()


@pytest.mark.parametrize("receiver", ["lansstyrelsen", "jamstalldhetsmyndigheten"])
def test_some_never_get_to_know_of_a_person(receiver: str) -> None:
    everything = (v for v in combinations("utlamnandegrund") if v.get("mottagare") == receiver)

    assert {code for v in everything for code in outputs("utlamnandegrund", **v)} == set()


def test_what_is_not_known_opens_nothing() -> None:
    assert outputs("utlamnandegrund") == []
    assert outputs("utlamnandegrund", samtycke="givet", alderskategori="vuxen") == []


def test_health_care_is_never_let_through_by_the_weighing_of_crime_prevention() -> None:
    told = (v for v in combinations("utlamnandegrund") if v.get("avsandare") == HSV)

    assert {"15A", "24", "27"} & {c for v in told for c in outputs("utlamnandegrund", **v)} == set()


def test_the_agencies_of_the_table_are_those_of_the_register() -> None:
    sender, receiver = PUBLISHED.decision("utlamnandegrund").inputs[:2]

    assert sender.codes == receiver.codes
    assert set(sender.codes) <= set(PUBLISHED.registers.agencies)
