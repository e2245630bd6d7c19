"""A prepared statement means what SQLAlchemy means by it, on both kinds of database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, delete, event, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError

from engine.db import rows
from engine.db.connection import connect, to_write
from engine.db.prepared import Prepared
from engine.db.tables import incidents, instances, people, timers
from engine.db.unit import SqlUnit
from tests.engine.db.counting import counted

AT = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)
ADD = Prepared(insert(people))
ALL = Prepared(select(people).order_by(people.c.id))
FIRST = Prepared(select(people.c.id).order_by(people.c.id).limit(1))
RENAME = Prepared(update(people).where(people.c.id == bindparam("this")))
OUST = Prepared(delete(people).where(people.c.agency == bindparam("of")))


def person(id_: str, roles: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": id_, "name": "Åsa Ö", "agency": "soc", "roles": roles, "team": "",
            "password_hash": "x"}  # fmt: skip


@pytest.fixture
def connection(migrated_url: str) -> Iterator[Connection]:
    database = connect(migrated_url)
    with to_write(database) as connection:
        connection.execute(delete(people))
        yield connection
    database.dispose()


def test_what_is_written_is_what_sqlalchemy_reads(connection: Connection) -> None:
    assert ADD.run(connection, [person("a", ("chef", "å"))]) == 1

    read = connection.execute(select(people)).mappings().one()
    unsaid = {"source": "lokalt", "issuer": None, "subject": None, "locked_at": None,
              "password_given_at": None}  # fmt: skip
    assert dict(read) == person("a") | {"roles": ["chef", "å"]} | unsaid


def test_what_sqlalchemy_writes_is_what_is_read(unit: SqlUnit) -> None:
    own = (instances.c.variables, instances.c.ended, instances.c.end_state)
    query = select(timers, *own).join_from(timers, instances).order_by(timers.c.path)
    changed = replace(unit.instance("i"), variables={"å": "ä"}, end_state="A1", ended=True)
    unit._db.execute(update(instances), rows.instance_values(changed))
    expected = [dict(each) for each in unit._db.execute(query).mappings()]

    found = Prepared(query).rows(unit._db, {})

    assert found == expected
    assert (found[0]["variables"], found[0]["ended"]) == ({"å": "ä"}, True)
    assert found[0]["due_at"].tzinfo is UTC


def test_nothing_is_read_where_there_is_nothing(connection: Connection) -> None:
    assert ALL.rows(connection, {}) == []


def test_several_rows_are_written_at_once(connection: Connection) -> None:
    with counted(connection.engine) as statements:
        assert ADD.run(connection, [person("b"), person("a"), person("c")]) == 3

    assert len(statements) == 1
    assert [row["id"] for row in ALL.rows(connection, {})] == ["a", "b", "c"]


def test_a_limit_is_part_of_the_statement(connection: Connection) -> None:
    ADD.run(connection, [person("b"), person("a")])

    assert FIRST.rows(connection, {}) == [{"id": "a"}]


def test_it_tells_how_many_rows_it_touched(connection: Connection) -> None:
    ADD.run(connection, [person("a"), person("b")])

    assert RENAME.run(connection, [{"this": "a", "name": "Ny"}]) == 1
    assert RENAME.run(connection, [{"this": "nobody", "name": "Ny"}]) == 0
    assert [row["name"] for row in ALL.rows(connection, {})] == ["Ny", "Åsa Ö"]
    assert OUST.run(connection, [{"of": "soc"}]) == 2


def test_only_the_columns_that_are_named_are_set(connection: Connection) -> None:
    ADD.run(connection, [person("a")])
    RENAME.run(connection, [{"this": "a", "name": "Ny"}])
    RENAME.run(connection, [{"this": "a", "agency": "polis"}])

    assert [(row["name"], row["agency"]) for row in ALL.rows(connection, {})] == [("Ny", "polis")]


def test_instants_are_kept_in_utc_and_naive_ones_refused(connection: Connection) -> None:
    note = Prepared(insert(incidents))
    values = {"id": "i", "kind": "k", "command": "c", "cause": "c", "technical": "t", "state": "s"}
    note.run(connection, [{**values, "at": AT}])

    assert Prepared(select(incidents.c.at)).rows(connection, {}) == [{"at": AT}]
    with pytest.raises(ValueError, match="naive"):
        note.run(connection, [{**values, "id": "j", "at": AT.replace(tzinfo=None)}])


def test_it_raises_what_sqlalchemy_raises_without_telling_the_values(
    connection: Connection,
) -> None:
    ADD.run(connection, [person("a")])

    with pytest.raises(IntegrityError) as refused:
        ADD.run(connection, [person("a")])

    assert "Åsa" not in str(refused.value)
    connection.rollback()
    with pytest.raises((OperationalError, ProgrammingError)):
        Prepared(select(people.c.id.label("x")).where(people.c.id.op("nonsense")("y"))).rows(
            connection, {}
        )


def test_it_is_part_of_a_transaction(connection: Connection) -> None:
    connection.rollback()
    before = len(ALL.rows(connection, {}))
    connection.rollback()
    ADD.run(connection, [person("a")])
    connection.rollback()

    assert len(ALL.rows(connection, {})) == before


def test_whoever_listens_to_statements_hears_it(connection: Connection) -> None:
    heard: list[Any] = []
    event.listen(connection.engine, "before_cursor_execute", lambda *said: heard.append(said[2:6]))
    connection.rollback()
    with to_write(connection.engine) as listened:
        ADD.run(listened, [person("x")])
        ADD.run(listened, [person("y"), person("z")])

    told = [(sql[:18], many) for sql, _, _, many in heard if sql.startswith("INSERT")]
    assert told == [("INSERT INTO people", False), ("INSERT INTO people", True)]
