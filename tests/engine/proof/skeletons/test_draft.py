from pathlib import Path

from engine.bpmn.definitions import read_process_set
from engine.modelling.rehearsals import DONE, Rehearsal, Result
from engine.modelling.rehearsing import RehearsalPage
from engine.modelling.versions import Difference
from engine.proof.recording import Recording, Scenario
from engine.proof.skeletons.draft import missing_for
from tests.conftest import MONDAY
from tests.engine.modelling.small import LIVE, MAIN, main

MOVED = Difference.between(
    read_process_set(LIVE), read_process_set(LIVE | {MAIN: main("b", "late", "n")})
)
NOTHING = RehearsalPage(None, None, busy=False)
FLOWS = tuple(f"stod_och_skydd/{f.id}" for f in MOVED.after.diagrams["stod_och_skydd"].flows)


def told(known: RehearsalPage, recording: Path) -> str:
    return missing_for(MOVED, known, recording)["stod_och_skydd"]


def test_without_any_run_all_of_what_is_changed_is_untried(tmp_path: Path) -> None:
    assert "Från ”Start”" in told(NOTHING, tmp_path / "none").replace("start", "”Start”")


def test_what_was_recorded_lately_is_left_out(tmp_path: Path) -> None:
    scenario = Scenario("f", "s", passed=(), flows=FLOWS)
    (tmp_path / "r.json").write_text(Recording("v", "f", (scenario,)).text())
    text = told(NOTHING, tmp_path / "r.json")

    assert "Från " not in text
    assert "DL-10 hålls" in text


def test_a_run_of_the_draft_itself_is_what_counts(tmp_path: Path) -> None:
    result = Result(1, (), {"stod_och_skydd": ("DL-10 utlöpt",)})
    run = Rehearsal("v", None, "agare", MONDAY, DONE, result=result)
    text = told(RehearsalPage(run, None, busy=False), tmp_path / "none")

    assert "DL-10 löper ut" in text
    assert "DL-10 hålls" not in text
