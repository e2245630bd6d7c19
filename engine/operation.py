"""What operators do at the command line: the worker, incidents, dead letters, rebuilding."""

from __future__ import annotations

import getpass
import json
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from engine.bootstrap import Engine, build
from engine.deadlines import ZONE
from engine.errors import NotFound, Tampered
from engine.failures import failed
from engine.operating.rounds import one_round, prepare
from engine.proof.background import able, beside
from engine.upkeep import Rebuilt

NIGHT = range(2, 6)
"""The hours, in Stockholm, in which the nightly round may begin."""
MORNING = 6
"""The hour, in Stockholm, from which people are told of what the day brings."""
DAY, ANCHOR = "dagens_aviseringar", "dagens_ankare"
console = Console(highlight=False)
as_json = click.option("--json", "machine", is_flag=True, help="Skriv JSON.")
by_whom = click.option("--by", default=getpass.getuser, help="Vem du är; annars kontots namn.")


@click.command()
@click.option("--once", is_flag=True, help="Kör en gång och sluta.")
@click.option("--every", default=1.0, help="Sekunder mellan varven.", show_default=True)
def worker(once: bool, every: float) -> None:
    """Utlös tider, leverera meddelanden, publicera och flytta ärenden; räkna om natten."""
    engine, told = build(channel="arbetare"), ""
    prepare(engine.settings, engine.warm)
    while True:
        with one_round(engine.clock.now, last=once) as done:
            fired = done("timers", engine.timers.fire_due())
            engine.messages.deliver_all()
            engine.publishing.publish_due()
            engine.moves.work()
            engine.analysis.reruns.work()
            _rehearse(engine)
            _nightly(engine)
            told = _daily(engine, told)
            done("mails", engine.mailing.send_due())
            engine.exchange.work(None if once else every)
        if once:
            console.print(f"{fired} tider utlösta.")
            return
        time.sleep(every)


@click.command()
@click.argument("numbers", nargs=-1, metavar="[ÄRENDE]...")
@as_json
def rebuild(numbers: tuple[str, ...], machine: bool) -> None:
    """Bygg om ärenden ur loggen och jämför; laga det som är trasigt. Utan ÄRENDE: alla."""
    engine = build()
    known = {str(row["number"]): str(row["id"]) for row in engine.overview()}
    if missing := [number for number in numbers if number not in known]:
        raise NotFound(f"inget ärende heter {', '.join(missing)}")
    chosen = {number: known[number] for number in numbers or known}
    turns = track(chosen.items(), "Ärenden", console=console, disable=machine)
    found = [(number, engine.upkeep.rebuild(case_id)) for number, case_id in turns]
    _tell_rebuilt(found, machine)
    if any(each.deviations for _, each in found):
        raise click.exceptions.Exit(1)


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def incidents(context: click.Context, machine: bool) -> None:
    """Visa och ta hand om det som inte gick: försök igen, hoppa över, lämna över."""
    if context.invoked_subcommand is None:
        _list_incidents(build(), machine)


@incidents.command()
@click.argument("incident")
@by_whom
def retry(incident: str, by: str) -> None:
    """Försök igen."""
    build().incidents.retry(by, incident)
    console.print("Det gick.")


@incidents.command()
@click.argument("incident")
@click.option("--reason", required=True, help="Skälet.")
@by_whom
def skip(incident: str, reason: str, by: str) -> None:
    """Föreslå att den hoppas över; en annan person godkänner med `approve`."""
    build().incidents.ask_skip(by, incident, reason)
    console.print(f"Föreslaget. En annan person godkänner: skydd incidents approve {incident}")


@incidents.command()
@click.argument("incident")
@by_whom
def approve(incident: str, by: str) -> None:
    """Godkänn att den hoppas över."""
    build().incidents.approve_skip(by, incident)
    console.print("Överhoppad.")


@incidents.command("hand-over")
@click.argument("incident")
@click.option("--to", required=True, help="Vem som tar över.")
@click.option("--reason", required=True, help="Skälet.")
@by_whom
def hand_over(incident: str, to: str, reason: str, by: str) -> None:
    """Lämna över den till någon annan."""
    build().incidents.hand_over(by, incident, to, reason)
    console.print(f"Överlämnad till {to}.")


@click.group(invoke_without_command=True)
@as_json
@click.pass_context
def messages(context: click.Context, machine: bool) -> None:
    """Visa meddelanden som inte kunde levereras, och skicka dem igen."""
    if context.invoked_subcommand is None:
        _list_letters(build(), machine)


