"""One measured figure, its bar, and how figures are shown and kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.table import Table


@dataclass(frozen=True)
class Figure:
    """What was measured against what was promised."""

    name: str
    value: float
    bar: float
    note: str = ""
    """What lies behind the value, for whoever reads the terminal."""
    at_least: bool = False
    """Whether more is better; most figures are costs."""

    @property
    def ok(self) -> bool:
        """Say whether the bar is met."""
        return self.value >= self.bar if self.at_least else self.value <= self.bar


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the ratio of the medians."""
    return median(ours) / median(theirs)


def medians(**samples: Sequence[float]) -> str:
    """Write the medians, in milliseconds, as a note."""
    return ", ".join(f"{name} {median(each):.2f} ms" for name, each in samples.items())


def write(figures: Iterable[Figure], file: Path) -> None:
    """Keep the figures as JSON: `{figure: {value, bar, ok}}`."""
    rows = {f.name: {"value": round(f.value, 4), "bar": f.bar, "ok": f.ok} for f in figures}
    file.write_text(json.dumps(rows, indent=2) + "\n")


def table(figures: Iterable[Figure]) -> Table:
    """Return the figures as a table for the terminal."""
    shown = Table("Figure", "Measured", "Bar", "", "What lies behind it")
    for figure in figures:
        sign = "≥" if figure.at_least else "≤"
        verdict = "[green]ok[/green]" if figure.ok else "[red]missed[/red]"
        shown.add_row(figure.name, f"{figure.value:.3g}", f"{sign} {figure.bar:g}", verdict,
                      figure.note)  # fmt: skip
    return shown
