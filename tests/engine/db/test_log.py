"""The log is numbered, bound together, and only grows."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from engine.bootstrap import Engine
from engine.db.log import FIRST, append, digest_of
from engine.db.tables import events
from engine.errors import Stale
from engine.model import Case, Event
from tests.conftest import MONDAY

ENTRY = Event("c", "case_opened", MONDAY, "ada", "soc", None, {"number": "2026-00001"})
ABOUT = replace(ENTRY, kind="task_opened", details={"task_id": "t", "path": "a#1"})


@pytest.fixture
def connection(engine_on_both: Engine) -> Iterator[Connection]:
    version = engine_on_both.publications.current()
    assert version is not None
    with engine_on_both.store.transaction() as unit:
        for name in ("c", "d"):
            unit.add_case(Case(name, f"2026-{name}", version, MONDAY, "soc"))
    with engine_on_both.database.connect() as connection:
        yield connection


def read(connection: Connection, case_id: str = "c") -> list[dict[str, Any]]:
    query = select(events).where(events.c.case_id == case_id).order_by(events.c.sequence)
    return [dict(row) for row in connection.execute(query).mappings()]


def is_whole(found: list[dict[str, Any]]) -> bool:
    """Follow the chain: each entry is what its digest says, and knows the one before."""
    previous = [FIRST, *(row["digest"] for row in found)]
    return all(
        row["digest"] == digest_of(row) and row["previous"] == before
        for row, before in zip(found, previous, strict=False)
    )


def test_entries_are_numbered_from_one_without_gaps(connection: Connection) -> None:
    append(connection, [ENTRY, ABOUT])
    append(connection, [ENTRY])

    assert [row["sequence"] for row in read(connection)] == [1, 2, 3]


def test_each_case_has_a_chain_of_its_own(connection: Connection) -> None:
    append(connection, [ENTRY, ABOUT])
    append(connection, [replace(ENTRY, case_id="d")])

    (other,) = read(connection, "d")
    assert (other["sequence"], other["previous"]) == (1, FIRST)


def test_the_chain_holds_within_and_between_transactions(connection: Connection) -> None:
    append(connection, [ENTRY, ABOUT])
    append(connection, [ABOUT])

    assert is_whole(read(connection))


@pytest.mark.parametrize(
    "change",
    [{"actor": "siv"}, {"agency": "polis"}, {"kind": "x"}, {"details": {}}, {"task_id": None},
     {"at": MONDAY.replace(hour=10)}, {"instance_id": "i"}, {"previous": "1" * 64}],
)  # fmt: skip
def test_an_entry_that_was_changed_breaks_the_chain(
    connection: Connection, change: dict[str, Any]
) -> None:
    append(connection, [ENTRY, ABOUT, ENTRY])
    connection.execute(update(events).where(events.c.sequence == 2).values(change))

    assert not is_whole(read(connection))


def test_an_entry_that_was_removed_breaks_the_chain(connection: Connection) -> None:
    append(connection, [ENTRY, ABOUT, ENTRY])
    found = read(connection)

    assert not is_whole([found[0], found[2]])


def test_a_number_that_another_writer_took_is_refused(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(connection, [ENTRY])
    monkeypatch.setattr("engine.db.log._last", lambda *_: (0, FIRST))

    with pytest.raises(Stale):
        append(connection, [ABOUT])


def test_nothing_to_tell_writes_nothing(connection: Connection) -> None:
    append(connection, [])

    assert read(connection) == []


def test_an_entry_is_found_by_its_task(connection: Connection) -> None:
    append(connection, [ENTRY, ABOUT])

    assert [row["task_id"] for row in read(connection)] == [None, "t"]
    assert read(connection)[1]["details"] == {"path": "a#1"}
