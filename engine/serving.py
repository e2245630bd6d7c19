"""How it is started, at the command line: `skydd serve`, and the settings that it is started by."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence

import click
from rich.console import Console
from rich.table import Column, Table

from engine import demo as demonstration
from engine.bootstrap import Engine, build
from engine.config import Settings
from engine.operating.measures import FOLDER
from engine.operating.safety import require_safe, unsafe
from engine.operating.shown import masked, table

console = Console(highlight=False)


@click.command()
@click.option("--with-worker/--without-worker", default=True, help="Kör även `skydd worker`.")
def serve(with_worker: bool) -> None:
    """Starta webbservern, om inställningarna är säkra."""
    settings = Settings()
    require_safe(settings)
    _greet(build(settings))
    server = [sys.executable, "-m", "gunicorn", "--bind", f"{settings.host}:{settings.port}",
              "--workers", str(settings.web_processes), "--no-control-socket",
              "--config", "python:web.server", "web:create_app()"]  # fmt: skip
    commands = [server, [sys.executable, "-m", "engine", "worker"]] if with_worker else [server]
    with tempfile.TemporaryDirectory(prefix="skydd-matvarden-") as folder:
        _run_together(commands, {FOLDER: folder, **os.environ})


@click.command("settings")
@click.option("--json", "machine", is_flag=True, help="Skriv JSON.")
@click.option("--table", "handbook", is_flag=True, help="Skriv tabellen i docs/operation.md.")
def show(machine: bool, handbook: bool) -> None:
    """Visa inställningarna, aldrig hemligheterna, och vad som är osäkert; då slutkod 1."""
    if handbook:
        click.echo(table(), nl=False)
        return
    settings = Settings()
    shown, wrong = dict(masked(settings)), list(unsafe(settings))
    if machine:
        click.echo(json.dumps({"settings": shown, "unsafe": wrong}, ensure_ascii=False, indent=2))
    else:
        _tell(shown, wrong)
    sys.exit(1 if wrong else 0)


COMMANDS = (serve, show)


def _tell(shown: Mapping[str, str], wrong: Sequence[str]) -> None:
    rows = Table("Inställning", Column("Värde", overflow="fold"))
    for name, value in shown.items():
        rows.add_row(name, value)
    console.print(rows)
    for each in wrong:
        console.print(f"Osäkert: {each}", markup=False, soft_wrap=True)


def _greet(engine: Engine) -> None:
    host, port = engine.settings.host, engine.settings.port
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0"} else host  # noqa: S104  only printed
    console.print(f"\nSkyddsprocessen: [bold]http://{shown}:{port}[/bold]")
    if not engine.settings.demo:
        return
    console.print(
        f"Påhittade användare, alla med lösenordet [bold]{demonstration.PASSWORD}[/bold]:"
    )
    for actor in engine.door.demo_people():
        roles = ", ".join(sorted(actor.roles))
        console.print(f"  {actor.id:20} {engine.queries.agency_name(actor.agency)} ({roles})")


def _run_together(commands: Sequence[Sequence[str]], environment: Mapping[str, str]) -> None:
    """Run the programs until we are asked to end, or one ends by itself, which is a fault: exit 1.

    Then all of them are ended.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    running = [subprocess.Popen(each, env=environment) for each in commands]  # noqa: S603  our own
    try:
        while all(program.poll() is None for program in running):
            time.sleep(0.2)
        sys.exit(1)
    except KeyboardInterrupt:
        pass
    finally:
        for program in running:
            program.terminate()
        for program in running:
            program.wait()
