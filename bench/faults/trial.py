"""One trial: an installation under load, something that breaks it, and what is found afterwards."""

from __future__ import annotations

import random
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from bench.faults import programs, workload
from bench.faults.clients import Client, Crowd
from bench.faults.place import Place
from bench.faults.programs import VERBS, WEB, WORKER, Programs
from bench.faults.reading import seen
from bench.faults.verbs import Diary
from bench.faults.verdict import Seen, violations
from bench.servers import Server
from engine.bootstrap import Engine
from engine.db.tables import cases, messages, timers

CASES, CLIENTS, WEB_PROCESSES, WORKERS = 12, 6, 2, 2
DIARY = "verbs.jsonl"
BEGINS, LOOK = 90.0, 0.2
DRAINS = 180.0
"""Seconds for what was left when the load ended: a timer that a dead worker had taken waits 60."""


@dataclass(frozen=True)
class Outcome:
    """What one trial came to."""

    name: str
    faults: Counter[str]
    """What was done to it, and how often."""
    counts: dict[str, int]
    answers: Counter[str]
    violations: list[str]
    seconds: float


@dataclass
class Trial:
    """An installation of its own, under load."""

    name: str
    url: str
    seed: int
    application: str = "web:create_app()"
    worker: tuple[str, ...] = ("engine", "worker", "--every", "0.2")
    ahead: tuple[timedelta, ...] = (-workload.PAST,)
    folder: Path | None = None
    """Where keys and anchors are; else in a folder of the trial's own."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    with_verbs: bool = True
    cases: int = CASES

    def __post_init__(self) -> None:
        self.began = time.monotonic()
        self.draws = random.Random(f"{self.seed} {self.name}")  # noqa: S311  no secret
        self.own = Path(tempfile.mkdtemp(prefix="skydd-faults-"))
        self.place = Place(self.url, self.folder or self.own)
        self.engine: Engine = self.place.engine()
        self.place.prepare(self.engine)
        for _ in range(self.cases):
            self.engine.casework.open_case(self.place.people()[workload.SOC])
        self.port = programs.free_port()
        self.programs = self._programs()
        self.crowd = self._crowd()

    def __enter__(self) -> Trial:
        """Start the programs, and then the people; return when somebody has done something."""
        self.programs.start()
        self.crowd.start()
        until = time.monotonic() + BEGINS
        while not any(each.acknowledged for each in self.crowd.clients):
            if time.monotonic() > until:
                self.__exit__()
                raise TimeoutError(f"nobody could work: see {self.own / 'said.log'}")
            time.sleep(LOOK)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing running, whatever happened."""
        self.crowd.over.set()
        self.programs.stop()
        self.engine.database.dispose()

    def wait_for_work(self, before: int, longest: float = 15.0) -> None:
        """Wait until people have got something more done: what is killed is to be at work."""
        until = time.monotonic() + longest
        while len(self.crowd.acknowledged) <= before and time.monotonic() < until:
            time.sleep(LOOK)

    def end(self, faults: Counter[str]) -> Outcome:
        """Let everything come to rest, look at it, and say what is wrong."""
        self.crowd.stop()
        self.programs.stop(VERBS)
        self._drain()
        self.programs.stop()
        acknowledged = self.crowd.acknowledged | Diary(self.own / DIARY).acknowledged
        found = seen(self.place, self.engine, acknowledged)
        wrong = [*violations(found, self.now()), *self._broken()]
        seconds = time.monotonic() - self.began
        if not wrong:
            shutil.rmtree(self.own, ignore_errors=True)
        return Outcome(self.name, faults, _counts(found), self.crowd.answers, wrong, seconds)

    def _programs(self) -> Programs:
        kept = Programs(self.place.environment, self.own)
        kept.add(WEB, *programs.gunicorn(self.port, WEB_PROCESSES, self.application))
        for _ in range(WORKERS):
            kept.add(WORKER, *self.worker)
        if self.with_verbs:
            given = (self.url, self.place.folder, self.own / DIARY, self.seed)
            kept.add(VERBS, "bench.faults.verbs", *map(str, given))
        return kept

    def _crowd(self) -> Crowd:
        server, over = Server(self.port, None), threading.Event()  # type: ignore[arg-type]
        people = list(self.place.people().values())
        clients = [
            Client(server, self.engine, people[n % len(people)],
                   random.Random(f"{self.seed} {n}"), over, self.ahead)  # noqa: S311  no secret
            for n in range(CLIENTS)
        ]  # fmt: skip
        return Crowd(clients, over)

    def _drain(self) -> None:
        until = time.monotonic() + DRAINS
        while time.monotonic() < until and self._left():
            time.sleep(0.5)

    def _left(self) -> int:
        """Return how much should happen by itself and has not."""
        due = select(func.count()).select_from(timers).where(timers.c.due_at <= self.now())
        waiting = messages.join(cases, cases.c.id == messages.c.case_id)
        sent = select(func.count()).select_from(waiting).where(
            messages.c.delivered_at.is_(None), messages.c.dead_because.is_(None),
            messages.c.name != "svar", cases.c.closed_at.is_(None),
        )  # fmt: skip
        with self.engine.database.connect() as connection:
            return sum(connection.execute(query).scalar_one() for query in (due, sent))

    def _broken(self) -> list[str]:
        """Say what answered with a fault of ours, and what ended without being killed."""
        broken = self.crowd.answers["500"]
        faults = [f"{broken} pages broke: see {self.own / 'said.log'}"] if broken else []
        return faults + [f"a {each.name} ended by itself {each.by_itself} times"
                for each in self.programs.programs if each.by_itself]  # fmt: skip


def _counts(found: Seen) -> dict[str, int]:
    kinds = Counter(entry.kind for entry in found.entries)
    return {
        "acknowledged": len(found.acknowledged), "commands": len(found.commands),
        "entries": len(found.entries), "tasks": kinds["task_completed"],
        "timers": kinds["timer_fired"], "messages": len(found.letters),
        "cases": kinds["case_opened"], "ended": kinds["case_closed"],
    }  # fmt: skip
