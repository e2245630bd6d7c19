"""A copy made while people work is whole, and is put back with what was erased still erased."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from engine.bootstrap import Engine
from engine.db.tables import cases, events
from engine.errors import Erased, Stale
from engine.safekeeping import copies
from engine.secrecy.vault import Compartment
from tests.conftest import MONDAY
from tests.engine.db.copies.places import in_


def test_it_is_whole_when_others_write_meanwhile(
    source: Engine, empty: Engine, tmp_path: Path
) -> None:
    file, keys = in_(tmp_path)
    with _working(source):
        copies(source).back_up(file, keys, MONDAY)
        before = _cases(source)
    done = copies(empty).restore(file, keys)

    assert (done.manifest.anchor, done.manifest.kind) == (1, source.database.dialect.name)
    assert empty.publications.current() == source.publications.current()
    assert list(empty.settings.anchors.glob("ankare-*")) != []
    assert 2 <= _cases(empty) <= before <= _cases(source)
    assert empty.audit.verify("tests").findings == ()
    rows = empty.overview()
    assert all(empty.upkeep.rebuild(row["id"]).deviations == () for row in rows)
    with empty.database.connect() as connection:
        logged = connection.execute(select(func.count(events.c.case_id.distinct()))).scalar_one()
    assert logged == len(rows)


def test_what_was_erased_since_stays_erased_and_what_is_older_shows_as_a_gap(
    source: Engine, empty: Engine, tmp_path: Path
) -> None:
    file, keys = in_(tmp_path)
    place = Compartment("c", "soc", "svar r")
    sealed = source.store.vault.seal(place, {"svar": "ja"})
    kept = source.store.vault.seal(replace(place, agency="iom"), {"svar": "nej"})
    copies(source).back_up(file, keys, MONDAY)
    source.store.vault.erase("c", "soc")
    source.audit.anchor("tests")
    _share_anchors(source, empty)
    done = copies(empty).restore(file, keys)

    assert done.destroyed == 1
    with pytest.raises(Erased):
        empty.store.vault.open(place, sealed)
    assert empty.store.vault.open(replace(place, agency="iom"), kept) == {"svar": "nej"}
    found = empty.audit.verify("tests").findings
    assert [(each[0], each[1], each[2]) for each in found] == [("ankare", 2, "saknas")]


@contextmanager
def _working(engine: Engine) -> Iterator[None]:
    """Let two people open cases all the time."""
    stop, person = threading.Event(), engine.queries.person("polis")
    assert person is not None

    def work() -> None:
        while not stop.is_set():
            with suppress(Stale):
                engine.casework.open_case(person)

    workers = [threading.Thread(target=work) for _ in range(2)]
    for each in workers:
        each.start()
    try:
        yield
    finally:
        stop.set()
        for each in workers:
            each.join()


def _share_anchors(source: Engine, empty: Engine) -> None:
    """Let the new installation find the folder of anchors as it is today."""
    empty.settings.anchors.mkdir(parents=True, exist_ok=True)
    for file in source.settings.anchors.iterdir():
        (empty.settings.anchors / file.name).write_bytes(file.read_bytes())


def _cases(engine: Engine) -> int:
    with engine.database.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(cases)).scalar_one())
