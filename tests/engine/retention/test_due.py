"""When what an agency has may be erased, by the rules that are published: never early."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bpmn.definitions import read_folder
from engine.config import Settings
from engine.registers import read_registers
from engine.retention.due import Judged, Part, judged
from engine.retention.rules import Rule, of_agency, of_log, read_rules

FILES = read_folder(Settings().processes)
RULES = read_rules(FILES, read_registers(FILES))
SOC, POLIS = of_agency(RULES, "socialtjansten"), of_agency(RULES, "polismyndigheten")
CLOSED = date(2026, 3, 2)
ANSWERS = frozenset({"svar"})
PLACED = sorted(RULES["placering"].when.forms)
INQUIRY = sorted(RULES["barnutredning"].when.forms)
days = st.dates(date(2026, 1, 15), date(2060, 12, 31))
forms = st.frozensets(st.sampled_from([*PLACED, *INQUIRY, "f08_riskbedomning_vuxen"]))
born = st.dates(date(1990, 1, 1), date(2026, 1, 1))


def turns_18(day: date) -> dict[str, Mapping[str, date]]:
    of_age = day.replace(year=day.year + 18) if (day.month, day.day) != (2, 29) else (
        date(day.year + 18, 3, 1))  # fmt: skip
    return {"dag_18_ar": {of_age.isoformat(): CLOSED}}


def part(last: date = CLOSED, *names: str, **values: Mapping[str, date]) -> Part:
    return Part("c", "1", "a", CLOSED, last, ANSWERS, frozenset(names), values)


def told(found: Judged) -> tuple[str, date | None]:
    assert found.rule is not None
    return found.rule.id, found.day


def test_an_adults_file_is_erased_five_years_after_the_last_entry() -> None:
    found = judged(SOC, part(date(2026, 5, 11), "f08_riskbedomning_vuxen"))

    assert told(found) == ("personakt", date(2031, 5, 12))
    assert found.latest == date(2032, 12, 31)
    assert not found.falls_due(date(2031, 5, 11))
    assert found.falls_due(date(2031, 5, 12))


def test_who_was_placed_is_kept_for_ever() -> None:
    for form in PLACED:
        found = judged(SOC, part(CLOSED, form, **turns_18(date(2001, 6, 6))))
        assert (found.kept, told(found)) == (True, ("placering", None))


def test_an_inquiry_about_a_child_is_kept_until_the_child_is_thirty() -> None:
    found = judged(SOC, part(CLOSED, "f18_barnutredning", **turns_18(date(2014, 6, 6))))

    assert told(found) == ("barnutredning", date(2044, 6, 6))


def test_an_inquiry_about_a_child_whose_birthday_is_not_known_never_falls_due() -> None:
    found = judged(SOC, part(CLOSED, "f18_inled_utredning"))

    assert (told(found), found.kept) == (("barnutredning", None), False)
    assert not found.falls_due(date(2126, 1, 1))


def test_an_assessment_that_led_to_no_inquiry_follows_the_file() -> None:
    assert told(judged(SOC, part(CLOSED, "f18_forhandsbedomning")))[0] == "personakt"


@pytest.mark.parametrize(("day", "kept"), [(5, True), (15, True), (25, True), (4, False)])
def test_those_born_on_certain_days_are_kept_for_research(day: int, kept: bool) -> None:
    assert judged(SOC, part(CLOSED, **turns_18(date(2006, 6, day)))).kept == kept


def test_an_investigation_counts_from_the_end_of_the_year_in_which_it_was_over() -> None:
    ended = {"laga_kraft": date(2027, 2, 1), "pagar": date(2028, 2, 1)}

    assert told(judged(POLIS, part(fu_status=ended))) == ("brottsutredning", date(2033, 1, 1))
    assert told(judged(POLIS, part(fu_status={})))[1] == date(2032, 1, 1)


@pytest.mark.parametrize("agency", ["migrationsverket", "domstol", "iom"])
def test_what_the_archives_keep_is_never_erased(agency: str) -> None:
    assert judged(of_agency(RULES, agency), part()).kept


def test_the_log_goes_no_earlier_than_five_years_after_the_last_entry() -> None:
    whole = Part("c", "1", "", CLOSED, date(2026, 3, 9), frozenset({"loggfakta"}))

    assert told(judged(of_log(RULES), whole)) == ("logg", date(2031, 3, 10))


def test_what_no_rule_is_for_is_kept() -> None:
    found = judged((), part())

    assert (found.rule, found.falls_due(date.max)) == (None, False)


def test_values_ask_for_one_that_was_ever_there() -> None:
    rule = RULES["placering"]
    asking = Rule(**{**vars(rule), "when": type(rule.when)(values={"a": frozenset({"ja"})})})

    assert judged([asking], part(a={"ja": CLOSED, "nej": CLOSED})).kept
    assert judged([asking], part(a={"nej": CLOSED})).rule is None


@given(last=days, closed=days, names=forms, birth=st.none() | born, look=days)
def test_no_child_and_nobody_who_was_placed_falls_due_early(
    last: date, closed: date, names: frozenset[str], birth: date | None, look: date
) -> None:
    values = turns_18(birth) if birth else {}
    held = Part("c", "1", "socialtjansten", closed, max(last, closed), ANSWERS, names, values)
    found = judged(SOC, held)

    if names & set(PLACED):
        assert not found.falls_due(date.max)
    if names & set(INQUIRY):
        assert birth or not found.falls_due(date.max)
        assert not birth or not found.falls_due(date(birth.year + 30, birth.month, 1) - DAY)
    if birth and birth.day in {5, 15, 25}:
        assert not found.falls_due(date.max)
    if found.falls_due(look):
        assert look > held.last.replace(year=held.last.year + 5, day=1)
        assert look > closed


DAY = timedelta(days=1)
