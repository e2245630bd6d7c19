"""What keeps it all from being lost or read: `skydd backup`, `skydd restore`, `skydd rekey`."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

import click
from rich.console import Console

from engine.bootstrap import Engine, build
from engine.db.copies.copying import Copies
from engine.db.keys import SqlKeys
from engine.db.vaults import master_of
from engine.deadlines import ZONE
from engine.operating.safety import SHORTEST
from engine.reasons import reason_problem

PATTERN = "skydd-*.tar"
console = Console(highlight=False)
by_whom = click.option("--by", default=getpass.getuser, help="Vem du är; annars kontots namn.")
a_file = click.Path(dir_okay=False, path_type=Path)
keys = click.option("--keys", type=a_file, metavar="FIL", help="Nycklarnas kopia, en egen fil.")
no_keys = click.option("--without-keys", is_flag=True, help="Lämna nycklarna utanför.")


@click.command()
@click.argument("target", metavar="FIL | MAPP", type=click.Path(path_type=Path))
@keys
@no_keys
@click.option("--keep", type=click.IntRange(1), help="Så många kopior behålls i mappen.")
@by_whom
def backup(target: Path, keys: Path | None, without_keys: bool, keep: int | None, by: str) -> None:
    """Kopiera allt medan folk arbetar: databas, ankare och, i en egen fil, nycklarna.

    I en MAPP får kopian namn efter tiden. Nycklarnas FIL skrivs över varje gång, så att ingen
    förstörd nyckel blir kvar.
    """
    _choose(keys, without_keys)
    engine = build()
    now = engine.clock.now()
    named = f"skydd-{now.astimezone(ZONE):%Y%m%d-%H%M%S}.tar"
    file = target / named if target.is_dir() else target
    made = copies(engine).back_up(file, keys, now)
    engine.trail.note("backed_up", by, anchor=made.anchor, keys=keys is not None)
    console.print(f"{sum(made.rows.values())} rader finns i {file}.", soft_wrap=True)
    for old in _old(target, keep):
        old.unlink()
        console.print(f"{old.name} är borttagen.")


@click.command()
@click.argument("source", metavar="FIL", type=click.Path(exists=True, path_type=Path))
@keys
@no_keys
@click.option("--key", "trusted", multiple=True, help="En publik nyckel som gällde förr.")
@by_whom
def restore(
    source: Path, keys: Path | None, without_keys: bool, trusted: tuple[str, ...], by: str
) -> None:
    """Lägg in en kopia där ingenting finns, och pröva loggen; fel i den ger slutkod 1."""
    _choose(keys, without_keys)
    engine = build()
    done = copies(engine).restore(source, keys, trusted)
    engine.trail.note("restored", by, copied=done.manifest.at, destroyed=done.destroyed)
    console.print(f"Kopian från {done.manifest.at} är inlagd, med {done.keys} nycklar.")
    if done.destroyed:
        console.print(f"{done.destroyed} nycklar hade förstörts sedan dess och är det igen.")
    _verify(engine, by, trusted)


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reason", required=True, help="Varför; det står i loggen.")
@by_whom
def rekey(file: Path, reason: str, by: str) -> None:
    """Byt huvudnyckel mot den som står i FIL: varje nyckel slås in på nytt.

    Webb och workers ska vara stoppade, och startas sedan med den nya.
    """
    secret = file.read_text(encoding="utf-8").strip()
    if len(secret) < SHORTEST:
        raise click.UsageError(f"den nya huvudnyckeln har färre än {SHORTEST} tecken")
    if problem := reason_problem(reason, "skälet saknas"):
        raise click.UsageError(problem)
    engine = build()
    number = key_store(engine).rewrap(master_of(secret))
    engine.trail.note("master_key_changed", by, keys=number, reason=reason)
    console.print(f"{number} nycklar är inslagna på nytt. Byt SKYDD_MASTER_KEY innan du startar.")


COMMANDS = (backup, restore, rekey)


def copies(engine: Engine) -> Copies:
    """Return the copies of an installation."""
    return Copies(engine.settings, engine.database, key_store(engine), engine.audit.signer)


def key_store(engine: Engine) -> SqlKeys:
    """Return where the keys of an installation are."""
    store = engine.store.vault.keys
    if not isinstance(store, SqlKeys):
        raise TypeError("keys that are in no database are kept by whatever holds them")
    return store


def _choose(keys: Path | None, without_keys: bool) -> None:
    if (keys is None) != without_keys:
        raise click.UsageError("ange antingen --keys FIL eller --without-keys")


def _old(folder: Path, keep: int | None) -> list[Path]:
    """Return the copies that are more than are to be kept, the oldest first."""
    found = sorted(folder.glob(PATTERN)) if keep and folder.is_dir() else []
    return found[: -keep or None] if keep else []


def _verify(engine: Engine, by: str, trusted: tuple[str, ...]) -> None:
    verdict = engine.audit.verify(by, None, trusted)
    for stream, place, what, why in verdict.findings:
        console.print(f"{stream}, post {place}: {what} ({why})", markup=False, soft_wrap=True)
    right = "Loggen stämmer." if not verdict.findings else f"{len(verdict.findings)} fel."
    console.print(f"{verdict.entries} poster prövade. {right}")
    sys.exit(1 if verdict.findings else 0)
