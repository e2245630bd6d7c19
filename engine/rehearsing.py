"""What process owners do at the command line with scenarios, before anything is published."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from engine.bootstrap import Engine, build
from engine.bpmn.check import findings
from engine.bpmn.definitions import read_process_set, version_of
from engine.modelling.rehearsals import Result
from engine.modelling.versions import Difference
from engine.owning import as_json, console, files_named
from engine.proof.mutants import Mutant, mutants
from engine.proof.mutating import CHECK, SCENARIO, SURVIVED, Score, Verdict, judged
from engine.proof.recording import Recording, read_recording
from engine.proof.skeletons.draft import missing_for
from engine.proof.tryout import tried_out

aside = Console(highlight=False, stderr=True)
UNSEEN = "Kör först skydd coverage: den ser var scenarierna går."
CHANGED = "Utkastet ändrades innan scenarierna hann köras."
workers = click.option("--workers", default=1, help="Hur många som kör samtidigt.")


@click.command()
@click.argument("named", metavar="UTKAST")
@click.option("--only", multiple=True, metavar="SCENARIO", help="Bara det här; `egenskap: namn`.")
@click.option("--as", "asked", hidden=True, default="", help="Innehållet som det är begärt för.")
@workers
@as_json
def rehearse(named: str, only: tuple[str, ...], asked: str, workers: int, machine: bool) -> None:
    """Kör scenarierna på ett utkast (id), en version eller en mapp innan det publiceras."""
    engine = build()
    files = files_named(engine, named)
    result = _result(files, only, asked, workers)
    if not only:
        _keep(engine, named, asked or version_of(files), result)
    _tell(result, machine)
    sys.exit(0 if result.holds else 1)


@click.command()
@click.argument("named", metavar="UTKAST")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), metavar="MAPP",
              help="Skriv en fil per process i MAPP.")  # fmt: skip
def skeletons(named: str, to: Path | None) -> None:
    """Skriv påbörjade scenarier för det som inget scenario prövar i ett utkast eller en mapp."""
    engine = build()
    files = files_named(engine, named)
    live = engine.publications.files(engine.publications.current() or "")
    difference = Difference.between(read_process_set(live), read_process_set(files))
    known = engine.rehearsals.of(None, version_of(files))
    found = missing_for(difference, known, engine.settings.recording)
    for process, text in found.items():
        if to:
            to.mkdir(parents=True, exist_ok=True)
            (to / f"{process}_saknas.feature").write_text(text, encoding="utf-8")
        else:
            click.echo(text)
    aside.print(f"{len(found)} processer har något som inget scenario prövar.")


@click.command()
@click.argument("named", metavar="[UTKAST]", required=False)
@click.option("--count", default=10, show_default=True, help="Hur många fel.")
@click.option("--seed", default=1, show_default=True, help="Samma frö ger samma fel.")
@click.option("--process", multiple=True, help="Bara fel i den här processen.")
@as_json
def mutate(
    named: str | None, count: int, seed: int, process: tuple[str, ...], machine: bool
) -> None:
    """Gör ett fel i taget, i ett villkor eller en bana, och se om något scenario märker det."""
    engine = build()
    recording = _recorded(engine)
    files = files_named(engine, named or str(engine.settings.processes))
    faults = mutants(read_process_set(files), seed, count, process)
    turns = track(faults, "Fel", count, console=aside, disable=machine)
    score = Score(list(_judged(turns, recording, machine)))
    if machine:
        rows = {"score": score.percent, "faults": [each.row() for each in score.verdicts]}
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    _tell_score(score)


COMMANDS = (rehearse, skeletons, mutate)


def _result(files: Mapping[str, str], only: tuple[str, ...], asked: str, workers: int) -> Result:
    if asked and version_of(files) != asked:
        return Result(0, broken=CHANGED)
    if found := findings(files):
        return Result(0, broken="\n".join(str(each) for each in found))
    aside.print("Kör scenarierna; det tar någon minut.")
    return tried_out(files, only, workers=workers)


def _keep(engine: Engine, named: str, version: str, result: Result) -> None:
    with engine.drafts.shelf.reading() as book:
        draft = next((each for each in book.all() if each.id == named), None)
    engine.rehearsals.keep(version, result, draft.id if draft else None, "skydd rehearse")


def _recorded(engine: Engine) -> Recording:
    try:
        return read_recording(engine.settings.recording)
    except (OSError, ValueError) as error:
        raise click.ClickException(UNSEEN) from error


def _judged(faults: Iterable[Mutant], recording: Recording, machine: bool) -> Iterator[Verdict]:
    """Yield each verdict, told as it comes: a run that is cut off has said what it knew."""
    for fault in faults:
        verdict = judged(fault, recording)
        if not machine:
            console.print(str(verdict), markup=False, soft_wrap=True)
        yield verdict


def _tell_score(score: Score) -> None:
    told = f"{score.count(CHECK)} av {len(score.verdicts)} fel stoppas av kontrollen."
    if score.percent is not None:
        seen, left = score.count(SCENARIO), score.count(SURVIVED)
        told += f" Av de andra {seen + left} märks {seen} ({score.percent} %) av ett scenario."
    console.print(told, soft_wrap=True)


def _tell(result: Result, machine: bool) -> None:
    if machine:
        told = result.row() | {"holds": result.holds}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    if result.broken:
        console.print(f"Scenarierna kunde inte köras.\n{result.broken}", markup=False)
        return
    for each in result.failures:
        console.print(str(each), markup=False, soft_wrap=True)
    console.print(f"{result.passed} av {result.total} scenarier går igenom.")
    if left := sum(map(len, result.untried.values())):
        console.print(f"{left} flöden och frister går inget scenario igenom.")
