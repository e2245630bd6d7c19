"""The command: `python -m bench.users`. Exit 1 when an answer failed, came late, or memory grew."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import quantiles

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.databases import Databases
from bench.faults.place import Place
from bench.faults.programs import WEB, WORKER, Programs, free_port, gunicorn
from bench.figures import Figure, table
from bench.run import Run
from bench.servers import Server, wait_for
from bench.users.browser import Waited
from bench.users.day import work
from bench.users.office import Office

RESULTS = Path(__file__).parents[1] / "users.json"
P95_MS, GROWTH = 300, 1.05
EARLY = 2
"""The minute whose memory the last one's is held against."""


@click.command()
@click.option("--users", default=200, show_default=True)
@click.option("--minutes", default=10.0, show_default=True)
@click.option("--cases", default=400, show_default=True)
@click.option("--processes", default=2, show_default=True, help="Web processes.")
@click.option("--kind", default="postgresql", type=click.Choice(["postgresql", "sqlite"]))
def main(users: int, minutes: float, cases: int, processes: int, kind: str) -> None:
    """Let many people work at once, and tell how long they wait."""
    console, databases = Console(), Databases()
    folder = Path(tempfile.mkdtemp(prefix="skydd-users-"))
    place = Place(Run(databases).url(kind), folder)
    office = Office(place, place.engine(), users)
    programs, port = Programs(place.environment, folder), free_port()
    programs.add(WEB, *gunicorn(port, processes))
    programs.add(WORKER, "engine", "worker")
    try:
        for _ in track(office.prepare(cases), "cases", total=cases, console=console):
            pass
        programs.start()
        wait_for(Server(port, None))  # type: ignore[arg-type]
        memory = _Memory(programs, minutes)
        waited = asyncio.run(work(office, port, minutes))
        figures = _told(console, waited, memory.taken)
    finally:
        programs.stop()
        office.engine.database.dispose()
        databases.close()
    if (users, minutes) == (200, 10.0):
        _write(figures, waited)
    sys.exit(0 if all(figure.ok for figure in figures) else 1)


class _Memory:
    """Looks at the memory of the programs every half minute."""

    def __init__(self, programs: Programs, minutes: float) -> None:
        self.taken: list[tuple[float, dict[str, int]]] = []
        self._programs, self._began = programs, time.monotonic()
        self._until = self._began + minutes * 60
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while (now := time.monotonic()) < self._until:
            self.taken.append(((now - self._began) / 60, self._programs.resident_kb()))
            time.sleep(min(30, max(0.1, self._until - now)))


def _told(
    console: Console, waited: Waited, memory: list[tuple[float, dict[str, int]]]
) -> list[Figure]:
    shown = Table("Request", "Count", "Median ms", "p95 ms", "Longest ms")
    everything = [ms for times in waited.times.values() for _, ms in times]
    for what, times in {**waited.times, "all": [(0.0, ms) for ms in everything]}.items():
        each = [ms for _, ms in times]
        shown.add_row(what, str(len(each)), f"{percentile(each, 50):.0f}",
                      f"{percentile(each, 95):.0f}", f"{max(each):.0f}")  # fmt: skip
    console.print(shown)
    for error in waited.errors[:20]:
        console.print(f"  [red]{error}[/red]")
    console.print(f"a colleague was first: {waited.clashes}; refused answers: {waited.refused}")
    figures = [Figure("users_errors", len(waited.errors), 0, f"of {len(everything)} requests"),
               Figure("users_p95_ms", percentile(everything, 95), P95_MS),
               *grown(memory)]  # fmt: skip
    console.print(table(figures))
    return figures


def grown(memory: list[tuple[float, dict[str, int]]]) -> list[Figure]:
    """Return how each process has grown since the early minute."""
    early = next((kb for minute, kb in memory if minute >= EARLY), memory[0][1])
    last = memory[-1][1]
    return [Figure(f"memory of {name.rpartition(' ')[0]}", last[name] / early[name], GROWTH,
                   f"{early[name] / 1024:.1f} MB, then {last[name] / 1024:.1f} MB")
            for name in early if early[name] and last.get(name)]  # fmt: skip


def percentile(values: list[float], percent: int) -> float:
    """Return the value that so many of a hundred stay within."""
    return quantiles(values, n=100)[percent - 1] if len(values) > 1 else values[0]


def _write(figures: list[Figure], waited: Waited) -> None:
    rows = {f.name: {"value": round(f.value, 3), "bar": f.bar, "note": f.note} for f in figures}
    each = {
        what: {"count": len(times), "p50": round(percentile([ms for _, ms in times], 50)),
               "p95": round(percentile([ms for _, ms in times], 95))}
        for what, times in waited.times.items()
    }  # fmt: skip
    RESULTS.write_text(json.dumps({"figures": rows, "requests": each}, indent=2) + "\n")


if __name__ == "__main__":
    main()
