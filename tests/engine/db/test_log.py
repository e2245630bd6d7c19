"""The log is numbered, sealed, bound together, and only grows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from engine.bootstrap import Engine
from engine.db.chained import FIRST
from engine.db.connection import to_write
from engine.db.log import Ledger, opened
from engine.db.tables import events
from engine.errors import Stale
from engine.model import Case, Command, Event, Record
from tests.conftest import MONDAY
from tests.engine.db.chains import is_whole

ENTRY = Event("c", "case_opened", MONDAY, "soc", "socialtjansten", None, {"number": "2026-00001"})
ABOUT = replace(ENTRY, kind="task_opened", details={"task_id": "t", "path": "a#1"})


@pytest.fixture
def ledger(engine_on_both: Engine) -> Iterator[Ledger]:
    version = engine_on_both.publications.current()
    assert version is not None
    with engine_on_both.store.transaction() as unit:
        for name in ("c", "d"):
            unit.add_case(Case(name, f"2026-{name}", version, MONDAY, "soc"))
    with to_write(engine_on_both.database) as connection:
        yield Ledger(connection, engine_on_both.store.vault, "webb")


def connection_of(ledger: Ledger) -> Connection:
    return ledger._db


def read(ledger: Ledger, case_id: str = "c") -> list[dict[str, Any]]:
    query = select(events).where(events.c.case_id == case_id).order_by(events.c.sequence)
    return opened(ledger._vault, ledger._db.execute(query).mappings())


def test_entries_are_numbered_from_one_without_gaps(ledger: Ledger) -> None:
    ledger.append([ENTRY, ABOUT])
    ledger.append([ENTRY])

    assert [row["sequence"] for row in read(ledger)] == [1, 2, 3]


def test_each_case_has_a_chain_of_its_own(ledger: Ledger) -> None:
    ledger.append([ENTRY, ABOUT])
    ledger.append([replace(ENTRY, case_id="d")])

    (other,) = read(ledger, "d")
    assert (other["sequence"], bytes(other["previous"])) == (1, FIRST)


def test_the_chain_holds_within_and_between_transactions(ledger: Ledger) -> None:
    ledger.append([ENTRY, ABOUT])
    ledger.append([ABOUT])

    assert is_whole(read(ledger))


@pytest.mark.parametrize(
    "change",
    [{"actor": "siv"}, {"agency": "polis"}, {"kind": "x"}, {"facts": b"{}"}, {"task_id": None},
     {"at": MONDAY.replace(hour=10)}, {"instance_id": "i"}, {"previous": b"1" * 32},
     {"role": "x"}, {"channel": "x"}, {"command_id": "x"}, {"format": 1}],
)  # fmt: skip
def test_an_entry_that_was_changed_breaks_the_chain(ledger: Ledger, change: dict[str, Any]) -> None:
    ledger.append([ENTRY, ABOUT, ENTRY])
    there = events.c.sequence == 2
    connection_of(ledger).execute(update(events).where(there).values(change))
    query = select(events).order_by(events.c.sequence)

    assert not is_whole(connection_of(ledger).execute(query).mappings().all())


def test_a_number_that_another_writer_took_is_refused(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.append([ENTRY])
    monkeypatch.setattr("engine.db.log.LAST.rows", lambda *_: [])

    with pytest.raises(Stale):
        ledger.append([ABOUT])


def test_nothing_to_tell_writes_nothing(ledger: Ledger) -> None:
    ledger.append([])

    assert read(ledger) == []


def test_an_entry_is_found_by_its_task(ledger: Ledger) -> None:
    ledger.append([ENTRY, ABOUT])

    assert [row["task_id"] for row in read(ledger)] == [None, "t"]
    assert read(ledger)[1]["details"] == {"path": "a#1"}


def test_facts_are_sealed_and_the_same_fact_never_looks_the_same(ledger: Ledger) -> None:
    ledger.append([ABOUT, ABOUT])

    first, second = (bytes(row["facts"]) for row in read(ledger))
    assert b"a#1" not in first + second
    assert first != second


def test_what_is_erased_leaves_the_chain_whole(ledger: Ledger) -> None:
    ledger.append([ENTRY, ABOUT])
    ledger._vault.erase("c", "logg")

    assert read(ledger) == []
    assert is_whole(connection_of(ledger).execute(select(events)).mappings().all())


def test_an_entry_tells_how_and_by_which_command_and_in_which_role(ledger: Ledger) -> None:
    ledger.of_command(Command("abc", "soc", "open_case"))
    ledger.append([ENTRY, replace(ABOUT, actor=None)])

    done, followed = read(ledger)
    roles = "handlaggare,skyddsbehorig"
    assert (done["channel"], done["command_id"], done["role"]) == ("webb", "abc", roles)
    assert (followed["channel"], followed["command_id"], followed["role"]) == ("webb", None, None)


def test_answers_are_bound_to_their_entry_by_a_salted_hash(ledger: Ledger) -> None:
    record = Record("r", "c", "t", "socialtjansten", "f", {"a": "ja"}, MONDAY, "soc")
    other = replace(record, id="s", task_id="u")
    for each in (record, other):
        ledger.commit_to(each)
    about = replace(ABOUT, details={"task_id": "u"})
    ledger.append([replace(ABOUT, actor=None), ABOUT, about])

    found = [row["details"].get("commitment") for row in read(ledger)]
    assert found[0] is None
    assert found[1] is not None
    assert found[1] != found[2]  # the same answers, another salt


def test_a_clock_that_was_set_back_is_told_and_the_order_holds(ledger: Ledger) -> None:
    ledger.append([ENTRY])
    ledger.append([replace(ENTRY, at=MONDAY - timedelta(hours=1))])
    ledger.append([replace(ENTRY, at=MONDAY)])

    behind = [row["details"].get("clock_behind") for row in read(ledger)]
    assert behind == [None, MONDAY.isoformat(), None]
    assert is_whole(read(ledger))
