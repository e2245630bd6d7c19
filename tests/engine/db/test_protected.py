"""What the pages of protected data read, for those whose it is."""

import pytest

from engine.bootstrap import Engine
from engine.errors import NotFound
from engine.forms import MASK
from engine.model import Case
from tests.engine.db.protected import OTHER, PROTECTED, STREET, answers, told
from tests.engine.db.small import Office


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(PROTECTED)
    return office


@pytest.fixture
def case(office: Office) -> Case:
    return office.open()


def test_the_page_of_a_case_masks_and_says_where_to_ask(office: Office, case: Case) -> None:
    record = told(office, case)
    page = office.engine.protected.masked(office.soc, case.id, "svar", record)

    assert answers(office, case, office.soc) == {"Val": "Ja", "Skäl": MASK, "Annat": OTHER}
    assert (page.title, page.questions) == ("f", ("Skäl",))
    assert STREET not in repr(page)


def test_in_a_marked_case_more_is_masked(office: Office, case: Case) -> None:
    record = told(office, case, skyddsmarkering="skyddat_boende")

    assert answers(office, case, office.soc)["Annat"] == MASK
    page = office.engine.protected.masked(office.soc, case.id, "svar", record)
    assert page.questions == ("Skäl", "Annat")


def test_others_find_nothing(office: Office, case: Case) -> None:
    record, protected = told(office, case), office.engine.protected
    with pytest.raises(NotFound):
        protected.masked(office.polis, case.id, "svar", record)
    for read in (protected.marking, protected.prints):
        with pytest.raises(NotFound):
            read(office.mig, case.id)


def test_a_request_is_shown_to_colleagues_by_name_and_to_nobody_else(
    office: Office, case: Case
) -> None:
    office.engine.protection.ask_to_print(office.soc, case.id, "Till förhandlingen")
    page = office.engine.protected.prints(office.chef, case.id)

    assert [line.asked_by for line in page.others] == [office.soc.name]
    assert page.mine is None
    assert office.engine.protected.prints(office.polis, case.id).others == ()


def test_an_erased_compartment_has_nothing_to_ask_for(office: Office, case: Case) -> None:
    record = told(office, case)
    office.engine.store.vault.erase(case.id, "socialtjansten")

    with pytest.raises(NotFound):
        office.engine.protected.masked(office.soc, case.id, "svar", record)
