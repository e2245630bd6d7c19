"""What auditors do at the command line: `skydd audit`."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import track
from rich.table import Column, Table

from engine.audit.audit import Chain, Verdict
from engine.audit.verifier import Finding, check_bundle
from engine.bootstrap import Engine, build
from engine.deadlines import ZONE

console = Console(highlight=False)
as_json = click.option("--json", "machine", is_flag=True, help="Skriv JSON.")
by_whom = click.option("--by", default=getpass.getuser, help="Vem du är; annars kontots namn.")
earlier = click.option("--key", "keys", multiple=True, help="En publik nyckel som gällde förr.")


@click.group()
def audit() -> None:
    """Pröva loggen, signera den med ett ankare, och lämna ut den."""


@audit.command()
@click.argument("what", nargs=-1, metavar="[ÄRENDE | FIL.zip]...")
@earlier
@by_whom
@as_json
def verify(what: tuple[str, ...], keys: tuple[str, ...], by: str, machine: bool) -> None:
    """Pröva alla kedjor, ett ärendes eller en utlämnad fil; fel ger slutkod 1."""
    files = [name for name in what if Path(name).is_file()]
    numbers = [name for name in what if name not in files]
    told = [_of_file(name, keys) for name in files]
    if numbers or not what:
        told += list(_of_database(build(), numbers, keys, by, machine))
    _tell(told, machine)
    if any(each["findings"] for each in told):
        raise click.exceptions.Exit(1)


@audit.command()
@by_whom
@as_json
def anchor(by: str, machine: bool) -> None:
    """Signera alla kedjor nu, och lämna ut ankaret."""
    engine = build()
    made = engine.audit.anchor(by)
    if machine:
        click.echo(json.dumps(made.shown, ensure_ascii=False, indent=2))
        return
    console.print(f"Ankare {made.number}: {made.statement['entries']} poster är signerade.")
    console.print(f"Rot {made.statement['root']}", soft_wrap=True)
    console.print(f"Filerna finns i {engine.settings.anchors}.", soft_wrap=True)


@audit.command()
@as_json
def anchors(machine: bool) -> None:
    """Visa alla ankare, det nyaste först."""
    found = build().audit.anchors()
    if machine:
        click.echo(json.dumps([each.shown for each in found], ensure_ascii=False, indent=2))
        return
    table = Table("Nr", "När", "Poster", Column("Rot", overflow="fold"))
    for each in found:
        at = each.at.astimezone(ZONE)
        told = each.statement
        table.add_row(str(each.number), f"{at:%Y-%m-%d %H:%M}", str(told["entries"]), told["root"])
    console.print(table)


@audit.command()
@click.argument("number", metavar="ÄRENDE")
@click.option("--to", "file", required=True, type=click.Path(dir_okay=False, path_type=Path))
@by_whom
def export(number: str, file: Path, by: str) -> None:
    """Lämna ut ett ärendes logg som den är lagrad, med ankare och program som prövar den."""
    bundle = build().audit.bundle(by, number)
    file.write_bytes(bundle.content)
    console.print(f"{len(bundle.entries)} poster finns i {file}.", soft_wrap=True)


def _of_file(name: str, keys: Sequence[str]) -> dict[str, Any]:
    found, entries = check_bundle(name, set(keys))
    return {"what": name, "entries": entries, "findings": found}


def _of_database(
    engine: Engine, numbers: Sequence[str], keys: Sequence[str], by: str, machine: bool
) -> Iterator[dict[str, Any]]:
    def watched(total: int) -> Callable[[Iterator[Chain]], Iterable[Chain]]:
        return lambda chains: track(
            chains, "Kedjor", total=total, console=console, disable=machine, transient=True
        )

    if not numbers:
        size = engine.audit.evidence.size()
        yield _verdict("alla", engine.audit.verify(by, None, keys, watched(size)))
    for number in numbers:
        case_id = engine.audit.case_id(number)
        yield _verdict(number, engine.audit.verify(by, [case_id], keys, watched(1)))


def _verdict(what: str, verdict: Verdict) -> dict[str, Any]:
    told = {name: value for name, value in vars(verdict).items() if name != "newest"}
    return {"what": what, **told, "newest_anchor": verdict.newest}


def _tell(told: Sequence[dict[str, Any]], machine: bool) -> None:
    if machine:
        rows = [{**each, "findings": [_named(f) for f in each["findings"]]} for each in told]
        click.echo(json.dumps({"checked": rows}, default=str, ensure_ascii=False, indent=2))
        return
    for each in told:
        for finding in each["findings"]:
            stream, place, what, why = finding
            console.print(f"{stream}, post {place}: {what} ({why})", markup=False, soft_wrap=True)
        right = "Loggen stämmer." if not each["findings"] else f"{len(each['findings'])} fel."
        console.print(f"{each['what']}: {each['entries']} poster prövade. {right}", soft_wrap=True)
        if each.get("beyond"):
            console.print(f"Nyare än det senaste ankaret: {each['beyond']}.")


def _named(finding: Finding) -> dict[str, Any]:
    return dict(zip(("chain", "entry", "what", "why"), finding, strict=True))
