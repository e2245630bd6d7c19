"""What task pages and lists of cases read, on a real database of each kind."""

import pytest

from engine.errors import Conflict, NotFound
from engine.model import Case
from tests.conftest import MovedClock
from tests.engine.db.small import GOOD, Office


def test_a_task_page_has_what_was_typed_and_who_could_take_it(office: Office, case: Case) -> None:
    task = office.task(case, "a")
    office.engine.casework.save_draft(office.soc, task.id, {"skal": ["Halv men"]})
    page = office.engine.queries.task_page(office.soc, task.id)

    assert page.answers == {"skal": "Halv men"}
    assert (page.mine, page.form.id, page.agency_name) == (True, "f", "Socialtjänsten")
    assert {ident for ident, _ in office.engine.queries.colleagues(office.soc, page.task)} == {
        "soc.chef",
        "soc.gruppledare",
        "soc.ordforande",
    }


def test_only_colleagues_with_the_role_could_take_a_task(office: Office, case: Case) -> None:
    office.complete(case, "a", "b", "c")
    found = office.engine.queries.colleagues(office.soc, office.task(case, "z"))

    assert [ident for ident, _ in found] == ["soc.chef"]


def test_another_agencys_task_is_not_found_and_the_attempt_is_kept(
    office: Office, case: Case
) -> None:
    with pytest.raises(NotFound):
        office.engine.queries.task_page(office.polis, office.task(case, "a").id)

    assert office.engine.store.denials() == 1


@pytest.mark.usefixtures("case")
def test_an_unknown_task_is_not_found_and_the_attempt_is_kept(office: Office) -> None:
    with pytest.raises(NotFound):
        office.engine.queries.task_page(office.soc, "no-such-task" * 20)

    assert office.engine.store.denials() == 1


def test_a_closed_task_says_by_whom_and_when(office: Office, case: Case) -> None:
    task = office.task(case, "a")
    office.complete(case, "a")

    with pytest.raises(Conflict, match=f"slutförd av {office.soc.name} den 2 mars 2026"):
        office.engine.queries.task_page(office.chef, task.id)
    with pytest.raises(Conflict, match="slutförd av dig"):
        office.engine.queries.task_page(office.soc, task.id)
    assert office.engine.store.denials() == 0


def test_another_agencys_closed_task_is_not_found(office: Office, case: Case) -> None:
    task = office.task(case, "a")
    office.complete(case, "a")

    with pytest.raises(NotFound):
        office.engine.queries.task_page(office.polis, task.id)


def test_a_task_of_a_case_closed_by_hand_says_that_it_was_withdrawn(
    office: Office, case: Case
) -> None:
    task = office.task(case, "a")
    office.engine.casework.close_case(office.chef, case.id, "A2", "Dubblett.")

    with pytest.raises(Conflict, match="inte längre öppen"):
        office.engine.queries.task_page(office.soc, task.id)


def test_cases_are_those_the_agency_takes_part_in_the_newest_first(
    office: Office, case: Case, clock: MovedClock
) -> None:
    clock.advance(hours=1)
    newer = office.open()
    office.complete(case, "a")
    lines = office.engine.queries.cases(office.soc)

    assert [(line.case.id, line.open_tasks) for line in lines] == [(newer.id, 2), (case.id, 1)]
    assert len(office.engine.queries.cases(office.polis)) == 2
    assert office.engine.queries.cases(office.mig) == ()


def test_another_agencys_work_does_not_show_in_the_list_of_cases(
    office: Office, case: Case, clock: MovedClock
) -> None:
    before = office.engine.queries.cases(office.polis)
    clock.advance(days=1)
    office.complete(case, "a")

    assert office.engine.queries.cases(office.polis) == before
    assert office.engine.queries.cases(office.soc)[0].last_event_at == clock.now()


def test_an_agency_that_identifies_victims_may_open_a_case(office: Office) -> None:
    assert office.engine.queries.may_open(office.polis)
    assert not office.engine.queries.may_open(office.mig)


def test_people_and_agencies_are_known_by_their_ids(office: Office) -> None:
    queries = office.engine.queries

    assert queries.person("nobody") is None
    assert queries.agency_name("polismyndigheten") == "Polismyndigheten"
    listed = [(person.agency, person.name) for person in queries.people()]
    assert office.chef in queries.people()
    assert [agency for agency, _ in listed] == sorted(agency for agency, _ in listed)


def test_reading_changes_nothing(office: Office, case: Case) -> None:
    task = office.task(case, "a")
    before = office.engine.casefile.log(case.id)
    office.engine.queries.task_page(office.soc, task.id)
    office.engine.worklists.page(office.soc)
    office.engine.casework.complete_task(office.soc, task.id, GOOD)

    assert office.engine.casefile.log(case.id)[: len(before)] == before


def test_the_next_task_in_a_case_is_one_the_reader_could_do(office: Office, case: Case) -> None:
    queries = office.engine.queries
    first = queries.next_in_case(office.soc, case.id)
    assert first is not None
    assert (first.agency, first.case_id) == ("socialtjansten", case.id)
    for line in office.engine.worklists.page(office.soc).lines:
        office.engine.casework.claim(office.soc, line.task.id)

    assert queries.next_in_case(office.soc, case.id) is not None
    assert queries.next_in_case(office.chef, case.id) is None
    assert queries.next_in_case(office.mig, case.id) is None
