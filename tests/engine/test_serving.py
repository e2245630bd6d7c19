"""How it is started: `skydd serve` and `skydd settings`, run as one would run them."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest
from click.testing import CliRunner, Result

from engine.__main__ import main
from engine.config import ROOT
from engine.operating.measures import FOLDER
from engine.operating.shown import table

Run = Callable[..., Result]
LONG = "a secret that is long enough for anybody"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in [name for name in os.environ if name.startswith(("SKYDD_", "FLASK_"))]:
        if name != "SKYDD_TEST_POSTGRESQL":
            monkeypatch.delenv(name)
    monkeypatch.setenv("SKYDD_DATABASE_URL", f"sqlite:///{tmp_path / 'cli.sqlite'}")
    for number, name in enumerate(("SECRET", "MASTER", "ANCHOR")):
        monkeypatch.setenv(f"SKYDD_{name}_KEY", f"{LONG} {number}")
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def test_settings_are_shown_without_secrets(run: Run) -> None:
    told, machine = run("settings"), run("settings", "--json")

    assert (told.exit_code, machine.exit_code) == (0, 0)
    assert "SKYDD_MASTER_KEY" in told.output
    assert LONG not in told.output + machine.output
    assert json.loads(machine.output)["settings"]["SKYDD_HOST"] == "127.0.0.1"


def test_unsafe_settings_are_told_all_and_end_with_a_fault(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKYDD_HOST", "0.0.0.0")  # noqa: S104
    monkeypatch.setenv("SKYDD_SECRET_KEY", "kort")
    told, machine = run("settings"), run("settings", "--json")

    assert (told.exit_code, machine.exit_code) == (1, 1)
    assert "Osäkert: SKYDD_HOST är 0.0.0.0 men SKYDD_HTTPS är av" in told.output
    assert len(json.loads(machine.output)["unsafe"]) == 2


def test_the_handbooks_table_is_written(run: Run) -> None:
    assert run("settings", "--table").output == table()


@pytest.mark.parametrize("command", [("serve",), ("worker", "--once")])
def test_nothing_is_started_on_unsafe_settings(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("SKYDD_HOST", "0.0.0.0")  # noqa: S104
    monkeypatch.setenv("SKYDD_SECRET_KEY", "kort")
    refused = run(*command).exception

    assert str(refused).count("\n  – ") == 2
    assert "SKYDD_SECRET_KEY har färre än 32 tecken" in str(refused)


def test_web_processes_and_the_worker_measure_into_one_folder_and_end_together(
    migrated_sqlite_url: str,
) -> None:
    with served(migrated_sqlite_url) as (address, process):
        for _ in range(6):
            read(f"{address}/healthz")
        told = until(lambda: read(f"{address}/metrics"), "skydd_worker_last_round ")
        counted = re.search(r'_count{[^}]*route="health.alive"[^}]*} (\d+)', told)
        assert counted is not None
        assert int(counted[1]) >= 6
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=90)

    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert process.returncode == 0
    assert all(line.startswith("{") for line in log.splitlines()), log
    assert {"health.alive", "observed.metrics"} <= {line.get("route") for line in lines}


@contextmanager
def served(url: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`skydd serve` on a port of its own, with two web processes and a worker."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SKYDD_") and k != FOLDER}
    keys = {
        f"SKYDD_{name}_KEY": "only for tests, " * 3 + name
        for name in ("SECRET", "MASTER", "ANCHOR")
    }
    own = {"SKYDD_DATABASE_URL": url, "PORT": str(port)} | keys
    process = subprocess.Popen(
        [sys.executable, "-m", "engine", "serve"], cwd=ROOT, env=kept | own,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        until(lambda: read(f"http://127.0.0.1:{port}/healthz"), "ok")
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill() if process.poll() is None else None
        process.wait()


def read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  this machine
            return str(answer.read().decode())
    except (URLError, ConnectionError):
        return ""


def until(ask: Callable[[], str], wanted: str) -> str:
    """Ask again until the answer has what is wanted."""
    for _ in range(900):
        if wanted in (told := ask()):
            return told
        time.sleep(0.1)
    pytest.fail(f"there was no {wanted!r}")
