"""What is read after an element."""

from engine.bpmn.dataflow.effects import Effects
from engine.bpmn.dataflow.later import Later
from engine.bpmn.definitions import ProcessSet, read_process_set
from tests.engine.bpmn.dataflow.small import set_of
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import END, START, bpmn, files, message, node, rule, timer, user
from tests.engine.bpmn.soundness.played import A, B, xor

OTHER = END.replace('"end"', '"other"')
FLOWS = "start -> a\na -> x\nx -> b : val == 'ja'\nx -> end : default\nb -> other"


def read_after(processes: ProcessSet, element: str, process: str = "p") -> set[str]:
    effects = Effects(processes)
    after = Later(effects).after(processes.diagrams[process].elements[element])
    return {name for name, bit in effects.names.bits.items() if after & bit}


def test_a_choice_reads_and_what_comes_after_it_does_not() -> None:
    processes = set_of([START, A, xor("x"), B, END, OTHER], FLOWS)

    assert (read_after(processes, "a"), read_after(processes, "b")) == ({"val"}, set())


def test_what_calls_a_process_reads_after_it_and_what_is_called_reads_inside() -> None:
    call = node("callActivity", "c", calledElement="q", name="C")
    flows = "start -> a\na -> c\nc -> x\nx -> b : mer == 'ja'\nx -> end : default\nb -> other"
    caller = bpmn("p", [START, A, call, xor("x"), B, END, OTHER], flows)
    inside = bpmn("q", [START, A, xor("x"), B, END, OTHER], FLOWS)
    processes = read_process_set(files(p=caller, q=inside))

    assert read_after(processes, "a", "q") == {"val", "mer"}
    assert read_after(processes, "b", "q") == {"mer"}
    assert read_after(processes, "a") == {"val", "mer"}


def test_tables_days_and_messages_read_too() -> None:
    sends = node("intermediateThrowEvent", "s", message("message", "hej"))
    waits = node("intermediateCatchEvent", "w", timer("dag", "timeDate"))
    nodes = [START, user("a", fran="dag"), rule("r", "b"), sends, waits, END]
    flows = "start -> r\nr -> s\ns -> w\nw -> a\na -> end"
    table = dmn("mer => val", '- => "ja"')
    processes = read_process_set(files(p=bpmn("p", nodes, flows), b=table))

    assert read_after(processes, "start") == {"mer", "val", "dag"}
    assert read_after(processes, "s") == read_after(processes, "w") == {"dag"}
    assert read_after(processes, "a") == set()
