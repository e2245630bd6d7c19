"""Jäv on a real database of each kind: the case is nowhere to be found."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from engine.db.tables import disqualifications
from engine.errors import InvalidAnswers, NotFound
from engine.lists.worklist import Wanted
from engine.model import Actor, Case
from tests.engine.db.small import Office
from tests.engine.db.test_noticeboard import told

SECRET = "Hennes bror är min granne."  # noqa: S105


@pytest.fixture
def other(office: Office, case: Case) -> Case:
    """Another case, that stays in sight."""
    return office.open()


def disqualified(office: Office, case: Case, person: Actor | None = None) -> str:
    office.engine.staffing.disqualify(office.chef, case.id, (person or office.soc).id, SECRET)
    return next(iter(office.engine.disqualified(office.chef, case.id))).id


def seen(office: Office, reader: Actor) -> Iterator[str]:
    """Yield the case of everything that a reader's lists and pages show."""
    engine = office.engine
    for asked in (Wanted(), Wanted("mina"), Wanted("otilldelade"), Wanted(search="Besluta")):
        yield from (line.task.case_id for line in engine.worklists.page(reader, asked).lines)
    yield from (line.case.id for line in engine.queries.cases(reader))
    yield from (line.case_id or "" for line in engine.notices.lines(reader))
    yield from (line.task.case_id for line in engine.workload.tasks_in_place_of(reader, [reader]))


def test_every_list_leaves_the_case_out_for_one_person_only(
    office: Office, case: Case, other: Case
) -> None:
    office.engine.staffing.distribute(office.chef, [office.task(case, "a").id], "soc")
    assert set(seen(office, office.soc)) == {case.id, other.id}
    disqualified(office, case)

    assert set(seen(office, office.soc)) == {other.id}
    assert case.id in set(seen(office, office.chef))
    assert case.id in set(seen(office, office.polis))


def test_every_page_of_the_case_is_not_found_and_the_attempt_is_kept(
    office: Office, case: Case
) -> None:
    engine, task = office.engine, office.task(case, "a")
    (line, *_) = engine.casefile.case_page(office.soc, case.id).diagrams
    disqualified(office, case)

    asked = (
        lambda: engine.queries.task_page(office.soc, task.id),
        lambda: engine.casefile.case_page(office.soc, case.id),
        lambda: engine.casefile.diagram(office.soc, case.id, line.instance_id, line.process),
        lambda: engine.casefile.picture(office.soc, case.id, line.instance_id, line.process),
        lambda: engine.messages.register(office.soc, case.id, "hej"),
    )
    for ask in asked:
        with pytest.raises(NotFound):
            ask()
    assert engine.store.denials() == len(asked)
    assert engine.queries.next_in_case(office.soc, case.id) is None


def test_a_task_that_is_over_is_not_found_either(office: Office, case: Case) -> None:
    task = office.task(case, "a")
    office.complete(case, "a")
    disqualified(office, case)

    with pytest.raises(NotFound):
        office.engine.queries.task_page(office.soc, task.id)


def test_a_chef_who_is_disqualified_sees_no_load_of_the_case(
    office: Office, case: Case, other: Case
) -> None:
    given = [office.task(case, "a").id, office.task(other, "a").id]
    office.engine.staffing.distribute(office.chef, given, "soc")
    before = {load.person.id: load.open_tasks for load in office.engine.workload.loads(office.chef)}
    office.engine.staffing.disqualify(office.chef, case.id, office.chef.id, SECRET)
    after = {load.person.id: load.open_tasks for load in office.engine.workload.loads(office.chef)}

    assert (before["soc"], after["soc"]) == (2, 1)
    assert {line.task.case_id for line in office.engine.workload.tasks(office.chef, None)} == {
        other.id
    }
    with pytest.raises(NotFound):
        office.engine.casework.close_case(office.chef, case.id, "A2", "Dubblett.")


def test_one_who_is_disqualified_is_not_among_those_who_could_take_a_task(
    office: Office, case: Case
) -> None:
    disqualified(office, case)
    found = office.engine.queries.colleagues(office.chef, office.task(case, "a"))

    assert "soc" not in dict(found)


def test_the_reason_is_sealed_and_read_by_a_chef(office: Office, case: Case) -> None:
    disqualified(office, case)
    with office.engine.database.connect() as connection:
        stored = repr(connection.execute(select(disqualifications)).all())
    (found,) = office.engine.disqualified(office.chef, case.id)

    assert "granne" not in stored
    assert (found.person, found.reason, found.declared_by) == ("soc", SECRET, office.chef.id)
    assert list(office.engine.disqualified(office.polis, case.id)) == []
    office.engine.store.vault.erase(case.id, "socialtjansten")
    assert [each.reason for each in office.engine.disqualified(office.chef, case.id)] == [""]


def test_once_lifted_everything_is_in_sight_again(office: Office, case: Case) -> None:
    found = disqualified(office, case)
    office.engine.staffing.lift(office.chef, case.id, found)
    disqualified(office, case)  # and it may come back

    office.engine.staffing.lift(office.chef, case.id, disqualified_now(office, case))
    assert office.engine.casefile.case_page(office.soc, case.id).case == case
    assert list(office.engine.disqualified(office.chef, case.id)) == []


def disqualified_now(office: Office, case: Case) -> str:
    return next(iter(office.engine.disqualified(office.chef, case.id))).id


def test_one_who_is_disqualified_is_told_of_nothing_in_the_case(office: Office, case: Case) -> None:
    office.engine.casework.claim(office.soc, office.task(case, "a").id)
    disqualified(office, case)
    office.engine.casework.claim(office.chef, office.task(case, "a").id)

    assert told(office, office.soc) == []


def test_without_a_reason_nothing_is_hidden(office: Office, case: Case) -> None:
    with pytest.raises(InvalidAnswers):
        office.engine.staffing.disqualify(office.chef, case.id, "soc", " ")

    assert office.engine.casefile.case_page(office.soc, case.id)