@messages.command()
@click.argument("message")
@by_whom
def resend(message: str, by: str) -> None:
    """Skicka ett meddelande igen."""
    build().messages.resend(by, message)
    console.print("Skickat igen.")


@click.command()
def count() -> None:
    """Räkna statistiken och analysen nu, i stället för i natt."""
    engine = build()
    console.print(f"{engine.counting.count_now()} ärenden räknade.")
    engine.analysis.counting.count_now()


@click.group("mail", invoke_without_command=True)
@as_json
@click.pass_context
def mail(context: click.Context, machine: bool) -> None:
    """Visa e-post som inte kunde skickas, och skicka den igen. Adresser visas aldrig."""
    if context.invoked_subcommand is None:
        rows = build().outbox.dead()
        keys, heads = ("id", "at", "person", "cause"), ("Id", "När", "Vem", "Orsak")
        _show(rows, keys, heads, machine)


@mail.command("resend")
@click.argument("mail_id", metavar="ID")
def resend_mail(mail_id: str) -> None:
    """Skicka ett e-brev igen; en worker gör det strax."""
    engine = build()
    engine.outbox.revive(mail_id, engine.clock.now())
    console.print("Skickas igen.")


COMMANDS = (worker, rebuild, incidents, messages, count, mail)


def _rehearse(engine: Engine) -> None:
    """Let the scenarios run on a draft for which somebody has asked; timers do not wait for it."""
    if able() and (begun := engine.rehearsals.take()) and begun.draft_id:
        beside(("rehearse", begun.draft_id, "--as", begun.version))


def _nightly(engine: Engine) -> None:
    now = engine.clock.now().astimezone(ZONE)
    if now.hour in NIGHT:
        engine.upkeep.nightly(now.date().isoformat())
        engine.counting.nightly(now.date().isoformat())
        engine.analysis.counting.nightly(now.date().isoformat())
        if engine.store.take_chore(ANCHOR, now.date().isoformat(), now):
            _audit(engine, now)


def _audit(engine: Engine, now: datetime) -> None:
    """Check the log before it is signed, so that nothing is signed unseen."""
    try:
        engine.audit.require_whole("arbetare")
    except Tampered as error:
        engine.store.report(failed(error, "log", "verify", now))
    engine.audit.anchor("arbetare")


def _daily(engine: Engine, told: str) -> str:
    """Tell people in the morning of what the day brings, once a day; return the day it was done."""
    now = engine.clock.now().astimezone(ZONE)
    day = now.date().isoformat()
    if now.hour < MORNING or day == told:
        return told
    if engine.store.take_chore(DAY, day, now):
        engine.notices.tell_of_the_day()
    return day


def _tell_rebuilt(found: Sequence[tuple[str, Rebuilt]], machine: bool) -> None:
    if machine:
        rows = [{"number": number, **vars(each)} for number, each in found]
        click.echo(json.dumps({"cases": rows}, ensure_ascii=False, indent=2))
        return
    for number, each in found:
        for process in each.healed:
            console.print(f"{number}: {process} var trasig och är lagad ur loggen.")
        for deviation in each.deviations:
            console.print(f"{number}: avviker från loggen, {deviation}.")
    console.print(f"{len(found)} ärenden jämförda.")


def _list_incidents(engine: Engine, machine: bool) -> None:
    numbers = {str(row["id"]): row["number"] for row in engine.overview()}
    rows = [vars(each) | {"case": numbers.get(each.case_id or "")}
            for each in engine.incidents.unsettled()]  # fmt: skip
    columns = ("id", "at", "case", "command", "element", "actor", "cause", "state")
    _show(rows, columns, ("Id", "När", "Ärende", "Steg", "Var", "Vem", "Orsak", "Läge"), machine)


def _list_letters(engine: Engine, machine: bool) -> None:
    numbers = {str(row["id"]): row["number"] for row in engine.overview()}
    rows = [
        {"id": letter.message.id, "name": letter.message.name, "reason": letter.reason,
         "case": numbers.get(letter.message.case_id)}
        for letter in engine.store.dead_letters()
    ]  # fmt: skip
    _show(rows, ("id", "case", "name", "reason"), ("Id", "Ärende", "Meddelande", "Orsak"), machine)


def _show(
    rows: Sequence[dict[str, Any]], keys: Sequence[str], heads: Sequence[str], machine: bool
) -> None:
    if machine:
        click.echo(json.dumps(rows, default=str, ensure_ascii=False, indent=2))
        return
    table = Table(*heads)
    for row in rows:
        table.add_row(*(str(row[key] or "") for key in keys))
    console.print(table if rows else "Ingenting väntar.")
