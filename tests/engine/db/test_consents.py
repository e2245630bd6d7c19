"""The consents on a case page: what concerns the reader's agency, and what can be done about it."""

import pytest

from engine.bootstrap import Engine
from engine.caseviews import ConsentLine
from engine.errors import NotFound
from tests.engine.lived import ANSWERS, NO, YES, lived
from tests.steps.desk import Desk


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return lived(engine)


def lines(desk: Desk, agency: str) -> dict[str, ConsentLine]:
    found = desk.engine.consentfile.lines(desk.person(agency), desk.case_id)
    return {line.code: line for line in found}


def test_each_agency_reads_the_purposes_that_concern_it(desk: Desk) -> None:
    assert lines(desk, "Socialtjänsten").keys() == {
        "till_socialtjansten", "betanketid", "sip", "nsp", "iom",
    }  # fmt: skip
    assert lines(desk, "regionkoordinatorn").keys() == {"kontakt_rk", "iom"}


def test_one_who_asked_sees_by_which_form_and_where_the_answer_stands(desk: Desk) -> None:
    line = lines(desk, "Migrationsverket")["kontakt_rk"]
    (step,) = line.history

    assert (line.value, step.value, step.source) == (
        "givet", "Givet", "Svar i ”Gör samlad bedömning”",
    )  # fmt: skip
    assert step.by == desk.person("Migrationsverket").name
    akt = desk.engine.casetabs.akt(desk.person("Migrationsverket"), desk.case_id)
    assert step.record_id in {entry.id for entry in akt}


def test_what_another_asked_is_told_without_who_and_how(desk: Desk) -> None:
    line = lines(desk, "regionkoordinatorn")["kontakt_rk"]

    assert [(s.value, s.source, s.by, s.record_id) for s in line.history] == [
        ("Givet", "Registrerat av en annan aktör", None, None)
    ]
    assert (line.may_withdraw, line.may_answer) == (True, False)


def test_a_no_can_become_a_yes_and_both_are_shown(desk: Desk) -> None:
    soc = desk.person("Socialtjänsten")
    desk.engine.consents.answer(soc, desk.case_id, "betanketid", NO)
    assert lines(desk, "Socialtjänsten")["betanketid"].may_answer
    desk.engine.consents.answer(soc, desk.case_id, "betanketid", YES)

    line = lines(desk, "Socialtjänsten")["betanketid"]
    assert [(s.value, s.by) for s in line.history] == [("Givet", soc.name), ("Nekat", soc.name)]
    assert (line.may_withdraw, line.may_answer) == (True, False)


def test_that_others_have_not_asked_is_not_told(desk: Desk) -> None:
    assert lines(desk, "Socialtjänsten")["sip"].history == ()


def test_a_task_that_asks_is_pointed_to(engine: Engine) -> None:
    desk = Desk(engine, answers=dict(ANSWERS))
    desk.case_id = engine.casework.open_case(desk.person("regionkoordinatorn")).id
    desk.complete_until("Gör samlad bedömning")

    line = lines(desk, "regionkoordinatorn")["kontakt_rk"]
    assert [name for _, name in line.tasks] == ["Gör samlad bedömning"]


def test_nobody_outside_the_case_reads_its_consents(desk: Desk) -> None:
    with pytest.raises(NotFound):
        lines(desk, "Brottsoffermyndigheten")
