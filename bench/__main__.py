"""The command: `python -m bench`. Exit 1 when a bar is missed."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import ModuleType

import click
from rich.console import Console
from rich.progress import Progress

from bench import (
    against_stock,
    bare,
    copies,
    disk,
    growth,
    many_cases,
    memory,
    over_http,
    owners,
    parallel_blocks,
    proving,
    replaying,
    soundness,
    state_size,
    throughput,
    waiting_timers,
)
from bench.databases import Databases
from bench.figures import Figure, table, write
from bench.run import Run

RESULTS = Path(__file__).parent / "results.json"
PARTS: dict[str, ModuleType] = {
    module.__name__.removeprefix("bench."): module
    for module in (against_stock, growth, state_size, bare, over_http, disk, parallel_blocks,
                   proving, replaying, throughput, waiting_timers, many_cases, copies, memory,
                   soundness, owners)
}  # fmt: skip


@click.command()
@click.option("--repetitions", default=5, show_default=True, help="Cases and rounds of each kind.")
@click.option("--only", multiple=True, type=click.Choice(list(PARTS)), help="Only these figures.")
def main(repetitions: int, only: tuple[str, ...]) -> None:
    """Measure everything that is promised, and compare it with its bar."""
    console, start = Console(), time.monotonic()
    figures = measure(console, repetitions, only or tuple(PARTS))
    if not only:
        write(figures, RESULTS)
    console.print(table(figures))
    console.print(f"{time.monotonic() - start:.0f} seconds, {repetitions} repetitions")
    sys.exit(0 if all(figure.ok for figure in figures) else 1)


def measure(console: Console, repetitions: int, only: tuple[str, ...]) -> list[Figure]:
    """Measure these parts, one after the other, on databases that are removed afterwards."""
    databases, figures = Databases(), list[Figure]()
    run = Run(databases, repetitions)
    try:
        with Progress(console=console) as progress:
            bar = progress.add_task("", total=len(only))
            for name in only:
                progress.update(bar, description=name)
                figures += PARTS[name].figures(run)
                progress.advance(bar)
    finally:
        databases.close()
    return figures


if __name__ == "__main__":
    main()
