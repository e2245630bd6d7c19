"""The command: `python -m bench.fuzz`. Exit 1 when anything broke, hung or grew."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click
from rich.console import Console

from bench.databases import Databases
from bench.fuzz import api, bodies, diagrams, forms
from bench.fuzz.tally import Tally
from bench.run import Run

PARTS = {"diagrams": diagrams, "forms": forms, "bodies": bodies, "api": api}
SHARES = {"diagrams": 0.62, "forms": 0.12, "bodies": 0.22, "api": 0.04}
"""A diagram is checked in some milliseconds, a page of the API takes ten times as long."""
RESULTS = Path(__file__).parents[1] / "fuzz.json"


@click.command()
@click.option("--inputs", default=100_000, show_default=True, help="How many in all.")
@click.option("--only", multiple=True, type=click.Choice(list(PARTS)), help="Only these parts.")
@click.option("--seed", default=1, show_default=True)
def main(inputs: int, only: tuple[str, ...], seed: int) -> None:
    """Send anything to everything that takes something."""
    console, databases = Console(), Databases()
    tallies: list[Tally] = []
    try:
        for name in only or PARTS:
            tally = Tally(name, int(inputs * SHARES[name]))
            PARTS[name].fuzz(Run(databases), tally, seed)
            _tell(console, tally)
            tallies.append(tally)
    finally:
        databases.close()
    _write(tallies, seed)
    sys.exit(1 if any(tally.problems for tally in tallies) else 0)


def _tell(console: Console, tally: Tally) -> None:
    told = ", ".join(f"{name}: {count}" for name, count in tally.outcomes.most_common())
    console.print(
        f"[bold]{tally.name}[/bold] {tally.count} inputs in "
        f"{time.monotonic() - tally.began:.0f} s, the slowest {tally.slowest:.2f} s, memory "
        f"{tally.early_kb / 1024:.0f} then {tally.last_kb / 1024:.0f} MB; {told}"
    )
    for each in tally.problems:
        console.print(f"  {each}", style="red", markup=False, soft_wrap=True)


def _write(tallies: list[Tally], seed: int) -> None:
    """Keep what each part came to; parts that were not run keep what they had."""
    kept = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    for tally in tallies:
        kept[tally.name] = {
            "seed": seed, "inputs": tally.count, "outcomes": dict(tally.outcomes),
            "slowest_s": round(tally.slowest, 2), "problems": len(tally.problems),
            "memory_mb": [tally.early_kb // 1024, tally.last_kb // 1024],
        }  # fmt: skip
    RESULTS.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
