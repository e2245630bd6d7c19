"""What process owners do at the command line: drafts, and what differs between two sets."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from engine.bootstrap import Engine, build
from engine.bpmn.definitions import read_folder, read_process_set
from engine.deadlines import ZONE
from engine.errors import ModelError, NotFound
from engine.modelling.diff import Comparison, compare

SHORTEST = 4
"""Characters of a version's hash that are enough to name it, if no other begins so."""
STATES = {"open": "öppet", "proposed": "väntar på godkännande", "published": "publicerat",
          "discarded": "kastat"}  # fmt: skip
console = Console(highlight=False)
as_json = click.option("--json", "machine", is_flag=True, help="Skriv JSON.")


@click.command()
@as_json
def drafts(machine: bool) -> None:
    """Visa utkasten till processerna: vad de heter, deras läge och vilka filer de ändrar."""
    with build().drafts.shelf.reading() as book:
        found = book.all()
    rows = [
        {"id": each.id, "name": each.name, "state": each.state, "owner": each.owner,
         "created_at": each.created_at, "base": each.base, "files": sorted(each.saves)}
        for each in found
    ]  # fmt: skip
    if machine:
        click.echo(json.dumps({"drafts": rows}, default=str, ensure_ascii=False, indent=2))
        return
    table = Table("Id", "Utkast", "Läge", "Av", "Öppnat", "Filer")
    for each in found:
        opened = f"{each.created_at.astimezone(ZONE):%Y-%m-%d}"
        files = ", ".join(sorted(each.saves))
        table.add_row(each.id, each.name, STATES[each.state], each.owner, opened, files)
    console.print(table if found else "Det finns inga utkast.")


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@as_json
def differ(before: str, after: str, machine: bool) -> None:
    """Visa vad som skiljer B från A i ord: mappar, versioner eller utkast (id)."""
    engine = build()
    try:
        sides = [read_process_set(files_named(engine, named)) for named in (before, after)]
    except ModelError as error:
        found = "\n".join(str(finding) for finding in error.findings)
        raise click.ClickException(f"En av dem kan inte läsas:\n{found}") from error
    _tell(compare(*sides), machine)


COMMANDS = (drafts, differ)


def files_named(engine: Engine, named: str) -> Mapping[str, str]:
    """Return the files of a folder, a version (by the first characters of its hash) or a draft."""
    if (folder := Path(named)).is_dir():
        return read_folder(folder)
    with engine.versions.shelf.reading() as book:
        known = [version for version in book.known() if version.startswith(named)]
    if len(known) == 1 and len(named) >= SHORTEST:
        return engine.publications.files(known[0])
    with engine.drafts.shelf.reading() as drawn:
        found = next((each for each in drawn.all() if each.id == named), None)
        if found is None:
            raise NotFound(f"ingen mapp, version eller utkast heter {named}")
        draft = drawn.one(found.id)
        return draft.files(drawn.base_files(draft.base))


def _tell(comparison: Comparison, machine: bool) -> None:
    if machine:
        rows = [asdict(each) for each in comparison.changes]
        told = {"changes": rows, "agencies": comparison.agencies}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for heading, changes in comparison.by_kind().items():
        console.print(f"\n[bold]{heading}[/bold]")
        for each in changes:
            console.print(f"  {each}", markup=False, soft_wrap=True)
    asked = ", ".join(comparison.agencies) or "ingen"
    console.print(f"\nBerör: {asked}." if comparison.changes else "Ingen skillnad.")
