"""What process owners try at the command line: running cases, and closed ones, on a draft."""

from __future__ import annotations

import json

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from engine.analysis.whatif import summed
from engine.bootstrap import Engine, build
from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.errors import ModelError
from engine.modelling.preview.outcome import Group, grouped
from engine.modelling.preview.words import GRADES, said, total
from engine.owning import as_json, console, files_named


@click.command()
@click.argument("draft", metavar="UTKAST")
@as_json
def preview(draft: str, machine: bool) -> None:
    """Pröva de pågående ärendena på ett utkast (id), en version eller en mapp; flyttar inget."""
    engine = build()
    target = _named(engine, draft)
    cases = engine.trying.running(target)
    aside = Console(stderr=True)  # JSON alone goes to stdout
    turns = track(cases, "Ärenden", console=aside, disable=machine)
    found = [(case_id, engine.trying.one(target, case_id)) for case_id in turns]
    _tell(grouped((case_id, trial.outcome) for case_id, trial in found if trial), machine)


@click.command()
@click.argument("draft", metavar="UTKAST")
@as_json
def whatif(draft: str, machine: bool) -> None:
    """Kör om de avslutade ärendena på ett utkast (id), en version eller en mapp; sparar inget."""
    engine = build()
    rerunning = engine.analysis.whatif.on(_named(engine, draft))
    aside = Console(stderr=True)
    turns = track(engine.analysis.whatif.cases(), "Ärenden", console=aside, disable=machine)
    found = [engine.analysis.whatif.one(rerunning, case_id) for case_id in turns]
    shown = summed(way for way in found if way)
    rows = [(name, cells[0].text) for name, cells in shown.lines]
    if machine:
        told = {"about": shown.layout.about, "ways": [{"way": n, "cases": c} for n, c in rows]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    console.print(shown.layout.about, soft_wrap=True)
    table = Table("Ärenden", "Väg")
    for name, cases in rows:
        table.add_row(cases, name)
    console.print(table if found else "Inga ärenden är avslutade.")


COMMANDS = (preview, whatif)


def _named(engine: Engine, draft: str) -> ProcessSet:
    try:
        return read_process_set(files_named(engine, draft))
    except ModelError as error:
        wrong = "\n".join(str(finding) for finding in error.findings)
        raise click.ClickException(f"Det kan inte läsas:\n{wrong}") from error


def _tell(groups: tuple[Group, ...], machine: bool) -> None:
    if machine:
        rows = [each.outcome.row() | {"cases": len(each.cases)} for each in groups]
        click.echo(json.dumps({"groups": rows}, ensure_ascii=False, indent=2))
        return
    console.print(total(groups), soft_wrap=True)
    table = Table("Ärenden", "Utfall", "Vad det innebär")
    for each in groups:
        table.add_row(
            str(len(each.cases)), GRADES[each.outcome.grade], "\n".join(said(each.outcome))
        )
    if groups:
        console.print(table)
