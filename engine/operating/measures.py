"""What is measured of how it runs, for Prometheus; no label tells of a case or a person.

With `PROMETHEUS_MULTIPROC_DIR` (prometheus-client's own name) all processes of a machine write into
one folder, and any of them answers for all. `skydd serve` makes such a folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 10)
"""Seconds; 0.3 is what is promised of 95 in 100."""
LONG = (0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 1800)

OWN = CollectorRegistry()
"""What this process has measured, where it has no folder to share."""
COMMANDS = Histogram("skydd_command_seconds", "A command, from BEGIN to COMMIT.", ["verb"],
                     registry=OWN, buckets=QUICK)  # fmt: skip
REQUESTS = Histogram("skydd_request_seconds", "A request, inside the web process.",
                     ["route", "method", "status"], registry=OWN, buckets=QUICK)  # fmt: skip
ROUNDS = Histogram("skydd_worker_round_seconds", "A worker's round through all it does.",
                   registry=OWN, buckets=LONG)  # fmt: skip
DONE = Counter("skydd_worker_done", "What workers have done.", ["what"], registry=OWN)
LAST = Gauge("skydd_worker_last_round", "When a worker last ended a round, in Unix time.",
             registry=OWN, multiprocess_mode="max")  # fmt: skip


@dataclass(frozen=True)
class Level:
    """What the database says stands at this moment, by the label's value; "" is no label."""

    name: str
    told: str
    label: str
    values: Mapping[str, float]


Levels = Callable[[], Iterable[Level]]


class Stopwatch:
    """Measures a command, from when it is made until it is stopped."""

    def __init__(self) -> None:
        self._begun = perf_counter()

    @property
    def seconds(self) -> float:
        """Return how long it has been going."""
        return perf_counter() - self._begun

    def stop(self, verb: str) -> None:
        """Keep how long the command took; nothing when nothing was told to be done."""
        if verb:
            COMMANDS.labels(verb).observe(self.seconds)


def exposition(levels: Levels) -> bytes:
    """Return everything in Prometheus' text format (0.0.4)."""
    registry = CollectorRegistry()
    if FOLDER in os.environ:
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_Own())
    registry.register(_Levels(levels))
    return generate_latest(registry)


def forget(process: int) -> None:
    """Forget what a process that has ended said of itself."""
    if FOLDER in os.environ:
        multiprocess.mark_process_dead(process)  # type: ignore[no-untyped-call]


class _Own(Collector):
    def collect(self) -> Iterator[object]:  # type: ignore[override]
        return iter(OWN.collect())


@dataclass(frozen=True)
class _Levels(Collector):
    levels: Levels

    def collect(self) -> Iterator[GaugeMetricFamily]:
        for level in self.levels():
            labels = [level.label] if level.label else []
            family = GaugeMetricFamily(level.name, level.told, labels=labels)
            for value, number in level.values.items():
                family.add_metric([value] if level.label else [], number)
            yield family
