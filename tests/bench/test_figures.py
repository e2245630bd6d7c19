"""A figure is held against its bar, and kept for others to read."""

import json
from pathlib import Path

from bench.figures import Figure, ratio, write

COST = Figure("cost", 2.0, 4.0)


def test_a_cost_may_not_pass_its_bar_and_a_gain_must_reach_it() -> None:
    assert COST.ok
    assert not Figure("cost", 4.1, 4.0).ok
    assert Figure("gain", 1.7, 1.7, at_least=True).ok
    assert not Figure("gain", 1.6, 1.7, at_least=True).ok


def test_a_ratio_is_one_of_medians() -> None:
    assert ratio([1, 2, 90], [4, 4, 100]) == 0.5


def test_figures_are_kept_by_name(tmp_path: Path) -> None:
    write([COST], tmp_path / "results.json")

    kept = json.loads((tmp_path / "results.json").read_text())
    assert kept == {"cost": {"value": 2.0, "bar": 4.0, "ok": True}}
