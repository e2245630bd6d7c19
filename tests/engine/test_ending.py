"""How a case comes to its end."""

from dataclasses import replace

import pytest

from engine.ending import settle_end, stopped, told_closed
from engine.model import Case, Instance, Step, Task, Timer
from tests.conftest import MONDAY
from tests.engine.fakes import MemoryStore

CASE = Case("c", "2026-00001", "v1", MONDAY, "socialtjansten")
ENDED = Instance("i", "c", "p", "v1", ended=True, end_state="A1")
OTHER = Instance("j", "c", "q", "v1")


@pytest.fixture
def store(store: MemoryStore) -> MemoryStore:
    store.kept.cases["c"] = CASE
    return store


def settled(store: MemoryStore, instance: Instance) -> list[str]:
    with store.transaction() as unit:
        return [entry.kind for entry in settle_end(unit, Step(instance), MONDAY)]


def test_nothing_is_settled_while_the_instance_runs(store: MemoryStore) -> None:
    assert settled(store, replace(ENDED, ended=False)) == []
    assert store.kept.cases["c"] == CASE


def test_the_case_closes_when_the_last_process_has_reached_an_end_state(
    store: MemoryStore,
) -> None:
    assert settled(store, ENDED) == ["case_closed"]
    assert (store.kept.cases["c"].end_state, store.kept.cases["c"].closed_at) == ("A1", MONDAY)


def test_an_end_state_is_kept_until_the_other_processes_have_ended(store: MemoryStore) -> None:
    store.kept.instances["j"] = OTHER

    assert settled(store, ENDED) == []
    assert (store.kept.cases["c"].end_state, store.kept.cases["c"].closed_at) == ("A1", None)
    del store.kept.instances["j"]
    assert settled(store, replace(ENDED, end_state=None)) == ["case_closed"]
    assert (store.kept.cases["c"].end_state, store.kept.cases["c"].closed_at) == ("A1", MONDAY)


def test_a_case_without_an_end_state_stays_open(store: MemoryStore) -> None:
    assert settled(store, replace(ENDED, end_state=None)) == []
    assert (store.kept.cases["c"], store.written) == (CASE, [])


def test_a_later_end_state_takes_the_place_of_an_earlier(store: MemoryStore) -> None:
    store.kept.instances["j"] = OTHER
    settled(store, ENDED)
    settled(store, replace(ENDED, end_state="A2"))

    assert store.kept.cases["c"].end_state == "A2"


def test_a_stopped_instance_has_nothing_open_and_keeps_what_it_knew() -> None:
    task = Task("t", "c", "j", "a#1", "q", "a", "A", "soc", "f", MONDAY)
    running = replace(OTHER, state="{}", tasks=(task,), timers=(Timer("j", "t#1", MONDAY),),
                      waiting=("hej",), variables={"val": "ja"}, revision=3)  # fmt: skip

    assert stopped(running) == replace(OTHER, ended=True, variables={"val": "ja"}, revision=3)


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("task_completed", "Ada Ek", "slutförd av Ada Ek den 2 mars 2026 kl. 10.00."),
        ("task_completed", None, "slutförd av dig den 2 mars 2026 kl. 10.00."),
        ("task_withdrawn", None, "inte längre öppen. Den togs bort den 2 mars 2026 kl. 10.00"),
    ],
)
def test_a_closed_task_says_why_in_swedish_time(kind: str, name: str | None, said: str) -> None:
    assert said in told_closed(kind, MONDAY, name)
