"""Small diagrams for the games, and what is said of them."""

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness.explore import Space, explore
from engine.bpmn.soundness.findings import Flaw, soundness_findings
from engine.bpmn.soundness.net import Net, net_of
from engine.bpmn.soundness.strands import apart
from engine.model import Finding
from tests.engine.bpmn.samples import bpmn, files, message, node, timer, user

START, END = node("startEvent", "start"), node("endEvent", "end")
STOP = node("endEvent", "stop", "<bpmn:terminateEventDefinition />")
SPLIT, JOIN = node("parallelGateway", "s"), node("parallelGateway", "j")
A, B, C = user("a"), user("b"), user("c")
BLOCK = "start -> s\ns -> a\ns -> b\na -> j\nb -> j\nj -> end"


def xor(id_: str) -> str:
    """Return an exclusive gateway."""
    return node("exclusiveGateway", id_)


def late(id_: str, on: str, **more: str) -> str:
    """Return a timer on a task."""
    return node("boundaryEvent", id_, timer("P7D"), attachedToRef=on, **more)


def heard(id_: str, on: str, **more: str) -> str:
    """Return an event on a task that waits for the message `hej`."""
    return node("boundaryEvent", id_, message("message", "hej"), attachedToRef=on, **more)


def catch(id_: str) -> str:
    """Return an event between tasks that waits for the message `hej`."""
    return node("intermediateCatchEvent", id_, message("message", "hej"))


def set_of(nodes: list[str], flows: str) -> ProcessSet:
    return read_process_set(files(p=bpmn("p", nodes, flows)))


def drawn(nodes: list[str], flows: str) -> Diagram:
    return set_of(nodes, flows).diagrams["p"]


def net(nodes: list[str], flows: str) -> Net:
    diagram = drawn(nodes, flows)
    return net_of(diagram, diagram.start(), apart(diagram))


def space(nodes: list[str], flows: str) -> Space:
    return explore(net(nodes, flows))


def found(nodes: list[str], flows: str) -> list[Finding]:
    processes = set_of(nodes, flows)
    return soundness_findings(processes.diagrams["p"], processes)


def flaws(nodes: list[str], flows: str) -> list[tuple[str, str | None]]:
    return [(each.rule, each.element) for each in found(nodes, flows)]


def example(nodes: list[str], flows: str) -> list[str]:
    """Return the elements of the only flaw's example."""
    (flaw,) = found(nodes, flows)
    assert isinstance(flaw, Flaw)
    return [step.element for step in flaw.trace]
