"""A case is marked by an answer; a "no" lifts nothing."""

import pytest

from engine.bootstrap import Engine
from tests.engine.db.protected import PROTECTED, told
from tests.engine.db.small import Office


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(PROTECTED)
    return office


def code(office: Office, case_id: str) -> str:
    return office.engine.protected.marking(office.polis, case_id)[1]


def test_an_answer_marks_the_case_for_all_who_take_part(office: Office) -> None:
    case = office.open()
    assert code(office, case.id) == "ingen"
    told(office, case, skyddsmarkering="skyddat_boende")

    assert code(office, case.id) == "skyddat_boende"
    assert [e.kind for e in office.engine.casefile.log(case.id)].count("protection_marked") == 1


def test_a_no_in_another_form_lifts_nothing(office: Office) -> None:
    case = office.open()
    told(office, case, skyddsmarkering="skyddat_boende")
    told(office, case, "b", skyddsmarkering="ingen")

    assert code(office, case.id) == "skyddat_boende"
