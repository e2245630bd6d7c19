"""What operators see of erasing at the command line: `skydd retention`. It erases nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from engine.bootstrap import Engine, build
from engine.errors import NotFound
from engine.retention.due import Judged

console = Console(highlight=False)


@click.command()
@click.option("--preview", is_flag=True, help="Visa det som ska gallras. Ingenting gallras.")
@click.option("--agency", default="", help="Bara den här aktören, med ärendenas nummer.")
@click.option("--json", "machine", is_flag=True, help="Skriv JSON.")
def retention(preview: bool, agency: str, machine: bool) -> None:
    """Visa vad som ska gallras hos varje aktör. Två personer gallrar, på sidan Gallring."""
    if not preview:
        raise click.UsageError("Ange --preview. Gallring görs av två personer på sidan Gallring.")
    engine = build()
    known = engine.retained.agencies()
    if agency and agency not in known:
        raise NotFound(f"ingen regel gäller för {agency}")
    told = [_of(engine, each, numbers=bool(agency)) for each in ([agency] if agency else known)]
    if machine:
        click.echo(json.dumps({"agencies": told}, default=str, ensure_ascii=False, indent=2))
        return
    _show(told)


def _of(engine: Engine, agency: str, *, numbers: bool) -> dict[str, Any]:
    found, more = engine.retained.preview(agency)
    rules = [{"rule": rule.id, "law": rule.law, "due": n} for rule, n in found.counts]
    told = {"agency": agency, "due": len(found.due), "rules": rules, "kept": len(found.kept),
            "coming": found.coming, **more}  # fmt: skip
    if numbers:
        told |= {"cases": [_line(each) for each in (*found.due, *found.kept)]}
    return told


def _line(each: Judged) -> dict[str, Any]:
    rule = each.rule
    return {"number": each.part.number, "day": each.day, "latest": each.latest, "kept": each.kept,
            "rule": rule.id if rule else None, "law": rule.law if rule else None}  # fmt: skip


def _show(told: Sequence[dict[str, Any]]) -> None:
    table = Table("Aktör", "Att gallra", "Behålls", "Stoppat", "Inom ett år")
    for each in told:
        numbers = (str(each[key]) for key in ("due", "kept", "stopped", "coming"))
        table.add_row(each["agency"], *numbers)
    console.print(table)
    for line in (line for each in told for line in each.get("cases", ())):
        until = "bevaras" if line["kept"] else line["day"] or "okänt"
        console.print(f"{line['number']}  {until}  {line['law'] or ''}", markup=False)
