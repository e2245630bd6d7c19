"""Substitutions on a real database of each kind."""

from datetime import date, timedelta

import pytest

from engine.db.connection import writing
from engine.errors import Conflict, InvalidAnswers, NotAllowed
from engine.model import Case
from tests.conftest import MovedClock
from tests.engine.db.small import GOOD, Office
from tests.engine.db.test_noticeboard import told

TODAY = date(2026, 3, 2)
WEEK = (TODAY, TODAY + timedelta(days=6))


def test_the_absents_tasks_are_listed_and_done_by_the_substitute(
    office: Office, case: Case
) -> None:
    engine, task = office.engine, office.task(case, "a")
    engine.casework.claim(office.soc, task.id)
    engine.staffing.arrange(office.soc, "soc", "soc.chef", WEEK, "semester")
    absents = engine.substitutions.absents(office.chef)
    lines = engine.workload.tasks_in_place_of(office.chef, absents)
    page = engine.queries.task_page(office.chef, task.id)

    assert absents == [office.soc]
    assert [line.task.id for line in lines] == [task.id]
    assert page.reader is not None
    assert (page.reader.id, page.reader.acting_for, page.mine) == ("soc.chef", "soc", False)
    engine.casework.complete_task(office.chef, task.id, GOOD)
    (done, *_) = engine.casefile.case_page(office.soc, case.id).timeline
    assert (done.by, done.text) == (office.chef.name, f"Som ersättare för {office.soc.name}.")


def test_nothing_is_passed_on_outside_its_days_or_when_it_is_ended(
    office: Office, case: Case, clock: MovedClock
) -> None:
    engine, task = office.engine, office.task(case, "a")
    engine.casework.claim(office.soc, task.id)
    later = (WEEK[0] + timedelta(days=1), WEEK[1])
    engine.staffing.arrange(office.soc, "soc", "soc.chef", later, "resa")
    assert engine.substitutions.absents(office.chef) == []
    clock.advance(days=1)
    assert engine.substitutions.absents(office.chef) == [office.soc]
    (found,) = engine.substitutions(office.chef)
    engine.staffing.end(office.soc, found.id)

    assert engine.substitutions.absents(office.chef) == []
    assert engine.substitutions(office.chef) == []
    with pytest.raises(Conflict):
        engine.casework.complete_task(office.chef, task.id, GOOD)


def test_overlap_and_chain_are_refused_by_what_is_kept(office: Office) -> None:
    arrange = office.engine.staffing.arrange
    arrange(office.soc, "soc", "soc.ordforande", WEEK, "semester", "k1")
    arrange(office.soc, "soc", "soc.ordforande", WEEK, "semester", "k1")
    for absent, substitute in (
        ("soc", "soc.chef"), ("soc.ordforande", "soc.chef"), ("soc.chef", "soc")
    ):  # fmt: skip
        with pytest.raises(InvalidAnswers):
            arrange(office.chef, absent, substitute, WEEK, "semester")

    assert len(office.engine.substitutions(office.chef)) == 1


def test_a_colleague_sees_only_their_own_and_another_agency_none(office: Office) -> None:
    engine = office.engine
    engine.staffing.arrange(office.chef, "soc.ordforande", "soc.gruppledare", WEEK, "semester")

    assert len(engine.substitutions(office.chef)) == 1
    assert len(engine.substitutions(office.person("soc.ordforande"))) == 1
    assert engine.substitutions(office.soc) == []
    assert engine.substitutions(office.person("polis.chef")) == []
    assert {each.agency for each in engine.substitutions.colleagues(office.soc)} == {
        "socialtjansten"
    }


def test_what_the_law_gives_the_chair_stays_with_the_chair(office: Office, case: Case) -> None:
    engine, chair = office.engine, office.person("soc.ordforande")
    task = office.task(case, "a")
    with writing(engine.database) as connection:
        connection.exec_driver_sql("UPDATE open_tasks SET role = 'ordforande'")
    engine.casework.claim(chair, task.id)
    engine.staffing.arrange(chair, chair.id, "soc", WEEK, "semester")

    with pytest.raises(NotAllowed):
        engine.casework.complete_task(office.soc, task.id, GOOD)


def test_one_that_begins_at_once_is_told_of_at_once(office: Office) -> None:
    office.engine.staffing.arrange(office.soc, "soc", "soc.chef", WEEK, "semester")

    assert told(office, office.chef) == ["Du är ersättare för en kollega från och med nu"]
