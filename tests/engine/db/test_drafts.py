"""Two who save a draft at once, on a real database of each kind."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from engine.model import Case
from tests.engine.db.small import Office


def test_a_draft_that_is_saved_twice_at_once_is_kept_once(office: Office, case: Case) -> None:
    task, gate = office.task(case, "a"), Barrier(2)

    def save(number: int) -> None:
        gate.wait()
        office.engine.casework.save_draft(office.soc, task.id, {"skal": [f"Halv {number}"]})

    for _ in range(5):
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(save, range(2)))

    page = office.engine.queries.task_page(office.soc, task.id)
    assert page.answers["skal"] in {"Halv 0", "Halv 1"}
    assert page.mine
