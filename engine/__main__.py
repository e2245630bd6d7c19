"""The command line: `skydd`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError
from pydantic_settings import SettingsError
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from engine import demo as demonstration
from engine import (
    enrolling,
    exchanging,
    operation,
    owning,
    previewing,
    rehearsing,
    safekeeping,
    serving,
)
from engine.admitting import servicekonto
from engine.auditing import audit
from engine.book.press import Edition, write_book
from engine.bootstrap import Engine, build
from engine.bpmn.check import findings
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set, version_of
from engine.bpmn.drawing.layout import arrange
from engine.bpmn.soundness.pages import plays
from engine.config import ROOT, Settings
from engine.db.connection import writing
from engine.db.migrations import migrate as migrate_database
from engine.db.sealing import seal_unsealed
from engine.deadlines import ZONE
from engine.errors import EngineError, ModelError
from engine.model import Finding
from engine.operating.logs import configure
from engine.operating.shown import told_of
from engine.reports import coverage, trace
from engine.retaining import retention

BOOK = Path("docs", "processer")
console = Console(highlight=False)
as_json = click.option("--json", "machine", is_flag=True, help="Skriv JSON.")


@click.group()
@click.version_option(package_name="skyddsprocessen", prog_name="skydd")
def main() -> None:
    """Skyddsprocessen: kör, kontrollera och visa stöd- och skyddsprocessen."""


ROOMS = (enrolling, exchanging, operation, owning, previewing, rehearsing, safekeeping, serving)
for module in ROOMS:
    for command in module.COMMANDS:
        main.add_command(command)


@main.command()
def migrate() -> None:
    """Skapa eller uppdatera databasen och publicera processerna i mappen."""
    engine = build()
    migrate_database(engine.database)
    with writing(engine.database) as connection:
        seal_unsealed(connection, engine.store.vault)
    version = _publish(engine)
    if version != _folder_version(engine):
        console.print("Mappens version har gällt förut. Det som gäller nu är orört.")
    console.print(f"Databasen är uppdaterad. Processversion {version[:12]}.")


@main.command()
@click.option("--if-empty", is_flag=True, help="Gör ingenting om det redan finns ärenden.")
def demo(if_empty: bool) -> None:
    """Lägg in påhittade användare och ärenden."""
    now = datetime.now(UTC)
    clock = demonstration.StoryClock(now, now)
    engine = build(clock=clock)
    demonstration.add_people(engine)
    if if_empty and engine.overview():
        return
    with Progress(console=console) as progress:
        bar = progress.add_task("Påhittade ärenden", total=len(demonstration.STORIES))
        for _ in demonstration.add_cases(engine, clock):
            progress.advance(bar)
    engine.counting.count_now()
    engine.analysis.counting.count_now()


@main.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@click.option("--spela", "to", type=click.Path(file_okay=False, path_type=Path),
              help="Spela upp hur det går fel, steg för steg på ritningen, i FOLDER.",
              metavar="FOLDER")  # fmt: skip
def check(files: tuple[Path, ...], machine: bool, to: Path | None) -> None:
    """Kontrollera processerna; alla fel på en gång. Utan FILES: hela mappen."""
    texts = _with(read_folder(Settings().processes), files)
    names = {path.name for path in files}
    shown = [f for f in findings(texts) if not names or Path(f.file).name in names]
    _show_findings(shown, machine)
    if to:
        to.mkdir(parents=True, exist_ok=True)
        for name, text in plays(texts, shown):
            (to / name).write_text(text, encoding="utf-8")
    sys.exit(1 if shown else 0)


@main.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def layout(files: tuple[Path, ...]) -> None:
    """Rita om diagram i deras banor; bara ritningen ändras."""
    for path in files:
        try:
            path.write_bytes(arrange(path.read_bytes()))
        except (ValueError, SyntaxError) as error:  # lxml's is a SyntaxError
            raise click.ClickException(f"{path}: {error}") from error
        console.print(f"{path} är omritad.")


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=ROOT / BOOK)
def book(folder: Path) -> None:
    """Skriv processboken: alla diagram som SVG, och en PDF med uppgifter, frister och lagrum."""
    engine = build()
    path = write_book(_processes(engine), folder, _edition(engine))
    console.print(f"{path} är skriven.", soft_wrap=True)


@main.command()
@as_json
def cases(machine: bool) -> None:
    """Visa ärendena: nummer, läge och antal öppna uppgifter, aldrig innehåll."""
    rows = build().overview()
    if machine:
        click.echo(json.dumps(rows, default=str, ensure_ascii=False, indent=2))
        return
    table = Table("Ärende", "Öppnat", "Läge", "Öppna uppgifter")
    for row in rows:
        state = row["end_state"] or "pågår"
        table.add_row(row["number"], f"{row['opened_at']:%Y-%m-%d}", state, str(row["open_tasks"]))
    console.print(table)


for command in (audit, coverage, retention, servicekonto, trace):
    main.add_command(command)


def _publish(engine: Engine) -> str:
    current = engine.publications.current()
    if current and engine.publications.published_at(_folder_version(engine)):
        return current  # a version that was live before comes back by a proposal only
    try:
        return engine.publish("skydd migrate")
    except ModelError as error:
        _show_findings(error.findings, machine=False)
        raise click.ClickException("Processerna publicerades inte.") from error


def _processes(engine: Engine) -> ProcessSet:
    try:
        return read_process_set(read_folder(engine.settings.processes))
    except ModelError as error:
        _show_findings(error.findings, machine=False)
        raise click.ClickException("Processboken skrevs inte.") from error


def _edition(engine: Engine) -> Edition:
    """Say when the folder's processes were published here, and what the words mean."""
    folder = engine.settings.processes
    at = engine.publications.published_at(_folder_version(engine))
    readme = folder / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else ""
    return Edition(at.astimezone(ZONE).date() if at else None, text)


def _folder_version(engine: Engine) -> str:
    return version_of(read_folder(engine.settings.processes))


def _with(files: dict[str, str], changed: Sequence[Path]) -> dict[str, str]:
    """Return the folder's files with these in place of those with the same name."""
    replaced = {}
    for path in changed:
        name = f"forms/{path.name}" if path.suffix == ".form" else path.name
        replaced[name] = path.read_bytes().decode("utf-8", errors="replace")
    return files | replaced


def _show_findings(found: Sequence[Finding], machine: bool) -> None:
    if machine:
        rows: list[dict[str, Any]] = [asdict(finding) for finding in found]
        click.echo(json.dumps({"findings": rows}, ensure_ascii=False, indent=2))
        return
    for finding in found:
        console.print(str(finding), markup=False, soft_wrap=True)
    console.print(f"{len(found)} fel." if found else "Inga fel.")


def run() -> None:
    """Run the command; what the engine refuses is said in one line, without a traceback."""
    try:
        configure(Settings().log)
        main()
    except (EngineError, SettingsError) as error:
        raise SystemExit(f"skydd: {error}") from error
    except ValidationError as error:
        raise SystemExit(f"skydd: {told_of(error)}") from error


if __name__ == "__main__":
    run()
