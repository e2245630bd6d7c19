"""A text with a NUL is in no database: nothing is found by it, whoever asks and however."""

import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.db.conflicts import BARS
from engine.db.tables import people
from engine.errors import NotFound


def test_sqlalchemy_finds_nothing_by_it(engine_on_both: Engine) -> None:
    query = select(people.c.id).where(people.c.id == "\0")
    with engine_on_both.database.connect() as connection:
        try:
            found = connection.execute(query).all()
        except NotFound:
            found = []

    assert found == []


def test_a_prepared_statement_finds_nothing_by_it(engine_on_both: Engine) -> None:
    with engine_on_both.database.connect() as connection:
        try:
            found = BARS.rows(connection, {"this_person": "soc", "this_case": "\0"})
        except NotFound:
            found = []

    assert found == []


@pytest.mark.parametrize("cases", [["\0"], ["x\0y", "\0"]])
def test_an_erasure_of_what_is_nowhere_is_not_found(
    engine_on_both: Engine, cases: list[str]
) -> None:
    chef = engine_on_both.queries.person("soc.chef")
    assert chef is not None
    with pytest.raises(NotFound):
        engine_on_both.retention.propose(chef, chef.agency, cases, True, None)
