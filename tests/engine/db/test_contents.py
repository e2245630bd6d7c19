"""Answers of forms that somebody altered in the database, behind the log's back."""

import pytest
from sqlalchemy import delete, select, update

from engine.db.connection import writing
from engine.db.contents import CHANGED, GONE
from engine.db.sealing import answers_in
from engine.db.tables import events, records
from engine.model import Case
from tests.engine.db.small import Office


@pytest.fixture
def done(office: Office, case: Case) -> Case:
    office.complete(case, "a", "b")
    return case


def wrong(office: Office, case: Case) -> list[tuple[int, str]]:
    found = office.engine.audit.verify("prov", [case.id]).findings
    return [(place, what) for _, place, what, _ in found]


def first(office: Office, case: Case):
    with office.engine.database.connect() as connection:
        kept = connection.execute(select(records).order_by(records.c.at)).mappings().first()
        bound = select(events.c.sequence).where(
            events.c.task_id == kept["task_id"], events.c.kind == "task_completed"
        )
        return kept, connection.scalar(bound)


def test_what_was_sent_is_what_is_kept(office: Office, done: Case) -> None:
    assert wrong(office, done) == []


@pytest.mark.parametrize("sealed_anew", [True, False])
def test_other_answers_are_found_even_if_they_are_sealed_with_the_right_key(
    office: Office, done: Case, sealed_anew: bool
) -> None:
    record, number = first(office, done)
    place = answers_in(done.id, record["agency"], record["id"])
    vault = office.engine.audit.evidence.vault
    other = vault.seal(place, {"annat": "ja"}) if sealed_anew else record["answers"][:-1] + b"!"
    with writing(office.engine.database) as connection:
        mine = update(records).where(records.c.id == record["id"])
        connection.execute(mine.values(answers=other))

    assert wrong(office, done) == [(number, CHANGED)]


def test_answers_that_are_gone_are_missed_unless_they_were_erased(
    office: Office, done: Case
) -> None:
    record, number = first(office, done)
    with writing(office.engine.database) as connection:
        connection.execute(delete(records).where(records.c.id == record["id"]))

    assert wrong(office, done) == [(number, GONE)]
    office.engine.audit.evidence.vault.erase(done.id, record["agency"])
    assert wrong(office, done) == []


def test_an_entry_whose_facts_were_altered_is_its_chains_matter(office: Office, done: Case) -> None:
    _, number = first(office, done)
    with writing(office.engine.database) as connection:
        mine = update(events).where(events.c.case_id == done.id, events.c.sequence == number)
        connection.execute(mine.values(facts=b"{", format=1))

    assert {place for place, _ in wrong(office, done)} >= {number}
    assert not {what for _, what in wrong(office, done)} & {CHANGED, GONE}
