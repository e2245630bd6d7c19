"""What operators see of erasing at the command line, run as they would run it."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from engine import retaining
from engine.__main__ import main
from engine.bootstrap import Engine
from engine.errors import NotFound
from engine.model import Case
from tests.engine.retention import kept

Run = Callable[..., Result]


@pytest.fixture
def case(engine: Engine) -> Case:
    return kept.old_case(kept.office(engine))


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `skydd retention` with the test's own engine."""
    monkeypatch.setattr(retaining, "build", lambda: engine)
    return lambda *arguments: CliRunner().invoke(main, ["retention", *arguments])


def test_counts_are_told_for_every_agency_without_numbers(run: Run, case: Case) -> None:
    told, machine = run("--preview"), json.loads(run("--preview", "--json").output)

    assert (told.exit_code, case.number in told.output) == (0, False)
    soc = next(each for each in machine["agencies"] if each["agency"] == "socialtjansten")
    assert (soc["due"], soc["kept"], soc["stopped"], soc["coming"]) == (1, 0, 0, 0)
    assert soc["rules"] == [{"rule": "personakt", "law": "Lag personakt", "due": 1}]
    assert "cases" not in soc


def test_one_agencys_cases_are_told_with_day_and_law(run: Run, case: Case) -> None:
    told = run("--preview", "--agency", "socialtjansten")
    machine = json.loads(run("--preview", "--agency", "socialtjansten", "--json").output)

    assert f"{case.number}  2031-03-03  Lag personakt" in told.output
    (line,) = machine["agencies"][0]["cases"]
    assert (line["number"], line["day"], line["kept"]) == (case.number, "2031-03-03", False)


def test_it_only_looks(run: Run, case: Case) -> None:
    assert run().exit_code == 2
    assert isinstance(run("--preview", "--agency", "ingen").exception, NotFound)
