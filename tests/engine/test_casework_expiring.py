"""Answers that would at once end something by law are not saved before they are confirmed."""

import pytest

from engine.casework import MAIN, Casework
from engine.errors import Expiring
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, GOOD, log, open_task
from tests.engine.rowed import Rows

LATE = ("task socialtjansten anmal", "timer underställning", "end A1")


@pytest.fixture
def casework(store: MemoryStore, clock: MovedClock) -> Casework:
    return Casework(store, Rows({MAIN: LATE}), clock, lambda _: None)


def test_nothing_is_saved_and_the_law_is_told(store: MemoryStore, casework: Casework) -> None:
    casework.open_case(ADA)
    before = log(store)
    with pytest.raises(Expiring, match="LVU 7 §") as caught:
        casework.complete_task(ADA, open_task(store).id, GOOD)

    assert [each.activity for each in caught.value.expiries] == ["underställning"]
    assert log(store) == before
    assert store.kept.records == []


def test_what_is_confirmed_is_saved_and_the_log_tells_so(
    store: MemoryStore, casework: Casework
) -> None:
    casework.open_case(ADA)
    with pytest.raises(Expiring) as caught:
        casework.complete_task(ADA, open_task(store).id, GOOD)
    keys = [each.key for each in caught.value.expiries]
    casework.complete_task(ADA, open_task(store).id, GOOD, confirmed=keys)

    done = next(entry for entry in store.kept.log if entry.kind == "task_completed")
    assert done.details["confirmed"] == keys == ["underställning 2026-03-02"]


def test_a_confirmation_of_something_else_is_not_enough(
    store: MemoryStore, casework: Casework
) -> None:
    casework.open_case(ADA)
    with pytest.raises(Expiring):
        casework.complete_task(
            ADA, open_task(store).id, GOOD, confirmed=["underställning 2026-03-01"]
        )
