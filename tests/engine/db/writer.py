"""A caseworker in a process of their own: takes what is open and completes it, again and again.

    python -m tests.engine.db.writer DATABASE_URL SEED CASE...

Prints each acknowledged task id. Every command is given twice with the same id, as a browser does
whose first answer was lost.
"""

import random
import sys
from uuid import uuid4

from engine.bootstrap import Engine, build
from engine.errors import Conflict, Expiring, NoGround, NotFound
from engine.model import Task
from tests.conftest import MovedClock, settings
from tests.engine.chance import Chance
from tests.steps.desk import Desk

ROUNDS = 12


def main(url: str, seed: str, *cases: str) -> None:
    engine = build(settings(url), MovedClock())
    draws = random.Random(seed)  # noqa: S311  a test, no secret
    for _ in range(ROUNDS):
        desk = Desk(engine, draws.choice(cases))
        tasks = desk.tasks()
        if tasks and (done := attempt(engine, desk, draws.choice(tasks), draws)):
            print(done)  # noqa: T201  the acknowledgement


def attempt(engine: Engine, desk: Desk, task: Task, draws: random.Random) -> str | None:
    """Complete a task twice with one command id; None when it is refused or somebody was first."""
    actor = desk.person(task.agency, task.role)
    command = str(uuid4())
    try:
        form = engine.queries.task_page(actor, task.id).form
        registers = engine.processes.registers(desk.case().version)
        likely = {"misstanke": "kvarstar"}
        typed = Chance(draws, registers, likely).typed(form, engine.clock.now())
        for _ in range(2):
            engine.casework.complete_task(actor, task.id, typed, command)
    except (Conflict, Expiring, NoGround, NotFound):
        return None
    return task.id


if __name__ == "__main__":
    main(*sys.argv[1:])
