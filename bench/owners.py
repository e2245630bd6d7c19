"""What a process owner waits for: the check, the preview of running cases, and the modeller."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from statistics import median

from bench import papers
from bench.figures import Figure
from bench.office import KEY, NOT_DRAWN, PASSWORD, timed
from bench.replaying import browser
from bench.run import Run
from bench.servers import HOST, Server, serving_at
from bench.shapes import lanes
from engine import passwords
from engine.access import PROCESS_OFFICE, PROCESS_OWNER
from engine.bootstrap import Engine, build
from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder, read_process_set
from engine.bpmn.diagram import read_diagram
from engine.config import Settings
from engine.db.migrations import migrate
from engine.demo import add_people
from engine.model import Actor
from engine.modelling.table.edits import NewStep, add_step
from tests.steps.desk import Desk

CHECK_S, CASE_MS, MODELLER_S = 3, 30, 2
CASES, DEEPEST = 200, 12
"""How many cases run, and how many of a case's tasks are done at most."""
CHANGED, DRAWN = "samlad_bedomning.bpmn", "betanketid.bpmn"
OWNER = Actor("agare.1", "Pia Ros", PROCESS_OFFICE, frozenset({PROCESS_OWNER}))
USABLE = (".djs-palette .entry", ".djs-shape", ".bio-properties-panel-header")


def figures(run: Run) -> Iterator[Figure]:
    """Yield seconds of the check, milliseconds a case of the preview, seconds to the modeller."""
    url, shipped = run.databases.sqlite(), read_folder(Settings().processes)
    yield _check("check_all_shipped_s", shipped)
    yield _check("check_118_nodes_in_7_lanes_s", papers.files(lanes()))
    engine = build(Settings(database_url=url, secret_key=KEY, second_factor="optional", demo=True))
    _prepare(engine)
    yield _preview(engine, shipped)
    draft = engine.drafts.open_draft(OWNER, "Mätning")
    with serving_at(url, 1) as server:
        spent = _opened(server, f"/utkast/{draft.id}/rita/{DRAWN}", run.repetitions)
    engine.database.dispose()
    yield Figure("modeller_usable_s", median(spent), MODELLER_S, f"the slowest {max(spent):.2f} s")


def _check(name: str, files: Mapping[str, str]) -> Figure:
    began = time.perf_counter()
    found = [each for each in findings(files) if each.rule != NOT_DRAWN]
    spent = time.perf_counter() - began
    if found:
        raise ValueError(found)
    diagrams = sum(name.endswith(".bpmn") for name in files)
    return Figure(name, spent, CHECK_S, f"{diagrams} diagrams, forms and registers among them")


def _prepare(engine: Engine) -> None:
    migrate(engine.database)
    engine.publish("bench")
    add_people(engine)
    engine.people.add([OWNER], passwords.hashed(PASSWORD))
    for number in range(CASES):
        desk = Desk(engine)
        desk.case_id = engine.casework.open_case(desk.person("Socialtjänsten")).id
        for _ in range(number % DEEPEST):
            desk.complete(desk.tasks()[0])


def _preview(engine: Engine, shipped: Mapping[str, str]) -> Figure:
    """Return how long a running case takes to be tried on a set with a new step on its way."""
    target = read_process_set({**shipped, CHANGED: _with_a_step(shipped[CHANGED])})
    cases = engine.trying.running(target)
    spent = [timed(lambda case=case: engine.trying.one(target, case)) for case in cases]  # type: ignore[misc]
    told = f"{len(cases)} cases in {sum(spent) / 1000:.1f} s, the slowest {max(spent):.0f} ms"
    return Figure("preview_ms_a_case", sum(spent) / len(spent), CASE_MS, told)


def _with_a_step(text: str) -> str:
    diagram = read_diagram(CHANGED, text.encode())
    (start,) = diagram.of_kind("startEvent")
    step = NewStep("userTask", "Ring socialjouren", "socialtjansten", "Socialtjänsten",
                   {"form": "f01_samlad_bedomning"})  # fmt: skip
    return add_step(CHANGED, text, diagram.outgoing(start.id)[0].id, step)[0]


def _opened(server: Server, place: str, times: int) -> list[float]:
    """Return the seconds until the drawing, the tools and the panel are there, each time anew."""
    base, spent = f"http://{HOST}:{server.port}", list[float]()
    with browser() as page:
        page.goto(f"{base}/logga-in")
        page.get_by_label("Användarnamn").fill(OWNER.id)
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("button", name="Logga in", exact=True).click()
        page.wait_for_load_state()
        for _ in range(times + 1):
            began = time.perf_counter()
            page.goto(base + place)
            for each in USABLE:
                page.locator(each).first.wait_for()
            spent.append(time.perf_counter() - began)
    return spent[1:]
