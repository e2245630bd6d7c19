"""Takes cases all the way, task by task, with the stock side's turn in between."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.databases import Databases
from bench.office import Office
from bench.shapes import Workload
from bench.stock import Stock

WINDOW = 5
"""Tasks before and at the one that is asked for: one alone would be a coin's toss."""


@dataclass
class Drive:
    """What was seen on the way of one workload's cases."""

    length: int
    ours: dict[int, list[float]] = field(default_factory=dict)
    """Milliseconds of each completion, by the number of the task in its case."""
    stock: list[float] = field(default_factory=list)
    """The stock side's, at the last tasks of the case."""
    largest_state: int = 0

    def at(self, number: int) -> list[float]:
        """Return our completions at a task and the few before it."""
        return [took for n in window(number) for took in self.ours[n]]


def window(number: int) -> range:
    """Return the numbers of a task and the few before it."""
    return range(number - WINDOW + 1, number + 1)


def drive(databases: Databases, workload: Workload, cases: int) -> Drive:
    """Take some cases all the way; at the last tasks the two sides take turns."""
    seen = Drive(workload.length)
    office, stock = Office(databases.sqlite(), workload), Stock(databases.file(), workload)
    last = window(workload.length)
    saved = stock.drive(last)
    for round_ in range(cases):
        case = office.open_case()
        for number in range(1, workload.length + 1):
            seen.ours.setdefault(number, []).append(office.complete(case, number))
            if number in last:
                seen.stock.append(stock.complete(saved[number], number))
            if round_ == 0:
                seen.largest_state = max(seen.largest_state, office.state_bytes(case))
    office.close()
    return seen
