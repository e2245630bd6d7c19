"""Many writers at once, in threads and in processes: nothing lost, nothing done twice."""

import subprocess
import sys
import threading
from collections import Counter

import pytest
from sqlalchemy import select

from engine.bootstrap import Engine
from engine.config import ROOT
from engine.db.tables import events
from engine.db.unit import SqlUnit
from engine.model import Event, Task
from engine.replay import differences, rebuild
from tests.engine.db.chains import is_whole
from tests.steps.desk import Desk

WRITERS = 4
CASES = 3


@pytest.fixture
def desks(engine_on_both: Engine) -> list[Desk]:
    """Several cases, each just opened by somebody else."""
    openers = ["Polismyndigheten", "Migrationsverket", "regionkoordinatorn"]
    desks = [Desk(engine_on_both) for _ in range(CASES)]
    for desk, agency in zip(desks, openers, strict=True):
        desk.case_id = desk.engine.casework.open_case(desk.person(agency)).id
    return desks


def start(url: str, seed: int, cases: list[str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.engine.db.writer", url, str(seed), *cases]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)  # noqa: S603


def test_what_processes_complete_at_once_is_there_once_and_only_once(desks: list[Desk]) -> None:
    url = desks[0].engine.settings.database_url
    writers = [start(url, seed, [desk.case_id for desk in desks]) for seed in range(WRITERS)]
    acknowledged = [line for each in writers for line in each.communicate()[0].split()]
    completed = Counter(e.details["task_id"] for desk in desks for e in desk.log()
                        if e.kind == "task_completed")  # fmt: skip

    assert [each.returncode for each in writers] == [0] * WRITERS
    assert len(acknowledged) > CASES
    assert completed == Counter(acknowledged)
    for desk in desks:
        assert_whole(desk)


def assert_whole(desk: Desk) -> None:
    """The chain holds, and re-executing the log leads to every saved instance."""
    with desk.engine.database.connect() as connection:
        query = select(events).where(events.c.case_id == desk.case_id).order_by(events.c.sequence)
        rows = [dict(row) for row in connection.execute(query).mappings()]
    assert [row["sequence"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["previous"] for row in rows[1:]] == [row["digest"] for row in rows[:-1]]
    assert is_whole(rows)
    saved, rebuilt = desk.instances(), rebuild(desk.log(), desk.engine.processes)
    assert [differences(saved[i], rebuilt[i]) for i in saved] == [[]] * len(saved)


def test_an_agency_in_another_track_does_not_wait_for_one_that_is_slow(
    engine_on_both: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine_on_both.database.dialect.name == "sqlite":
        return  # it has one writer at a time, of all cases
    desk, slow, quick = two_tracks(engine_on_both)
    record, let_go, holding = SqlUnit.record, threading.Event(), threading.Event()

    def held(unit: SqlUnit, entries: list[Event]) -> None:
        if entries[0].details.get("task_id") == slow.id and not let_go.is_set():
            holding.set()
            assert let_go.wait(20)
        record(unit, entries)

    monkeypatch.setattr(SqlUnit, "record", held)
    waiting = threading.Thread(target=desk.complete, args=(slow,))
    waiting.start()
    assert holding.wait(20)
    desk.complete(quick)
    let_go.set()
    waiting.join()

    done = [e.details["task_id"] for e in desk.log() if e.kind == "task_completed"][-2:]
    assert done == [quick.id, slow.id]
    assert_whole(desk)


def two_tracks(engine: Engine) -> tuple[Desk, Task, Task]:
    """Return a case with one task open in each of two of its instances."""
    desk = Desk(engine, answers={"misstanke": "kvarstar", "alderskategori": "vuxen"})
    desk.case_id = engine.casework.open_case(desk.person("Polismyndigheten")).id
    desk.answers |= {"fu_status": "pagar", "polisanmalan": "anmalan", "samtycke_soc": "givet"}
    desk.complete_until("Fördela polisärendet")
    by_instance = {task.instance_id: task for task in desk.tasks()}
    slow, quick, *_ = by_instance.values()
    return desk, slow, quick
