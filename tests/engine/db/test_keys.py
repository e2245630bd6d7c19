"""Keys of compartments: wrapped, made once, destroyed for ever."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap
from sqlalchemy import select

from engine.db import keys as module
from engine.db.keys import SqlKeys, keys
from engine.errors import Erased, Unreadable

MASTER, OTHER = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture
def store(database_url: str) -> Iterator[SqlKeys]:
    store = SqlKeys.at(database_url, MASTER)
    yield store
    store.database.dispose()


def opened_again(store: SqlKeys, master: bytes = MASTER) -> SqlKeys:
    return SqlKeys(store.database, master)


def test_a_key_is_made_once_for_each_compartment(store: SqlKeys) -> None:
    first = store.key("c", "soc")

    assert len(first) == 32
    assert opened_again(store).key("c", "soc") == first
    assert len({first, store.key("c", "iom"), store.key("d", "soc")}) == 3


def test_the_store_alone_opens_nothing(store: SqlKeys) -> None:
    secret = store.key("c", "soc")
    with store.database.connect() as connection:
        wrapped = connection.execute(select(keys.c.wrapped)).scalar_one()

    assert secret not in wrapped
    with pytest.raises(InvalidUnwrap):
        opened_again(store, bytes(32)).key("c", "soc")


def test_all_keys_are_wrapped_anew_and_the_old_master_key_opens_nothing(store: SqlKeys) -> None:
    before = [store.key("c", "soc"), store.key("c", "iom")]
    store.key("d", "soc")
    store.destroy("d", "soc")
    assert store.rewrap(OTHER) == 2

    again = opened_again(store, OTHER)
    assert [again.key("c", "soc"), again.key("c", "iom")] == before
    assert store.key("c", "soc") == before[0]
    for each in (store, again):
        with pytest.raises(Erased):
            each.key("d", "soc")
    with pytest.raises(InvalidUnwrap):
        opened_again(store).key("c", "soc")


def test_what_was_made_with_the_old_one_meanwhile_is_wrapped_the_next_time(store: SqlKeys) -> None:
    store.key("c", "soc")
    late = opened_again(store)
    store.rewrap(OTHER)
    made = late.key("d", "soc")
    assert late.rewrap(OTHER) == 2

    assert opened_again(store, OTHER).key("d", "soc") == made


def test_with_a_key_that_neither_opens_nothing_is_changed(store: SqlKeys) -> None:
    before = store.key("a", "soc")
    opened_again(store, bytes(32)).key("c", "soc")
    with pytest.raises(Unreadable, match="Ingenting är ändrat"):
        store.rewrap(OTHER)

    assert opened_again(store).key("a", "soc") == before


def test_a_destroyed_key_is_gone_and_is_never_made_again(store: SqlKeys) -> None:
    store.key("c", "soc")
    store.destroy("c", "soc")

    for each in (store, opened_again(store)):
        with pytest.raises(Erased):
            each.key("c", "soc")
    with store.database.connect() as connection:
        assert connection.execute(select(keys.c.wrapped)).scalar_one() == b""


def test_a_compartment_that_never_had_anything_can_be_destroyed(store: SqlKeys) -> None:
    store.destroy("c", "soc")

    with pytest.raises(Erased):
        store.key("c", "soc")


def test_two_that_need_a_new_key_at_once_get_the_same(store: SqlKeys) -> None:
    stores = [opened_again(store) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda each: each.key("c", "soc"), stores))

    assert len(set(found)) == 1


def test_only_so_many_keys_are_kept_at_hand(
    store: SqlKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    first = store.key("c1", "soc")
    for number in range(2, 5):
        store.key(f"c{number}", "soc")

    assert len(store._at_hand) == 2
    assert store.key("c1", "soc") == first


def test_a_key_with_a_tombstone_is_never_used_and_is_destroyed_anew(store: SqlKeys) -> None:
    store.key("c", "soc")
    told = SqlKeys(store.database, MASTER, lambda: [("c", "soc"), ("d", "soc")])
    for case_id in ("c", "d"):
        with pytest.raises(Erased):
            told.key(case_id, "soc")

    with store.database.connect() as connection:
        rows = connection.execute(select(keys.c.case_id, keys.c.wrapped)).all()
    assert [tuple(row) for row in rows] == [("c", b"")]


def test_what_another_process_has_destroyed_is_forgotten_before_long(
    store: SqlKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opened_again(store)
    other.key("c", "soc")
    store.destroy("c", "soc")
    monkeypatch.setattr(module, "monotonic", lambda: float("inf"))

    with pytest.raises(Erased):
        other.key("c", "soc")


def test_no_file_of_the_store_has_a_destroyed_key(tmp_path) -> None:
    store = SqlKeys.at(f"sqlite:///{tmp_path / 'keys'}", MASTER)
    store.key("c", "soc")
    with store.database.connect() as connection:
        wrapped = connection.execute(select(keys.c.wrapped)).scalar_one()
    store.destroy("c", "soc")

    assert not [file for file in tmp_path.iterdir() if wrapped in file.read_bytes()]
    store.database.dispose()
