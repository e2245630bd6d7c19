"""`skydd preview`, run as a process owner would run it."""

import json

import pytest
from click.testing import CliRunner

from engine import previewing
from engine.__main__ import main as skydd
from engine.bootstrap import Engine
from tests.engine.modelling.fleet import NEW_STEP, Fleet
from tests.engine.modelling.small import Owners


@pytest.fixture
def fleet(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Fleet:
    monkeypatch.setattr(previewing, "build", lambda: engine)
    return Fleet(Owners(engine))


def test_running_cases_are_tried_on_a_draft(fleet: Fleet) -> None:
    case = fleet.at_a()
    fleet.at_b()
    draft = fleet.owners.draft(main=NEW_STEP)

    told = CliRunner().invoke(skydd, ["preview", draft.id]).stdout
    rows = json.loads(CliRunner().invoke(skydd, ["preview", draft.id, "--json"]).stdout)["groups"]

    assert "2 ärenden pågår. 1 har något nytt steg framför sig, 1 har gått förbi något" in told
    assert "Ny skyldighet redan" in told
    assert case.number not in told
    assert [(row["grade"], row["cases"]) for row in rows] == [("passed", 1), ("ahead", 1)]


def test_closed_cases_are_run_again_on_a_draft(fleet: Fleet) -> None:
    for _ in range(6):
        fleet.complete(fleet.at_a(), fleet.owners.soc, "a", "nej")
    draft = fleet.owners.draft(main=NEW_STEP)

    told = CliRunner().invoke(skydd, ["whatif", draft.id]).stdout
    rows = json.loads(CliRunner().invoke(skydd, ["whatif", draft.id, "--json"]).stdout)["ways"]

    assert "antal, ingen prognos" in told
    assert rows == [
        {"way": "Ett nytt steg som ingen har gjort efter ”A”: Ny", "cases": "5"},
        {"way": "Totalt", "cases": "5"},
    ]


def test_no_closed_case_is_none_to_run_again(fleet: Fleet) -> None:
    draft = fleet.owners.draft(main=NEW_STEP)

    assert "Inga ärenden är avslutade." in CliRunner().invoke(skydd, ["whatif", draft.id]).stdout


def test_what_does_not_exist_is_said(fleet: Fleet) -> None:
    assert CliRunner().invoke(skydd, ["preview", "x"]).exit_code != 0
