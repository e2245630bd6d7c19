"""Writes down which scenarios hold: `--outcomes FILE`, a line of JSON for each that was run.

`--only-scenarios FILE` runs just those whose titles (`feature: scenario`) are in a JSON list.
Workers of pytest-xdist send what they saw along with their reports; the main process writes.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.scenario import scenario_wrapper_template_registry

TOLD = "skydd-scenario"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--outcomes", metavar="FILE", help="where to write which scenarios hold")
    parser.addoption("--only-scenarios", metavar="FILE", help="run just the scenarios it names")


def pytest_configure(config: pytest.Config) -> None:
    if file := config.getoption("--outcomes"):
        main = not hasattr(config, "workerinput")
        config.pluginmanager.register(Outcomes(Path(file) if main else None), "skydd-outcomes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    file = config.getoption("--only-scenarios")
    if not file:
        return
    wanted = set(json.loads(Path(file).read_text(encoding="utf-8")))
    kept = [item for item in items if title(item) in wanted]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def title(item: pytest.Item) -> str:
    """Return what a scenario is called; "" for any other test."""
    template = scenario_wrapper_template_registry.get(getattr(item, "obj", None))
    return f"{Path(template.feature.filename).stem}: {template.name}" if template else ""


class Outcomes:
    """What became of each scenario of this process."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.step = ""

    def pytest_bdd_before_scenario(self, request, feature, scenario) -> None:
        self.step = ""

    def pytest_bdd_step_error(self, request, feature, scenario, step, exception) -> None:
        self.step = f"{step.keyword.strip()} {step.name}".split("\n")[0]

    def pytest_bdd_step_func_lookup_error(self, request, feature, scenario, step) -> None:
        self.step = f"{step.keyword.strip()} {step.name}".split("\n")[0]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo) -> Iterator[Any]:
        report = yield
        feature, _, name = title(item).partition(": ")
        if feature and (call.when == "call" or call.excinfo):
            failed = None
            if call.excinfo:
                why = (str(call.excinfo.value) or call.excinfo.typename).split("\n")[0][:500]
                failed = {"feature": feature, "scenario": name, "step": self.step, "why": why}
            report.user_properties.append((TOLD, {"title": title(item), "failure": failed}))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if self.file is None:
            return
        told = [value for name, value in report.user_properties if name == TOLD]
        if told and (report.when == "call" or report.failed):
            with self.file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(told[-1], ensure_ascii=False) + "\n")
