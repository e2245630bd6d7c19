"""`skydd check` tells how it goes wrong, for machines and on the drawing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.__main__ import main
from tests.engine.bpmn.samples import END, REGISTERS, START, bpmn, drawn, node, user
from tests.engine.test_main import write

NODES = [START, node("exclusiveGateway", "x"), user("a"), user("b"),
         node("parallelGateway", "j"), END]  # fmt: skip
STUCK = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"


def test_check_gives_the_example_and_plays_it_on_the_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "processes", REGISTERS | {"p.bpmn": drawn(bpmn("p", NODES, STUCK))})
    monkeypatch.setenv("SKYDD_PROCESSES", str(tmp_path / "processes"))
    result = CliRunner().invoke(main, ["check", "--json", "--spela", str(tmp_path / "spel")])
    finding, unset = json.loads(result.output)["findings"]

    assert result.exit_code == 1
    assert (finding["rule"], finding["element"]) == ("deadlock", "j")
    assert [step["element"] for step in finding["trace"]][:2] == ["start", "x"]
    assert finding["trace"][0]["marking"] == ["start_x"]
    assert "Så här blir det" in (tmp_path / "spel" / "index.html").read_text(encoding="utf-8")
    assert len(list((tmp_path / "spel").glob("p-deadlock-j-*.svg"))) == len(finding["trace"])
    assert (unset["rule"], unset["element"]) == ("unset", "x")
    assert len(list((tmp_path / "spel").glob("p-unset-x-val-*.svg"))) == len(unset["trace"])
