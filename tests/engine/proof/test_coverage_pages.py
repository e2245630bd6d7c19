"""The coverage as pages: coloured, and told in words."""

import pytest

from engine.bpmn.definitions import read_process_set
from engine.proof.coverage import measured
from engine.proof.coverage_pages import pages
from tests.engine.bpmn.samples import drawn, files
from tests.engine.proof.test_coverage import IN_TIME, LATE, TEXT, recording


@pytest.fixture
def found() -> dict[str, str]:
    processes = read_process_set(files(p=drawn(TEXT)))
    return dict(pages(processes, measured(processes, recording(IN_TIME))))


def test_there_is_a_list_and_a_page_for_each_diagram(found: dict[str, str]) -> None:
    assert list(found) == ["index.html", "p.html"]
    assert '<a href="p.html">Processen</a>' in found["index.html"]
    assert ">2 av 3</td>" in found["index.html"]


def test_what_is_missing_is_told_in_words(found: dict[str, str]) -> None:
    assert "<li>t → late (t_late)</li>" in found["p.html"]
    assert "<li>DL-10 utlöpt</li>" in found["p.html"]


def test_the_drawing_marks_what_was_executed_and_what_was_not(found: dict[str, str]) -> None:
    assert 'id="a" class="bpmn-userTask executed"' in found["p.html"]
    assert 'id="t" class="bpmn-boundaryEvent missing"' in found["p.html"]
    assert 'id="t_late" class="bpmn-sequenceFlow missing"' in found["p.html"]


def test_a_page_needs_nothing_from_elsewhere(found: dict[str, str]) -> None:
    assert not any(word in text for text in found.values() for word in ("<script", "http://local"))


def test_a_diagram_that_is_all_executed_says_so() -> None:
    processes = read_process_set(files(p=drawn(TEXT)))
    told = dict(pages(processes, measured(processes, recording(IN_TIME, LATE))))

    assert "Allt i diagrammet är utfört" in told["p.html"]
    assert "missing" not in told["p.html"].split("</style>")[-1]
