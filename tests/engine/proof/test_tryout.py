"""Scenarios run in a process of their own, on files that are nowhere published."""

from pathlib import Path

import pytest

from engine.bpmn.definitions import read_folder
from engine.modelling.rehearsals import Failure
from engine.proof import tryout
from engine.proof.tryout import tried_out

ASKED = "statlig_ersattning: Kommunen och regionen söker i tid"
TELLS = ("-c", """import json, os, sys
told = sys.argv[sys.argv.index("--outcomes") + 1]
failure = {"feature": "a", "scenario": "b", "step": "c", "why": os.environ["SKYDD_PROCESSES"]}
there = sorted(os.listdir(os.environ["SKYDD_PROCESSES"] + "/forms"))
with open(told, "w") as lines:
    lines.write(json.dumps({"title": "a: b", "failure": None}) + "\\n")
    lines.write(json.dumps({"title": "a: b", "failure": failure | {"why": str(there)}}) + "\\n")
assert "SKYDD_DATABASE_URL" not in os.environ
""")  # fmt: skip


def test_the_scenarios_see_the_files_and_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKYDD_DATABASE_URL", "sqlite:///:memory:")
    result = tried_out({"a.bpmn": "<a/>", "forms/f.form": "{}"}, command=TELLS)

    assert (result.passed, result.total) == (1, 2)
    assert result.failures == (Failure("a", "b", "c", "['f.form']"),)


def test_a_run_that_tells_nothing_is_broken() -> None:
    assert tried_out({}, command=("-c", "print('slut')")).broken == "slut"


def test_a_machine_without_scenarios_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tryout, "ROOT", tmp_path)

    assert tried_out({}).broken == tryout.NOT_HERE


def test_a_real_scenario_fails_at_the_step_of_a_task_that_is_gone(processes_folder: Path) -> None:
    files = read_folder(processes_folder)
    old, new = "Ansök om kommunens ersättning", "Ansök om något annat"
    files["statlig_ersattning.bpmn"] = files["statlig_ersattning.bpmn"].replace(old, new)
    (failure,) = tried_out(files, only=[ASKED]).failures

    assert (failure.feature, failure.scenario) == tuple(ASKED.split(": ", 1))
    assert old in failure.step + failure.why
