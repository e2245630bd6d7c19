"""One function decides what a reader may know of, and the readers of cases use no other."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from engine.db.tables import (
    cases,
    disclosures,
    drafts,
    events,
    open_tasks,
    participants,
    people,
    records,
)
from engine.db.visible import own, visible
from engine.model import Case
from tests.engine.db.small import Office

DB = Path(__file__).parents[3] / "engine" / "db"
READERS = ("casefile.py", "queries.py")


@pytest.mark.parametrize("table", [drafts, open_tasks, participants, people, records, events])
def test_what_belongs_to_another_agency_is_not_visible(office: Office, case: Case, table) -> None:
    office.complete(case, "a")
    with office.engine.database.connect() as connection:
        shown = connection.execute(select(table).where(visible(table, office.polis))).mappings()
        agencies = {row["agency"] for row in shown}

    assert agencies <= {"polismyndigheten"}


def test_a_hand_over_is_visible_to_the_one_who_got_it(office: Office) -> None:
    asked = str(visible(disclosures, office.polis))

    assert "disclosures.receiver" in asked
    assert "sender" not in asked


def test_everybody_who_takes_part_may_know_that_the_case_is_closed(
    office: Office, case: Case
) -> None:
    office.engine.casework.close_case(office.chef, case.id, "A2", "Öppnat av misstag")
    with office.engine.database.connect() as connection:
        known = select(events.c.kind).where(events.c.case_id == case.id)
        shown = set(connection.scalars(known.where(visible(events, office.polis))))
        mine = set(connection.scalars(known.where(own(events, office.polis))))

    assert shown - mine == {"case_closed"}


def test_a_reader_of_no_agency_sees_nothing(office: Office, case: Case) -> None:
    nobody = replace(office.soc, agency="")
    with office.engine.database.connect() as connection:
        assert connection.execute(select(open_tasks).where(visible(open_tasks, nobody))).all() == []


def test_a_table_that_does_not_say_whose_a_row_is_shows_nothing(office: Office) -> None:
    with pytest.raises(AttributeError):
        visible(cases, office.soc)


@pytest.mark.parametrize("module", READERS)
def test_the_readers_of_cases_decide_nothing_by_themselves(module: str) -> None:
    text = (DB / module).read_text()

    assert "agency == actor.agency" not in text
    assert "receiver == actor.agency" not in text
    assert "visible(" in text
