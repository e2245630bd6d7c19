"""A suspicion is told with an example of it, and not without."""

from engine.bpmn.dataflow.proof import Shown, shown_races, shown_unset, suspected
from engine.bpmn.dataflow.whole import Whole
from tests.engine.bpmn.dataflow.small import asks, form, question, whole
from tests.engine.bpmn.dataflow.test_races import GATES, READ, STOP
from tests.engine.bpmn.samples import END, START
from tests.engine.bpmn.soundness.played import A, B, xor

OTHER = END.replace('"end"', '"other"')
FLOWS = "start -> a\na -> x\nx -> b : mer == 'ja'\nx -> end : default\nb -> other"


def example(shown: Shown | None) -> list[str]:
    return [step.element for step in shown.steps or ()] if shown else []


def shown(known: Whole) -> list[list[str]]:
    diagram = known.processes.diagrams["p"]
    return [example(shown_unset(known, diagram, each)) for each in suspected(known, diagram)]


def test_an_example_leads_through_the_choice_that_reads_what_is_unset() -> None:
    known = whole([START, A, xor("x"), B, END, OTHER], FLOWS)

    assert shown(known) == [["start", "a", "x"]]


def test_an_example_takes_the_way_that_has_not_set_it() -> None:
    flows = (
        "start -> a\na -> y\ny -> u : val == 'ja'\ny -> m : default\nu -> m\nm -> x\n"
        "x -> b : mer == 'ja'\nx -> end : default\nb -> other"
    )
    nodes = [START, A, xor("y"), asks("u"), xor("m"), xor("x"), B, END, OTHER]

    assert shown(whole(nodes, flows, form(question("mer")))) == [["start", "a", "y", "m", "x"]]


def test_two_that_set_the_same_are_shown_at_work_together() -> None:
    known = whole([START, *GATES, A, B, END, STOP], READ)
    (race,) = shown_races(known, known.processes.diagrams["p"])

    assert example(race) == ["start", "s", "a", "b"]
