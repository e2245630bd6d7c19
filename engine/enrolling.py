"""What operators do at the command line with the accounts of people: the fallback to a provider."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Mapping
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from engine.bootstrap import Engine, build
from engine.entrance.account import Account
from engine.entrance.administering import Administering
from engine.entrance.claims import roles_at
from engine.model import Actor, Agency

console = Console(highlight=False)
as_json = click.option("--json", "machine", is_flag=True, help="Skriv JSON.")
by_whom = click.option("--by", default=getpass.getuser, help="Vem du är; annars kontots namn.")
reason = click.option("--reason", required=True, help="Varför; det står i loggen.")
STATES = {True: "spärrat", False: "öppet"}


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def konto(context: click.Context, machine: bool) -> None:
    """Visa vilka som har konto, lägg upp lokala konton, spärra och öppna dem."""
    if context.invoked_subcommand is None:
        _list(build(), machine)


@konto.command()
@click.argument("name", metavar="ANVÄNDARNAMN")
@click.option("--called", required=True, help="Personens namn.")
@click.option("--agency", required=True, help="Aktörens id, processledning, systemforvaltning.")
@click.option("--role", "roles", multiple=True, required=True, help="En roll; kan upprepas.")
@click.option("--team", default="", help="Enheten, om aktören har sådana.")
@click.password_option(prompt="Lösenord", help="Fråga efter det om det inte anges.")
@by_whom
def add(**asked: Any) -> None:
    """Lägg upp ett lokalt konto. Engångskoder ordnar personen vid första inloggningen."""
    engine, agency, roles = build(), asked["agency"], frozenset(asked["roles"])
    _require_known(engine, agency, roles)
    person = Actor(asked["name"], asked["called"], agency, roles, asked["team"])
    engine.administering.add(asked["by"], person, asked["password"])
    console.print(f"{person.id} kan logga in.")


@konto.command()
@click.argument("account", metavar="ANVÄNDARNAMN")
@click.option("--role", "roles", multiple=True, required=True, help="En roll; kan upprepas.")
@reason
@by_whom
def roles(account: str, roles: tuple[str, ...], reason: str, by: str) -> None:
    """Ge ett lokalt konto andra roller, i stället för dem det har."""
    engine = build()
    with engine.store.transaction() as unit:
        agency = unit.people.one(account).person.agency
    _require_known(engine, agency, frozenset(roles))
    engine.administering.change_roles(by, account, roles, reason)
    console.print(f"{account} har nu {', '.join(sorted(roles))}.")


@konto.command()
@click.argument("account", metavar="ANVÄNDARNAMN")
@click.password_option(prompt="Nytt lösenord", help="Fråga efter det om det inte anges.")
@reason
@by_whom
def password(account: str, password: str, reason: str, by: str) -> None:
    """Ge ett lokalt konto ett nytt lösenord, och logga ut personen överallt."""
    build().administering.set_password(by, account, password, reason)
    console.print(f"{account} har fått ett nytt lösenord.")


def _with_reason(
    name: str, help_: str, said: str, verb: Callable[[Administering], Callable[..., None]]
) -> click.Command:
    """Return a command that does something with an account, for a reason."""

    @konto.command(name, help=help_)
    @click.argument("account", metavar="ANVÄNDARNAMN")
    @reason
    @by_whom
    def command(account: str, reason: str, by: str) -> None:
        verb(build().administering)(by, account, reason)
        console.print(f"{account} {said}.")

    return command


lock = _with_reason("lock", "Spärra ett konto och logga ut personen.", "är spärrat",
                    lambda verbs: verbs.lock)  # fmt: skip
unlock = _with_reason("unlock", "Öppna ett spärrat konto.", "är öppet", lambda verbs: verbs.unlock)
sign_out = _with_reason("sign-out", "Logga ut en person överallt.", "är utloggad",
                        lambda verbs: verbs.end_sittings)  # fmt: skip
reset_codes = _with_reason("reset-codes", "Nollställ engångskoderna; nya ordnas vid inloggning.",
                           "ordnar nya engångskoder", lambda verbs: verbs.reset_factor)  # fmt: skip


COMMANDS = (konto,)


def _list(engine: Engine, machine: bool) -> None:
    with engine.store.transaction() as unit:
        found = unit.people.all()
    if machine:
        click.echo(json.dumps([_row(each) for each in found], ensure_ascii=False, indent=2))
        return
    table = Table("Konto", "Namn", "Aktör", "Roller", "Kommer från", "Läge")
    for each in found:
        row = _row(each)
        table.add_row(each.person.id, each.person.name, each.person.agency,
                      ", ".join(sorted(each.person.roles)), str(row["source"]),
                      STATES[bool(each.locked_at)])  # fmt: skip
    console.print(table if found else "Det finns inga konton.")


def _row(account: Account) -> dict[str, object]:
    person = account.person
    return {"id": person.id, "name": person.name, "agency": person.agency, "team": person.team,
            "roles": sorted(person.roles), "source": str(account.source),
            "second_factor": account.second_factor, "locked": bool(account.locked_at)}  # fmt: skip


def _require_known(engine: Engine, agency: str, roles: frozenset[str]) -> None:
    known = roles_at(agency, _agencies(engine))
    if unknown := sorted(roles - known):
        there = ", ".join(sorted(known)) or "inga alls"
        raise click.ClickException(f"{agency} har inte {', '.join(unknown)}; där finns {there}.")


def _agencies(engine: Engine) -> Mapping[str, Agency]:
    version = engine.publications.current()
    return engine.queries.models.registers(version).agencies if version else {}
