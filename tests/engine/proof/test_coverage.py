"""What was executed of a small diagram, and what was not."""

from dataclasses import replace

import pytest

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.proof.coverage import as_numbers, complete, measured
from engine.proof.recording import Recording, Scenario
from tests.engine.bpmn.samples import END, START, bpmn, extras, files, node, timer, user

TIMER = node("boundaryEvent", "t", timer("P7D"), attachedToRef="a").replace(
    "{flows}", extras({"frist": "DL-10"}) + "{flows}"
)
TEXT = bpmn("p", [START, user("a"), TIMER, END, node("endEvent", "late")],
            "start -> a\na -> end\nt -> late")  # fmt: skip
IN_TIME = Scenario("p", "I tid", ("p/start", "p/a", "p/end"), ("p/a",), ("p/start_a", "p/a_end"),
                   held=("p/DL-10",))  # fmt: skip
LATE = Scenario("p", "För sent", ("p/start", "p/t", "p/late"), ("p/a",), ("p/start_a", "p/t_late"),
                expired=("p/DL-10",))  # fmt: skip


@pytest.fixture
def processes() -> ProcessSet:
    return read_process_set(files(p=TEXT))


def recording(*scenarios: Scenario) -> Recording:
    return Recording("v", "f", scenarios)


def test_what_no_scenario_executes_is_missing(processes: ProcessSet) -> None:
    (found,) = measured(processes, recording(IN_TIME))

    assert found.flows.missing == ("t_late",)
    assert found.nodes.missing == ("t", "late")
    assert found.boundary_events.missing == ("t",)
    assert found.deadlines.missing == ("DL-10 utlöpt",)
    assert (found.lanes.executed, found.lanes.missing) == (("lane_soc",), ())
    assert found.missing() == ("t_late", "t", "late", "DL-10 utlöpt")


def test_scenarios_add_up(processes: ProcessSet) -> None:
    covered = measured(processes, recording(IN_TIME, LATE))

    assert covered[0].missing() == ()
    assert complete(covered)
    assert not complete(measured(processes, recording(LATE)))


def test_a_task_that_was_only_opened_is_not_executed(processes: ProcessSet) -> None:
    (found,) = measured(processes, recording(LATE))

    assert "a" in found.nodes.missing


def test_what_the_diagram_does_not_have_does_not_count(processes: ProcessSet) -> None:
    elsewhere = replace(IN_TIME, passed=("p/gone", "q/a"), flows=("q/t_late",), held=("q/DL-10",))
    (found,) = measured(processes, recording(elsewhere))

    assert (found.flows.executed, found.nodes.executed, found.lanes.executed) == ((), (), ())


def test_the_figures_for_machines_are_told_in_all_and_per_diagram(processes: ProcessSet) -> None:
    told = as_numbers(measured(processes, recording(IN_TIME)))
    figures = {
        "flows": {"executed": 2, "total": 3},
        "nodes": {"executed": 3, "total": 5},
        "lanes": {"executed": 1, "total": 1},
        "boundary_events": {"executed": 0, "total": 1},
        "deadlines": {"executed": 1, "total": 2},
    }

    missing = ["t_late", "t", "late", "DL-10 utlöpt"]
    assert told == {**figures, "diagrams": {"p": {**figures, "missing": missing}}}


def test_a_deadline_without_a_length_cannot_run_out() -> None:
    text = bpmn("p", [START, user("a", frist="DL-10"), END], "start -> a\na -> end")
    known = files(p=text)
    known["frister.toml"] = (
        known["frister.toml"]
        .replace('langd = "P7D"\n', "")
        .replace("flyttas = true", "flyttas = false")
    )
    (found,) = measured(read_process_set(known), recording())

    assert found.deadlines.missing == ("DL-10 hållen",)
