"""The workload is what it says, and right by our own rules, save that it is not drawn."""

import json
from datetime import date

import pytest

from bench import papers
from bench.office import NOT_DRAWN
from bench.shapes import Workload, blocks, case30, lanes, linear, loop
from engine.bpmn.check import findings
from engine.forms import read_form

WORKLOADS = [case30(), linear(100), linear(300), loop(300), blocks(), lanes()]


@pytest.mark.parametrize("workload", WORKLOADS, ids=lambda workload: workload.name)
def test_a_workload_is_right_by_our_own_rules(workload: Workload) -> None:
    assert {each.rule for each in findings(papers.files(workload))} == {NOT_DRAWN}


def test_the_real_case_has_its_thirty_tasks_five_lanes_and_six_decisions() -> None:
    shapes = case30().shapes
    kinds = [node.kind for shape in shapes for node in shape.nodes]

    assert kinds.count("userTask") == 30
    assert len({node.agency for node in shapes[0].nodes}) == 5
    assert len(shapes[0].decisive()) == 6


def test_a_form_filled_in_is_two_kilobytes_and_the_same_on_both_sides() -> None:
    workload = case30()
    typed = papers.typed(workload, "u14", 7)
    form = read_form("forms/f_uppgift.form", papers.files(workload)["forms/f_uppgift.form"])
    answers = dict(form.accept(typed, date(2026, 3, 12)).data)

    assert answers == papers.data(typed)
    assert 2000 < len(json.dumps(answers, ensure_ascii=False).encode()) < 2100
