"""Completed tasks a second on PostgreSQL: four web processes against one, many clients at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from bench import papers
from bench.figures import Figure
from bench.office import Office
from bench.run import Run
from bench.servers import Server, Session, answer, require_redirect, serving, sign_in
from bench.shapes import AGENCIES, loop
from engine.model import Case

CLIENTS = 8
CASES = 160
BAR = 1.7


def figures(run: Run) -> Iterator[Figure]:
    """Yield the ratio of completed tasks a second."""
    office = Office(run.databases.postgresql(), loop(300))
    cases = [office.open_case() for _ in range(CASES)]
    one: list[float] = []
    four: list[float] = []
    with serving(office, 1) as single, serving(office, 4) as many:
        sessions = {a: sign_in(single, office.actors[a].id) for a in AGENCIES}
        _round(office, single, sessions, cases)  # both have met the processes once
        _round(office, many, sessions, cases)
        for _ in range(run.repetitions):
            one.append(_round(office, single, sessions, cases))
            four.append(_round(office, many, sessions, cases))
    office.close()
    note = f"{median(four):.0f} against {median(one):.0f} tasks a second"
    yield Figure("throughput_4_processes_to_1", median(four) / median(one), BAR, note, True)


def _round(
    office: Office, server: Server, sessions: dict[str, Session], cases: list[Case]
) -> float:
    """Complete the next task of every case, several at once; return how many a second."""
    requests = [_request(office, sessions, case) for case in cases]

    def send(request: bytes) -> None:
        require_redirect(server.ask(request))

    with ThreadPoolExecutor(CLIENTS) as clients:
        start = time.perf_counter()
        list(clients.map(send, requests))
        return len(requests) / (time.perf_counter() - start)


def _request(office: Office, sessions: dict[str, Session], case: Case) -> bytes:
    task = office.next_task(case)
    if task is None:
        raise LookupError(f"case {case.number} has no open task")
    posted = papers.typed(office.workload, task.element, 1)
    return answer(sessions[task.agency], task.id, posted)
