"""The copy of the keys: sealed, only one, and what was destroyed is destroyed in it too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.db.copies.keycopy import dump, load, read
from engine.db.keys import SqlKeys
from engine.errors import Erased, Unrestorable

MASTER, SECRET = bytes(range(32)), "only for tests"


@pytest.fixture
def store(database_url: str) -> Iterator[SqlKeys]:
    store = SqlKeys.at(database_url, MASTER)
    yield store
    store.database.dispose()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqlKeys]:
    store = SqlKeys.at(f"sqlite:///{tmp_path / 'andra.sqlite'}", MASTER)
    yield store
    store.database.dispose()


def test_keys_come_back_and_those_that_are_gone_do_not(
    store: SqlKeys, other: SqlKeys, tmp_path: Path
) -> None:
    first = store.key("c", "soc")
    store.key("c", "iom")
    store.destroy("d", "soc")
    assert dump(store, tmp_path / "k", SECRET) == 2
    rows = read(other, tmp_path / "k", SECRET)

    assert load(other, rows, {("c", "iom"), ("e", "soc")}) == 1
    assert other.key("c", "soc") == first
    for place in (("c", "iom"), ("d", "soc")):
        with pytest.raises(Erased):
            other.key(*place)


def test_the_file_tells_nothing_and_is_written_over(store: SqlKeys, tmp_path: Path) -> None:
    store.key("ett-arende", "soc")
    dump(store, tmp_path / "k", SECRET)
    store.destroy("ett-arende", "soc")
    assert dump(store, tmp_path / "k", SECRET) == 0

    assert b"ett-arende" not in (tmp_path / "k").read_bytes()
    assert (tmp_path / "k").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.glob("k*")] == ["k"]


def test_keys_that_would_not_fit_are_refused(
    store: SqlKeys, other: SqlKeys, tmp_path: Path
) -> None:
    file = tmp_path / "k"
    store.key("c", "soc")
    dump(store, file, SECRET)
    for secret, content in (
        ("another", file.read_bytes()),
        (SECRET, file.read_bytes()[:-1]),
        (SECRET, b""),
    ):
        (tmp_path / "changed").write_bytes(content)
        with pytest.raises(Unrestorable, match="går inte att öppna"):
            read(other, tmp_path / "changed", secret)
    with pytest.raises(Unrestorable, match="SKYDD_MASTER_KEY"):
        read(SqlKeys(other.database, bytes(32)), file, SECRET)
    with pytest.raises(Unrestorable, match="finns redan nycklar"):
        read(store, file, SECRET)
