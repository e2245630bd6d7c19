"""The commands that report on the processes: `skydd coverage`, `skydd trace`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from engine.bpmn.check import findings
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.config import Settings
from engine.counts.spreadsheet import harmless
from engine.proof.coverage import KINDS, Covered, as_numbers, complete, measured
from engine.proof.coverage_pages import WORDS, pages
from engine.proof.recording import Recording
from engine.proof.rehearsal import features, last, rehearsed
from engine.proof.trace import Row, gone, rows
from engine.proof.trace import as_numbers as traced_numbers

console = Console(highlight=False)
aside = Console(highlight=False, stderr=True)
TRACED = {"source", "duty", "double-id", "double-process", "register"}
"""The rules of `skydd check` that are about what a process rests on."""

as_json = click.option("--json", "machine", is_flag=True, help="Skriv JSON.")
quietly = click.option("--quiet", is_flag=True, help="Visa bara det som saknas.")
recorded = click.option(
    "--from", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Läs inspelningen i FILE i stället för att köra features.",
)  # fmt: skip


@click.command()
@as_json
@click.option("--html", "folder", type=click.Path(file_okay=False, path_type=Path),
              help="Skriv en sida per diagram i FOLDER.")  # fmt: skip
@quietly
@recorded
def coverage(machine: bool, folder: Path | None, quiet: bool, file: Path | None) -> None:
    """Visa hur mycket av varje diagram som alla features utför; fel om något flöde saknas."""
    processes = _processes()
    covered = measured(processes, _recording(processes, file))
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages(processes, covered):
            (folder / name).write_text(text, encoding="utf-8")
    if machine:
        click.echo(json.dumps(as_numbers(covered), ensure_ascii=False, indent=2))
    else:
        _show_coverage(covered, quiet)
    sys.exit(0 if complete(covered) else 1)


@click.command()
@as_json
@click.option("--csv", "sheet", is_flag=True, help="Skriv CSV.")
@quietly
@recorded
def trace(machine: bool, sheet: bool, quiet: bool, file: Path | None) -> None:
    """Visa vad som fullgör varje ansvar och vilka scenarier som utför det; fel vid luckor."""
    processes = _processes()
    found = rows(processes, _recording(processes, file))
    gaps = _gaps(processes, found)
    if machine:
        click.echo(json.dumps(traced_numbers(found, gaps), ensure_ascii=False, indent=2))
    elif sheet:
        _write_sheet(found)
    else:
        _show_trace(found, gaps, quiet)
    sys.exit(1 if gaps else 0)


def _processes() -> ProcessSet:
    return read_process_set(read_folder(Settings().processes))


def _recording(processes: ProcessSet, file: Path | None) -> Recording:
    if file is None:
        try:
            return rehearsed(Settings().recording, processes.version, aside.print)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
    found = last(file, processes.version)
    if found is None:
        raise click.ClickException(f"{file} är inte inspelad på dessa processer och features.")
    return found


def _gaps(processes: ProcessSet, found: Sequence[Row]) -> list[str]:
    """Return what is missing, both ways: from duty to scenario, and from element to source."""
    back = [str(f) for f in findings(processes.files) if f.rule in TRACED]
    return [*(gap for row in found if (gap := row.gap())), *back, *gone(processes, features())]


def _show_coverage(covered: Sequence[Covered], quiet: bool) -> None:
    table = Table("Diagram", *WORDS.values())
    for each in covered:
        table.add_row(each.process, *(_share(each, kind) for kind in KINDS))
    if not quiet:
        console.print(table)
    for each in covered:
        for missing in each.missing():
            console.print(f"{each.process}: {missing} utförs inte", markup=False, soft_wrap=True)
    executed = sum(len(each.flows.executed) for each in covered)
    total = sum(each.flows.total for each in covered)
    console.print(f"{executed} av {total} flöden utförs.")


def _share(covered: Covered, kind: str) -> str:
    share = getattr(covered, kind)
    text = f"{len(share.executed)}/{share.total}"
    return f"[red]{text}[/red]" if share.missing else text


def _show_trace(found: Sequence[Row], gaps: Sequence[str], quiet: bool) -> None:
    table = Table("Ansvar", "Aktör", "Steg", "Uppgifter", "Formulär", "Lagrum", "Scenarier")
    for row in found:
        done = f"{len(row.scenarios)}" if row.elements else (row.reason or "–")
        table.add_row(row.id, row.agency, row.step, "\n".join(row.tasks), "\n".join(row.forms),
                      "\n".join(row.law), done)  # fmt: skip
    if not quiet:
        console.print(table)
    for gap in gaps:
        console.print(gap, markup=False, soft_wrap=True)
    covered = sum(row.covered for row in found)
    console.print(f"{covered} av {len(found)} ansvar är täckta, {len(gaps)} luckor.")


def _write_sheet(found: Sequence[Row]) -> None:
    names = [field.name for field in fields(Row)]
    writer = csv.writer(sys.stdout)
    writer.writerow([*names, "covered"])
    for row in found:
        values = [getattr(row, name) for name in names]
        told = ["; ".join(value) if isinstance(value, tuple) else value for value in values]
        writer.writerow([*map(harmless, told), row.covered])
