"""A program that uses the verbs themselves, and may be killed between any two statements.

    python -m bench.faults.verbs DATABASE_URL FOLDER DIARY SEED

It writes down what it is about to do before it does it, and that it was done after; started again,
it first does again, with the same command ids, what it does not know to be done.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from sqlalchemy.exc import SQLAlchemyError

from bench.faults import workload
from bench.faults.place import Place, any_case, any_task, open_cases
from engine.bootstrap import Engine
from engine.errors import EngineError, Stale

CASES = 30
PAUSE = 0.1


class Diary:
    """What was begun and what is done, in a file that outlives the program."""

    def __init__(self, file: Path) -> None:
        self._file = file
        lines = file.read_text().splitlines() if file.exists() else []
        read = [each for line in lines if (each := _whole(line))]
        self.begun = {each["id"]: each for each in read if "verb" in each}
        self.ended = {each["id"]: each["how"] for each in read if "how" in each}

    @property
    def open(self) -> list[dict[str, Any]]:
        """Return what was begun and is not known to be done."""
        return [each for id_, each in self.begun.items() if id_ not in self.ended]

    @property
    def acknowledged(self) -> dict[str, str]:
        """Return the commands that are done: id → verb."""
        return {i: self.begun[i]["verb"] for i, how in self.ended.items() if how == "done"}

    def begin(self, **what: Any) -> dict[str, Any]:
        """Write down what is about to be done."""
        begun = {"id": str(uuid4()), **what}
        self._write(begun)
        return begun

    def end(self, begun: dict[str, Any], how: str) -> None:
        """Write down how it ended."""
        self._write({"id": begun["id"], "how": how})

    def _write(self, line: dict[str, Any]) -> None:
        with self._file.open("a") as file:
            file.write(f"\n{json.dumps(line)}\n")
            file.flush()
            os.fsync(file.fileno())


def _whole(line: str) -> dict[str, Any] | None:
    """Return what a line says; nothing of one that was cut off when the program was killed."""
    try:
        return cast("dict[str, Any]", json.loads(line))
    except ValueError:
        return None


def main(url: str, folder: str, diary_file: str, seed: str) -> None:
    """Do what was left open, and then one thing after the other until killed."""
    place = Place(url, Path(folder))
    engine = place.engine()
    diary = Diary(Path(diary_file))
    draws = random.Random(f"{seed} {len(diary.begun)}")  # noqa: S311  a measurement, no secret
    for begun in diary.open:
        finish(engine, place, diary, begun)
    while True:
        try:
            begun = _next(engine, diary, draws)
        except (EngineError, SQLAlchemyError):  # the database is away: we only looked
            begun = None
        if begun:
            finish(engine, place, diary, begun)
        time.sleep(draws.uniform(0, 2 * PAUSE))


def finish(engine: Engine, place: Place, diary: Diary, begun: dict[str, Any]) -> None:
    """Do something until it is done or refused."""
    people = place.people()
    soc, id_ = people[workload.SOC], begun["id"]
    verbs: dict[str, Callable[[], Any]] = {
        "open_case": lambda: engine.casework.open_case(soc, id_),
        "register": lambda: engine.messages.register(soc, begun["case"], "mer", id_),
        "complete_task": lambda: engine.casework.complete_task(
            people[begun["agency"]], begun["task"], begun["typed"], id_
        ),
    }
    while True:
        try:
            verbs[begun["verb"]]()
        except (Stale, SQLAlchemyError, OSError):
            time.sleep(PAUSE)
        except EngineError as error:
            if type(error).__name__ in {"Unavailable", "Uncertain"}:
                time.sleep(PAUSE)
                continue
            return diary.end(begun, type(error).__name__)
        else:
            return diary.end(begun, "done")


def _next(engine: Engine, diary: Diary, draws: random.Random) -> dict[str, Any] | None:
    if open_cases(engine) < CASES:
        return diary.begin(verb="open_case")
    if draws.random() < 0.1 and (case := any_case(engine, draws)):  # noqa: PLR2004
        return diary.begin(verb="register", case=case)
    if task := any_task(engine):
        typed = workload.answers(draws)
        return diary.begin(verb="complete_task", task=task.id, agency=task.agency, typed=typed)
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
