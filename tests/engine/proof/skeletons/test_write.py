"""Every step that is written for a process owner is one that the features really know."""

import importlib
from pathlib import Path

import pytest
from pytest_bdd.parser import FeatureParser, Step
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.proof.skeletons.write import skeletons
from tests.engine.modelling.small import LIVE

STEPS = ("approval", "casework", "disclosure", "outcome", "time", "warnings")
UNTRIED = {"stod_och_skydd": ("g_b", "DL-10 hållen", "DL-10 utlöpt")}


@pytest.fixture(scope="module")
def published(processes_folder: Path) -> ProcessSet:
    return read_process_set(read_folder(processes_folder))


def known() -> list[StepFunctionContext]:
    for name in STEPS:
        importlib.import_module(f"tests.steps.{name}")
    return list(step_function_context_registry.values())


def is_known(step: Step, contexts: list[StepFunctionContext]) -> bool:
    return any(c.parser.is_matching(step.name) for c in contexts if c.type == step.type)


def test_all_that_is_written_of_the_published_processes_are_steps_of_the_features(
    published: ProcessSet, tmp_path: Path
) -> None:
    untried = {d.process: [f.id for f in d.flows] for d in published.diagrams.values()}
    contexts, scenarios = known(), 0
    seen: dict[tuple[str, str], bool] = {}
    assert len(contexts) > 40
    for process, text in skeletons(published, untried, list(published.diagrams)[:6]).items():
        (tmp_path / f"{process}.feature").write_text(text, encoding="utf-8")
        feature = FeatureParser(str(tmp_path), f"{process}.feature").parse()
        scenarios += len(feature.scenarios)
        for scenario in feature.scenarios.values():
            for step in scenario.steps:
                key = step.type, step.name
                seen[key] = seen.get(key) or is_known(step, contexts)
    assert [step for step, found in seen.items() if not found] == []
    assert scenarios > 500


def test_flows_limits_answers_and_whoever_may_not_get_a_scenario_each() -> None:
    text = skeletons(read_process_set(LIVE), UNTRIED, ["stod_och_skydd"])["stod_och_skydd"]

    titles = [line.strip() for line in text.splitlines() if line.strip().startswith("Scenario")]
    assert titles == [
        "Scenario: Från ”Vilket?” till ”B” (val == 'ja')",
        "Scenario: DL-10 hålls vid ”För sent”",
        "Scenario: DL-10 löper ut vid ”För sent”",
        "Scenariomall: ”Vilket?” till j, varje svar",
        "Scenario: Polismyndigheten kan inte göra ”A”",
        "Scenario: Socialtjänsten kan inte göra ”B”",
        "Scenario: Polismyndigheten kan inte göra ”N”",
    ]
    assert "      | nej    |\n      | kanske |" in text
    assert "Så står det i loggen att DL-10 har löpt ut" in text


def test_nothing_is_written_of_what_is_all_tried() -> None:
    assert skeletons(read_process_set(LIVE), {}) == {}
    assert skeletons(read_process_set(LIVE), {"annan": ["x"]}) == {}
