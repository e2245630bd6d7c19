"""Completing through the web server (session, CSRF token, redirect) against the call in process."""

from __future__ import annotations

from collections.abc import Iterator

from bench import papers
from bench.figures import Figure, medians, ratio
from bench.office import Office, timed
from bench.run import KINDS, Run
from bench.servers import Server, Session, answer, require_redirect, serving, sign_in
from bench.shapes import AGENCIES, case30
from engine.model import Case

BAR = 2.5


def figures(run: Run) -> Iterator[Figure]:
    """Yield the ratio on each kind of database, with one web process."""
    for kind in KINDS:
        office = Office(run.url(kind), case30())
        with serving(office, 1) as server:
            sessions = {a: sign_in(server, office.actors[a].id) for a in AGENCIES}
            inside: list[float] = []
            outside: list[float] = []
            for _ in range(run.repetitions):
                here, there = office.open_case(), office.open_case()
                for number in range(1, office.workload.length):
                    inside.append(office.complete(here, number))
                    outside.append(complete(office, server, sessions, there, number))
        office.close()
        yield Figure(f"complete_over_http_to_in_process_{kind}", ratio(outside, inside), BAR,
                     medians(http=outside, call=inside))  # fmt: skip


def complete(
    office: Office, server: Server, sessions: dict[str, Session], case: Case, number: int
) -> float:
    """Complete the next task of a case by posting its form; return the milliseconds."""
    task = office.next_task(case)
    if task is None:
        raise LookupError(f"task {number} of case {case.number} is not there")
    posted = papers.typed(office.workload, task.element, number)
    request = answer(sessions[task.agency], task.id, posted)
    return timed(lambda: require_redirect(server.ask(request)))
