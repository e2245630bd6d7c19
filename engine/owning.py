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
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.deadlines import ZONE
from engine.errors import ModelError, NotFound
from engine.modelling.readers import altered
from engine.modelling.readers.tables import FormTable, Tables
from engine.modelling.versions import Difference

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
    _tell(Difference.between(*sides), machine)


@click.command()
@click.argument("named", metavar="[UTKAST]", required=False)
@click.option("--process", default="", help="Bara formulären i en process.")
@click.option("--form", default="", help="Bara ett formulär.")
@click.option("--agency", default="", help="Bara det som en aktör läser av andras svar.")
@click.option("--against", metavar="A", help="Visa i stället vad som är ändrat mot A.")
@as_json
def readers(
    named: str | None, process: str, form: str, agency: str, against: str | None, machine: bool
) -> None:
    """Visa vem som ser vilka svar, och vad som öppnar dem: mapp, version eller utkast (id)."""
    engine = build()
    processes = read_process_set(files_named(engine, named or str(engine.settings.processes)))
    if against:
        _show_altered(read_process_set(files_named(engine, against)), processes, machine)
        return
    forms = Tables(processes).forms(process, form, agency)
    if machine:
        rows = {"forms": [asdict(each) for each in forms]}
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for each in forms:
        _show_form(each)


COMMANDS = (drafts, differ, readers)


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


def _tell(difference: Difference, machine: bool) -> None:
    comparison = difference.comparison
    if machine:
        rows = [asdict(each) for each in comparison.changes]
        told = {"changes": rows, "agencies": difference.agencies}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for heading, changes in comparison.by_kind().items():
        console.print(f"\n[bold]{heading}[/bold]")
        for each in changes:
            console.print(f"  {each}", markup=False, soft_wrap=True)
    asked = ", ".join(difference.agencies) or "ingen"
    console.print(f"\nBerör: {asked}." if comparison.changes else "Ingen skillnad.")


def _show_altered(before: ProcessSet, after: ProcessSet, machine: bool) -> None:
    found = altered(before, after)
    if machine:
        rows = {"altered": [asdict(each) for each in found]}
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    told = [str(each) for each in found] or ["Ingen ser fler eller färre svar."]
    console.print("\n".join(told), markup=False, soft_wrap=True)


def _show_form(form: FormTable) -> None:
    """Print who sees a form: those who write it, and a table of what goes to others."""
    console.print(f"\n[bold]{form.title}[/bold] ({form.id})", soft_wrap=True)
    console.print(f"Skrivs och läses av: {', '.join(form.writers)}.", soft_wrap=True)
    for way in form.ways:
        told = f"{way.handover} {way.name}, från {way.senders} till {way.receivers}."
        grounds = "; ".join(way.grounds) or "ingen"
        console.print(f"{told} Grund: {grounds}.", markup=False, soft_wrap=True)
    if form.readers:
        table = Table("Fråga", *(name for _, name in form.readers))
        for row in form.rows:
            table.add_row(
                row.label, *(", ".join(row.cells.get(id_, ())) for id_, _ in form.readers)
            )
        console.print(table)
