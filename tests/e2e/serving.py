"""A real gunicorn in front of a real database, for as long as a test needs it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import requests

from engine.config import ROOT
from tests.e2e.clocked import CLOCK, URL, FileClock

HOST = "127.0.0.1"


@contextmanager
def gunicorn(url: str, clock: FileClock, workers: int = 2) -> Iterator[str]:
    """Yield the address at which it answers."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--bind", f"{HOST}:{port}",
               "--workers", str(workers), "--no-control-socket", "--log-level", "error",
               "tests.e2e.clocked:make()"]  # fmt: skip
    told = os.environ | {URL: url, CLOCK: str(clock.file), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=ROOT, env=told)  # noqa: S603
    try:
        yield _answering(f"http://{HOST}:{port}")
    finally:
        process.terminate()
        process.wait()


def _answering(address: str) -> str:
    for _ in range(600):
        try:
            requests.get(f"{address}/healthz", timeout=60)
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return address
    raise AssertionError("the server does not answer")
