import pytest

from engine.bpmn.definitions import read_process_set
from engine.modelling.diff import compare
from engine.modelling.readers import altered
from tests.engine.modelling.diff.rich import HANDOVERS
from tests.engine.modelling.readers.handing import HANDING, handing
from tests.engine.modelling.small import FORM

BEFORE = read_process_set(HANDING)
MORE = HANDING[HANDOVERS].replace('["skal"]', '["skal", "val"]')
TO_RK = HANDING[HANDOVERS].replace('["socialtjansten"]', '["socialtjansten", "regionkoordinator"]')
BY_23 = HANDING[HANDOVERS].replace('["28"]', '["23"]')


def test_nothing_is_told_of_a_set_that_is_the_same() -> None:
    assert altered(BEFORE, BEFORE) == ()


def test_one_who_comes_to_read_more_is_told_with_the_ground() -> None:
    (one,) = altered(BEFORE, read_process_set(HANDING | {HANDOVERS: MORE}))

    assert str(one) == (
        "Socialtjänsten får läsa ”Val” i formuläret f, som Polismyndigheten har skrivit, genom"
        " M01 Anmälan. Grund: OSL 10:28 – uppgiftsskyldighet i lag."
    )
    assert (one.effect, one.parties) == ("added", ("socialtjansten", "polismyndigheten"))


def test_one_who_reads_no_longer_is_told() -> None:
    (one,) = altered(read_process_set(HANDING | {HANDOVERS: TO_RK}), BEFORE)

    assert str(one) == (
        "Regionkoordinator läser inte längre ”Skäl” i formuläret f, som Polismyndigheten har"
        " skrivit, genom M01 Anmälan."
    )


def test_another_ground_for_the_same_is_told() -> None:
    (one,) = altered(BEFORE, read_process_set(HANDING | {HANDOVERS: BY_23}))

    assert str(one).startswith(
        "M01 Anmälan, från Polismyndigheten till Socialtjänsten: grunden är nu OSL 10:23 – "
    )


def test_a_step_in_another_lane_moves_its_answers() -> None:
    told = [str(each) for each in altered(read_process_set(handing("b", "late", "n")), BEFORE)]

    assert told == []  # Socialtjänsten asked with the form in another step, and still does
    everything = read_process_set(handing("a", "b", "late", "n"))
    assert [str(each) for each in altered(BEFORE, everything)] == [
        "Socialtjänsten skriver inte längre alla 2 frågor i formuläret f."
    ]


@pytest.mark.parametrize("text", [MORE, TO_RK, BY_23])
def test_whoever_sees_more_or_less_has_to_approve(text: str) -> None:
    after = read_process_set(HANDING | {HANDOVERS: text})
    concerned = {party for each in altered(BEFORE, after) for party in each.parties}

    assert concerned <= set(compare(BEFORE, after).agencies)


def test_a_new_question_is_seen_by_whoever_asks() -> None:
    form = HANDING[FORM].replace('"key": "skal"', '"key": "orsak"')
    told = [str(each) for each in altered(BEFORE, read_process_set(HANDING | {FORM: form}))]

    assert "Polismyndigheten skriver och läser ”Skäl” i formuläret f." in told
