"""The programs of an installation, each started again when it ends, as systemd does."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from bench.servers import HOST
from engine.config import ROOT
from engine.operating.measures import FOLDER

LOOK = 0.05
WEB, WORKER, VERBS = "web", "worker", "verbs"
KILLS = {"web process": 10, "gunicorn": 2, WORKER: 6, VERBS: 4}
"""What is killed, and how often of all times."""


@dataclass
class Program:
    """One program that is kept running."""

    name: str
    command: list[str]
    running: subprocess.Popen[bytes] | None = None
    wanted: bool = True
    by_itself: int = 0
    """How often it ended without being killed."""


@dataclass
class Programs:
    """Keeps programs running; kills one when asked."""

    environment: dict[str, str]
    folder: Path
    programs: list[Program] = field(default_factory=list)
    killed: Counter[str] = field(default_factory=Counter)
    _over: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _said: IO[bytes] | None = None
    _watch: threading.Thread | None = None

    def add(self, name: str, *module: str) -> None:
        """Add a program: `python -m <module>`."""
        self.programs.append(Program(name, [sys.executable, "-m", *module]))

    def start(self) -> None:
        """Start everything, and start again whatever ends."""
        self._said = (self.folder / "said.log").open("ab")
        (measured := self.folder / "matvarden").mkdir(exist_ok=True)
        self.environment = {**self.environment, FOLDER: str(measured)}
        self._look()
        self._watch = threading.Thread(target=self._keep, daemon=True)
        self._watch.start()

    def kill(self, draws: random.Random, what: str = "") -> str:
        """Kill something by chance with signal 9, or one of what is named; return what it was."""
        what = what or draws.choices(list(KILLS), list(KILLS.values()))[0]
        with self._lock:
            pid = self._pid(what, draws)
            if pid is None:
                return ""
            left = children(pid)  # systemd ends what a killed program leaves behind, too
            for each in (pid, *left):
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)
            if what != "web process":
                self._mine(pid).wait()
        self.killed[what] += 1
        return what

    def stop(self, name: str = "") -> None:
        """End everything in good order, or only the programs with this name."""
        with self._lock:
            ending = [each for each in self.programs if name in {"", each.name}]
            for program in ending:
                program.wanted = False
                if program.running:
                    program.running.terminate()
            for program in ending:
                if program.running:
                    program.running.wait()
        if not name and self._watch:
            self._over.set()
            self._watch.join()

    def resident_kb(self) -> dict[str, int]:
        """Return the resident memory of each process, by what it is and its number."""
        pids = {f"{p.name} {p.running.pid}": p.running.pid for p in self.programs if p.running}
        for program in self.programs:
            if program.name == WEB and program.running:
                pids |= {f"web process {pid}": pid for pid in children(program.running.pid)}
        return {name: resident_kb(pid) for name, pid in pids.items()}

    def _pid(self, what: str, draws: random.Random) -> int | None:
        name = WEB if what in {"web process", "gunicorn"} else what
        running = [p.running for p in self.programs if p.name == name and p.running]
        alive = [process.pid for process in running if process.poll() is None]
        if what == "web process":
            alive = [child for pid in alive for child in children(pid)]
        return draws.choice(alive) if alive else None

    def _mine(self, pid: int) -> subprocess.Popen[bytes]:
        return next(p.running for p in self.programs if p.running and p.running.pid == pid)

    def _keep(self) -> None:
        while not self._over.wait(LOOK):
            with self._lock:
                self._look()

    def _look(self) -> None:
        for program in self.programs:
            alive = program.running is not None and program.running.poll() is None
            if alive or not program.wanted:
                continue
            if program.running is not None and program.running.returncode != -signal.SIGKILL:
                program.by_itself += 1
                time.sleep(LOOK)
            program.running = subprocess.Popen(  # noqa: S603
                program.command, cwd=ROOT, env=os.environ | self.environment,
                stdout=self._said, stderr=self._said,
            )  # fmt: skip


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        return int(free.getsockname()[1])


def gunicorn(port: int, processes: int, application: str = "web:create_app()") -> list[str]:
    """Return how `skydd serve` starts the web processes."""
    return ["gunicorn", "--bind", f"{HOST}:{port}", "--workers", str(processes),
            "--no-control-socket", "--config", "python:web.server", application]  # fmt: skip


def children(pid: int) -> list[int]:
    """Return the child processes of a process."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def resident_kb(pid: int) -> int:
    """Return the resident memory of a process; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)
