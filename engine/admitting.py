"""Who lets agencies' systems in at the command line: service accounts."""

from __future__ import annotations

import getpass
import json
from datetime import datetime
from typing import Any

import click
from rich.console import Console

from engine.accounts.account import SCOPES, ServiceAccount
from engine.bootstrap import build
from engine.deadlines import ZONE

console = Console(highlight=False)
by_whom = click.option("--by", default=getpass.getuser, help="Vem du är; annars kontots namn.")
as_json = click.option("--json", "machine", is_flag=True, help="Skriv JSON.")


@click.group()
def servicekonto() -> None:
    """Konton för myndigheternas system, som använder /api/v1."""


@servicekonto.command()
@click.option("--agency", required=True, help="Myndighetens id, eller processledning.")
@click.option("--name", required=True, help="Vad systemet heter.")
@click.option("--role", "roles", multiple=True, help="En roll; får anges flera gånger.")
@click.option("--scope", "scopes", multiple=True, required=True,
              help=f"En rättighet; får anges flera gånger: {', '.join(SCOPES)}.")  # fmt: skip
@click.option("--days", default=90, show_default=True, help="Hur många dagar kontot gäller.")
@by_whom
@as_json
def create(machine: bool, **asked: Any) -> None:
    """Skapa ett konto; nyckeln visas bara nu."""
    account, token = build().accounts.create(**asked)
    if machine:
        click.echo(json.dumps(_row(account) | {"token": token}, ensure_ascii=False, indent=2))
        return
    console.print(f"Kontot {account.id} gäller till {_day(account.expires_at)}.", soft_wrap=True)
    console.print("Nyckeln visas bara den här gången:")
    click.echo(token)


@servicekonto.command("list")
@as_json
def list_accounts(machine: bool) -> None:
    """Visa kontona, aldrig nycklarna."""
    rows = [_row(account) for account in build().accounts.accounts()]
    if machine:
        click.echo(json.dumps({"accounts": rows}, ensure_ascii=False, indent=2))
        return
    for account in build().accounts.accounts():
        console.print(_told(account), markup=False, soft_wrap=True)
    if not rows:
        console.print("Det finns inga servicekonton.")


@servicekonto.command()
@click.argument("account", metavar="ID")
@by_whom
def revoke(account: str, by: str) -> None:
    """Återkalla ett konto; det slutar gälla genast."""
    build().accounts.revoke(by, account)
    console.print("Kontot är återkallat.")


def _told(account: ServiceAccount) -> str:
    """Say what an account is, what it may do, until when."""
    until = "Återkallat" if account.revoked_at else f"Gäller till {_day(account.expires_at)}"
    roles, scopes = ", ".join(sorted(account.roles)), ", ".join(sorted(account.scopes))
    return (
        f"{account.id}  {account.name}\n  {account.agency}: {roles or 'ingen roll'}\n  {scopes}\n"
        f"  {until}, senast använt: {_day(account.last_used_at)}"
    )


def _day(at: datetime | None) -> str:
    return f"{at.astimezone(ZONE):%Y-%m-%d}" if at else "aldrig"


def _row(account: ServiceAccount) -> dict[str, object]:
    instants = ("created_at", "expires_at", "revoked_at", "last_used_at")
    told: dict[str, object] = {
        "id": account.id, "name": account.name, "agency": account.agency,
        "roles": sorted(account.roles), "scopes": sorted(account.scopes),
        "created_by": account.created_by,
    }  # fmt: skip
    moments = {name: getattr(account, name) for name in instants}
    return told | {name: at.isoformat() if at else None for name, at in moments.items()}
