"""What is done with webhooks at the command line: `skydd webhooks`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from engine.access import ADMINISTRATOR
from engine.bootstrap import Engine, build
from engine.errors import NotFound
from engine.exchange.kinds import KINDS
from engine.exchange.webhooks import Webhook
from engine.model import Actor
from engine.operation import as_json, by_whom

console = Console(highlight=False, soft_wrap=True)
of_agency = click.option("--agency", required=True, help="Myndigheten, med sitt id i registret.")
named = click.argument("webhook")


@click.group(invoke_without_command=True)
@click.option("--agency", help="Myndigheten, med sitt id i registret.")
@as_json
@click.pass_context
def webhooks(context: click.Context, agency: str | None, machine: bool) -> None:
    """Visa en myndighets webhookar, dit händelser skickas. Hemligheter visas aldrig här."""
    if context.invoked_subcommand is not None:
        return
    if not agency:
        raise click.UsageError("Ange --agency.")
    engine = build()
    found = engine.exchange.page(_acting(engine, "drift", agency)).webhooks
    rows = [{"id": each.id, "address": each.url, "kinds": list(each.kinds),
             "state": "skickar" if each.active else "pausad"} for each in found]  # fmt: skip
    _show(rows, ("Id", "Adress", "Händelser", "Läge"), machine)


@webhooks.command()
@of_agency
@click.option("--url", required=True, help="Dit händelserna skickas: en https-adress.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)),
              help="En händelse som ska skickas; alla om ingen anges.")  # fmt: skip
@by_whom
def add(agency: str, url: str, kinds: tuple[str, ...], by: str) -> None:
    """Lägg till en webhook. Hemligheten visas en gång."""
    engine = build()
    actor = _acting(engine, by, agency)
    made = engine.exchange.subscribing.add(actor, agency, url, kinds or tuple(KINDS))
    _tell_secret(made)


@webhooks.command()
@named
@of_agency
@by_whom
def rotate(webhook: str, agency: str, by: str) -> None:
    """Byt hemlighet. Den gamla gäller också i sju dagar."""
    engine = build()
    _tell_secret(engine.exchange.subscribing.rotate(_acting(engine, by, agency), webhook))


@webhooks.command()
@named
@of_agency
@by_whom
def pause(webhook: str, agency: str, by: str) -> None:
    """Sluta skicka tills vidare. Händelserna väntar."""
    engine = build()
    engine.exchange.subscribing.pause(_acting(engine, by, agency), webhook)
    console.print("Pausad.")


@webhooks.command()
@named
@of_agency
@by_whom
def resume(webhook: str, agency: str, by: str) -> None:
    """Börja skicka igen, med det som har väntat."""
    engine = build()
    engine.exchange.subscribing.pause(_acting(engine, by, agency), webhook, active=True)
    console.print("Återupptagen.")


@webhooks.command()
@named
@of_agency
@by_whom
def end(webhook: str, agency: str, by: str) -> None:
    """Ta bort den för gott. Det som väntar skickas inte."""
    engine = build()
    engine.exchange.subscribing.end(_acting(engine, by, agency), webhook)
    console.print("Borttagen.")


@webhooks.command()
@named
@of_agency
@by_whom
def test(webhook: str, agency: str, by: str) -> None:
    """Skicka en provhändelse; en worker gör det strax."""
    engine = build()
    engine.exchange.subscribing.test(_acting(engine, by, agency), webhook)
    console.print("Provet skickas strax.")


@webhooks.command()
@of_agency
@as_json
def dead(agency: str, machine: bool) -> None:
    """Visa händelser som inte kunde skickas."""
    engine = build()
    lines = engine.exchange.page(_acting(engine, "drift", agency)).deliveries
    rows = [{"id": each.id, "at": each.at, "kind": each.kind, "case": each.case_number,
             "cause": each.cause} for each in lines if each.outcome == "dead"]  # fmt: skip
    _show(rows, ("Id", "När", "Händelse", "Ärende", "Orsak"), machine)


@webhooks.command()
@click.argument("event")
@of_agency
@click.option("--reason", required=True, help="Skälet.")
@by_whom
def resend(event: str, agency: str, reason: str, by: str) -> None:
    """Skicka en händelse igen; en worker gör det strax."""
    engine = build()
    engine.exchange.subscribing.resend(_acting(engine, by, agency), event, reason)
    console.print("Skickas igen.")


COMMANDS = (webhooks,)


def _acting(engine: Engine, by: str, agency: str) -> Actor:
    """Return the operator as an administrator of an agency. Raises NotFound for an unknown one."""
    version = engine.publications.current()
    known = engine.processes.registers(version).agencies if version else {}
    if agency not in known:
        raise NotFound(f"ingen myndighet heter {agency}")
    return Actor(by, by, agency, frozenset({ADMINISTRATOR}))


def _tell_secret(made: Webhook | None) -> None:
    if made:
        console.print(f"Webhook: {made.id}\nHemlighet, visas bara nu: {made.secret}")


def _show(rows: Sequence[dict[str, Any]], heads: Sequence[str], machine: bool) -> None:
    if machine:
        click.echo(json.dumps(rows, default=str, ensure_ascii=False, indent=2))
        return
    table = Table(*heads)
    for row in rows:
        values = (", ".join(v) if isinstance(v, list) else str(v or "") for v in row.values())
        table.add_row(*values)
    console.print(table if rows else "Ingenting.")
