"""Whether a web process grows: its memory after 10,000 completed tasks against after 500."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure
from bench.office import Office
from bench.over_http import complete
from bench.run import Run
from bench.servers import serving, sign_in
from bench.shapes import AGENCIES, loop

EARLY, LATE = 500, 10_000
BAR = 1.05


def figures(run: Run) -> Iterator[Figure]:
    """Yield the ratio, for the one web process that all were posted to."""
    office = Office(run.databases.sqlite(), loop(300))
    length, seen = office.workload.length, {}
    with serving(office, 1) as server:
        sessions = {a: sign_in(server, office.actors[a].id) for a in AGENCIES}
        for total in range(1, LATE + 1):
            if total % length == 1:
                case = office.open_case()
            complete(office, server, sessions, case, total)
            if total in {EARLY, LATE}:
                seen[total] = server.resident_kb()
    office.close()
    note = f"{seen[EARLY] / 1024:.1f} MB, then {seen[LATE] / 1024:.1f} MB"
    yield Figure("web_process_memory_growth", seen[LATE] / seen[EARLY], BAR, note)
