"""Caseworkers at browsers that never give up: a form without an answer is sent again, the same."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

from sqlalchemy.exc import SQLAlchemyError

from bench.faults import workload
from bench.faults.place import any_task
from bench.office import Open
from bench.servers import Server, Session, post, sign_in
from engine.bootstrap import Engine
from engine.errors import EngineError
from engine.model import Actor

AGAIN, THINK = 0.2, 0.1
DONE, ASKS_WHO = b" 303 ", b"/logga-in"
BROKEN = {b"5"}


@dataclass
class Client:
    """One caseworker: signs in, takes what is open, completes it, and keeps what was answered."""

    server: Server
    engine: Engine
    actor: Actor
    draws: random.Random
    over: threading.Event
    ahead: tuple[timedelta, ...] = (-workload.PAST,)
    acknowledged: dict[str, str] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    """How many answers of each kind: by status, or `none` where the connection broke."""
    session: Session | None = None

    def work(self) -> None:
        """Work until it is over; what has been sent is always sent until it is answered."""
        while not self.over.is_set():
            try:
                task = any_task(self.engine, self.actor.agency)
            except (SQLAlchemyError, EngineError):  # we look for ourselves, past the server
                task = None
            if task is not None:
                self._complete(task)
            time.sleep(self.draws.uniform(0, 2 * THINK))

    def _complete(self, task: Open) -> None:
        command, typed = str(uuid4()), workload.answers(self.draws, self.draws.choice(self.ahead))
        form = {**typed, "_handling": ["slutfor"], "_kommando": [command]}
        while True:
            answer = self._sent(f"/uppgift/{task.id}", form)
            head = answer.partition(b"\r\n\r\n")[0]
            status = head[9:12].decode() or "none"
            self.answers[status] += 1
            if DONE in head[:16] and ASKS_WHO not in head:
                self.acknowledged[command] = "complete_task"
                return
            if status == "303":
                self.session = None
            elif status != "none" and status[:1] != "5":
                return  # somebody was first
            time.sleep(AGAIN)

    def _sent(self, path: str, form: dict[str, list[str]]) -> bytes:
        """Return the answer; nothing when there was none."""
        try:
            if self.session is None:
                self.session = sign_in(self.server, self.actor.id)
            return self.server.ask(post(path, self.session, form | {"_csrf": [self.session.token]}))
        except (OSError, RuntimeError):  # the server was killed, or could not show a page
            return b""


@dataclass
class Crowd:
    """Several clients at once, each in a thread."""

    clients: list[Client]
    over: threading.Event
    threads: list[threading.Thread] = field(default_factory=list)

    def start(self) -> None:
        """Let them all work."""
        self.threads = [threading.Thread(target=each.work, daemon=True) for each in self.clients]
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        """Let them send what they have begun, and go home."""
        self.over.set()
        for thread in self.threads:
            thread.join()

    @property
    def acknowledged(self) -> dict[str, str]:
        """Return all commands that were answered as done."""
        return {id_: verb for each in self.clients for id_, verb in each.acknowledged.items()}

    @property
    def answers(self) -> Counter[str]:
        """Return how many answers of each kind there were."""
        return sum((each.answers for each in self.clients), Counter())
