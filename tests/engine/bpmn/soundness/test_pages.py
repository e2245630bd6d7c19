"""An example as pages: numbered, step by step, and readable without the pictures."""

from engine.bpmn.soundness.findings import Flaw
from engine.bpmn.soundness.pages import plays
from engine.model import Finding
from tests.engine.bpmn.samples import bpmn, drawn
from tests.engine.bpmn.soundness.played import END, JOIN, START, A, B, found, xor

FLOWS = "start -> x\nx -> a : val == 'ja'\nx -> b : default\na -> j\nb -> j\nj -> end"
NODES = [START, xor("x"), A, B, JOIN, END]


def pages(told: list[Finding]) -> dict[str, str]:
    return dict(plays({"p.bpmn": drawn(bpmn("p", NODES, FLOWS))}, told))


def test_there_is_a_page_for_each_flaw_and_a_picture_for_each_step() -> None:
    written = pages(found(NODES, FLOWS))

    assert set(written) == {
        "index.html", "p-deadlock-j.html",
        "p-deadlock-j-01.svg", "p-deadlock-j-02.svg", "p-deadlock-j-03.svg",
    }  # fmt: skip
    assert 'href="p-deadlock-j.html"' in written["index.html"]


def test_the_pictures_number_the_steps_and_mark_where_it_goes_wrong() -> None:
    written = pages(found(NODES, FLOWS))

    assert ">3</text>" not in written["p-deadlock-j-02.svg"]
    assert ">3</text>" in written["p-deadlock-j-03.svg"]
    assert "bpmn-parallelGateway missing" in written["p-deadlock-j-03.svg"]


def test_the_page_says_in_words_what_the_pictures_show() -> None:
    page = pages(found(NODES, FLOWS))["p-deadlock-j.html"]

    assert "Steg 2: vägvalet x leder till" in page
    assert 'alt="Nu väntar: sammanföringen före end."' in page


def test_without_flaws_there_is_only_a_list_that_says_so() -> None:
    assert "Ingenting kan gå fel" in pages([Finding("p.bpmn", None, "name", "namn")])["index.html"]


def test_two_flaws_of_one_rule_at_one_element_have_a_page_each() -> None:
    flaws = [Flaw("p.bpmn", "x", "unset", "saknas", (), about) for about in ("val", "mer")]

    assert {"p-unset-x-val.html", "p-unset-x-mer.html"} <= set(pages([*flaws]))
