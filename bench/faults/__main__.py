"""The command: `python -m bench.faults`. Exit 1 when anything was lost, doubled or broken."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.databases import Databases
from bench.faults.parts import COUNTS, PARTS
from bench.faults.trial import Outcome
from bench.run import Run

RESULTS = Path(__file__).parents[1] / "faults.json"
SHOWN = 20


@click.command()
@click.option("--only", multiple=True, type=click.Choice(list(PARTS)), help="Only these faults.")
@click.option("--count", type=int, help="How many of each; else as many as are promised.")
@click.option("--seed", default=1, show_default=True)
def main(only: tuple[str, ...], count: int | None, seed: int) -> None:
    """Break an installation under load in every way, and see that nothing came of it."""
    console, databases = Console(), Databases()
    outcomes: list[Outcome] = []
    try:
        run = Run(databases)
        for name in only or PARTS:
            for outcome in PARTS[name](run, seed, count or COUNTS[name]):
                _tell(console, outcome)
                outcomes.append(outcome)
    finally:
        databases.close()
    _write(outcomes, seed)
    sys.exit(1 if any(each.violations for each in outcomes) else 0)


def _write(outcomes: list[Outcome], seed: int) -> None:
    """Keep what each part came to; parts that were not run keep what they had."""
    kept = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    kept |= {each.name: vars(each) | {"seed": seed} for each in outcomes}
    RESULTS.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")


def _tell(console: Console, outcome: Outcome) -> None:
    table = Table("", outcome.name)
    for name, number in {**outcome.faults, **outcome.counts}.items():
        table.add_row(name, str(number))
    table.add_row("answers", ", ".join(f"{k}: {n}" for k, n in sorted(outcome.answers.items())))
    table.add_row("seconds", f"{outcome.seconds:.0f}")
    table.add_row("violations", str(len(outcome.violations)))
    console.print(table)
    for each in outcome.violations[:SHOWN]:
        console.print(f"  [red]{each}[/red]", soft_wrap=True)


if __name__ == "__main__":
    main()
