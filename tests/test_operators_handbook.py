"""docs/operation.md names only what there is, and counts with what was measured."""

import re

import pytest

from engine.__main__ import main
from engine.config import ROOT, SECRETS
from engine.operating.measures import OWN

HANDBOOK = (ROOT / "docs" / "operation.md").read_text(encoding="utf-8")
MEASURED = (ROOT / "docs" / "prestanda.md").read_text(encoding="utf-8")
UNITS = {path.name for path in (ROOT / "deploy" / "systemd").iterdir()}
FIGURES = (
    "10.9",
    "1.63",
    "150",
    "2,670 B",
    "206 s",
    "16 ms",
    "3.0 s",
    "4.3 MB",
    "1,000,000 open tasks",
    "27",
    "52.9",
)


def test_every_command_that_it_names_is_there() -> None:
    named = set(re.findall(r"`skydd ([a-z]+)", HANDBOOK))

    assert named >= {"backup", "restore", "settings", "serve", "worker"}
    assert named <= main.commands.keys()


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_it_tells_where_each_secret_is_put(name: str) -> None:
    assert f"`{name}`" in HANDBOOK


def test_every_measure_is_told() -> None:
    told = {family.name for family in OWN.collect()}
    levels = re.findall(r'Level\(\s*"(skydd_\w+)"', (ROOT / "engine/db/levels.py").read_text())

    assert len(levels) == 5
    assert {name for name in {*told, *levels} if f"`{name}" not in HANDBOOK} == set()


def test_every_unit_is_told() -> None:
    units = {name.partition(".")[0].rstrip("@") for name in UNITS if name.endswith("service")}

    assert {unit for unit in units if f"`{unit}" not in HANDBOOK} == set()


@pytest.mark.parametrize("figure", FIGURES)
def test_it_counts_with_figures_that_were_measured(figure: str) -> None:
    assert figure in HANDBOOK
    assert figure in MEASURED
