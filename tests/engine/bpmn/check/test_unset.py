"""Nothing is read unset: a choice and a timer that are right, and what is said of wrong ones."""

from engine.bpmn.check.unset import unset_findings
from engine.bpmn.dataflow.whole import Whole
from engine.bpmn.definitions import read_process_set
from engine.bpmn.soundness.findings import Flaw
from engine.model import Finding
from tests.engine.bpmn.dataflow.small import whole
from tests.engine.bpmn.samples import END, START, bpmn, files, node, timer
from tests.engine.bpmn.soundness.played import A, B, xor

OTHER = END.replace('"end"', '"other"')
NODES = [START, A, xor("x"), B, END, OTHER]
FLOWS = "start -> a\na -> x\nx -> b : {} == 'ja'\nx -> end : default\nb -> other"


def found(name: str, **expected: str) -> list[Finding]:
    return unset_findings(whole(NODES, FLOWS.format(name)), {"p.x": expected})


def test_a_choice_that_reads_what_a_task_before_it_has_set_is_right() -> None:
    assert found("val") == []


def test_a_choice_that_reads_what_nothing_has_set_is_told_with_a_way_there() -> None:
    (flaw,) = found("mer")

    assert isinstance(flaw, Flaw)
    assert (flaw.element, flaw.about, flaw.rule) == ("x", "mer", "unset")
    assert "villkoren läser ”Mer” (mer), som ingenting har satt på vägen hit" in flaw.message
    assert "då går processen till end, som vid nej" in flaw.message
    assert 'skriv i osatta.toml under ["p.x"]' in flaw.message
    assert [step.element for step in flaw.trace] == ["start", "a", "x"]


def test_a_choice_that_counts_on_it_says_so() -> None:
    assert found("mer", mer="Ingen har svarat: nej.") == []


def test_a_line_that_is_not_needed_is_told() -> None:
    (finding,) = found("val", val="Ingen har svarat: nej.")

    assert str(finding) == (
        "osatta.toml#p.x: vägvalet läser aldrig val osatt; ta bort raden [unset]"
    )


def test_a_timer_that_waits_for_a_day_that_is_not_set_is_told() -> None:
    late = node("boundaryEvent", "t", timer("dag", "timeDate"), attachedToRef="a")
    known = whole([START, A, END, OTHER, late], "start -> a\na -> end\nt -> other")
    (flaw,) = unset_findings(known, {"p.t": {"dag": "Det går inte att räkna med."}})[:1]

    assert "händelsen väntar på ”Dag” (dag)" in flaw.message
    assert "då går motorn inte vidare" in flaw.message


def test_who_began_without_it_is_named() -> None:
    call = node("callActivity", "c", calledElement="q", name="Anropet")
    inside = bpmn("q", NODES, FLOWS.format("mer"))
    caller = bpmn("p", [START, call, END], "start -> c\nc -> end")
    known = Whole(read_process_set(files(p=caller, q=inside)))
    (flaw,) = unset_findings(known, {})

    assert "Den saknas redan när processen börjar, från ”Anropet” i p.bpmn." in flaw.message
