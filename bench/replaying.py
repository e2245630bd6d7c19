"""A long case played back in a real browser, and executed anew from its log."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Page, sync_playwright

from bench import papers
from bench.figures import Figure
from bench.office import PASSWORD, Office, publish
from bench.run import Run
from bench.servers import HOST, serving
from bench.shapes import AGENCIES, loop
from engine.bpmn.drawing.layout import arrange
from engine.model import Case
from tests.ensure_browser import find_browser

TASKS, STEPS = 140, 60
FIRST_MS, STEP_MS, ENTRY_MS = 300, 16, 2
DRAWN = "[data-drawn]"
STEP = """(steps) => {
  const back = document.querySelector("[data-step='-1']"), taken = [];
  for (let n = 0; n < steps; n += 1) {
    const began = performance.now();
    back.click();
    document.body.getBoundingClientRect(); // what has changed is laid out
    taken.push(performance.now() - began);
  }
  return taken;
}"""


def figures(run: Run) -> Iterator[Figure]:
    """Yield the time to the first picture, of a step, and of an entry that is executed anew."""
    office = Office(run.databases.sqlite(), loop(TASKS))
    publish(office.engine, office.workload, drawn(office))
    case = office.open_case()
    office.advance(case, TASKS - 1)  # it still runs: there is a state to compare with
    entries = len(office.engine.casefile.log(case.id))
    spent = [_executed_anew(office, case) / entries for _ in range(run.repetitions)]
    first, steps = _played(office, case, run.repetitions)
    office.close()
    told = f"a case of {entries} entries"
    yield Figure("replay_first_picture_ms", median(first), FIRST_MS, told)
    yield Figure("replay_step_ms", median(steps), STEP_MS, f"the slowest {max(steps):.1f} ms")
    yield Figure("executed_anew_ms_an_entry", median(spent), ENTRY_MS, told)


def drawn(office: Office) -> dict[str, str]:
    """Return the workload's process set with its diagrams drawn."""
    files = papers.files(office.workload)
    return {name: arrange(text.encode()).decode() if name.endswith(".bpmn") else text
            for name, text in files.items()}  # fmt: skip


def _executed_anew(office: Office, case: Case) -> float:
    """Return how long it takes, in milliseconds."""
    began = time.perf_counter()
    rebuilt = office.engine.upkeep.rebuild(case.id)
    spent = (time.perf_counter() - began) * 1000
    if rebuilt.deviations:
        raise ValueError(rebuilt.deviations)
    return spent


def _played(office: Office, case: Case, times: int) -> tuple[list[float], list[float]]:
    first, steps = [], list[float]()
    with serving(office, 1) as server, browser() as page:
        page.goto(f"http://{HOST}:{server.port}/logga-in")
        page.get_by_label("Användarnamn").fill(office.actors[AGENCIES[0]].id)
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("button", name="Logga in", exact=True).click()
        page.wait_for_url("**/")
        for _ in range(times + 1):
            began = time.perf_counter()
            page.goto(f"http://{HOST}:{server.port}/arende/{case.id}/spela")
            page.locator(DRAWN).first.wait_for()
            first.append((time.perf_counter() - began) * 1000)
            steps += page.evaluate(STEP, STEPS)
    return first[1:], steps


@contextmanager
def browser() -> Iterator[Page]:
    """Give a page of the browser that the tests use."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield started.new_page()
        started.close()
