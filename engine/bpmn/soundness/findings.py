"""The findings of a diagram's games: `soundness_findings`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.bpmn.soundness import words
from engine.bpmn.soundness.exact import exact_faults, play
from engine.bpmn.soundness.explore import MAX_STATES, explore
from engine.bpmn.soundness.faults import Fault, faults, run
from engine.bpmn.soundness.net import Net, net_of, reachable
from engine.bpmn.soundness.spinning import spinning
from engine.bpmn.soundness.strands import apart, starts
from engine.bpmn.soundness.trace import Played, traced
from engine.bpmn.soundness.values import Variables
from engine.model import Finding


@dataclass(frozen=True)
class Flaw(Finding):
    """A finding with the shortest run in which it happens."""

    trace: tuple[Played, ...] = ()
    about: str = ""
    """What tells it from another of the same rule at the same element."""


def soundness_findings(
    diagram: Diagram, processes: ProcessSet, limit: int = MAX_STATES
) -> list[Finding]:
    """Return everything that can go wrong in a run of a diagram; [] when it is proved sound.

    A diagram that hangs together so badly that it cannot be played gives nothing here: other rules
    tell why.
    """
    if not playable(diagram):
        return []
    alone = apart(diagram)
    nets = [net_of(diagram, start, alone) for start in starts(diagram)]
    proofs = [_prove(net, processes, limit) for net in nets]
    found = [each for proof in proofs for each in proof.findings]
    return found or list(_never_run(diagram, proofs))


@dataclass(frozen=True)
class _Proof:
    findings: list[Finding]
    run: frozenset[str]


def _prove(net: Net, processes: ProcessSet, limit: int) -> _Proof:
    """Play a net; where choices hang together, only what the variables let happen counts."""
    space = explore(net, limit, to_meeting=True)
    found, whole = faults(space), space.whole
    if found:
        running = frozenset(move.element for move in net.moves)
        exact = play(net, Variables(net.diagram, processes, running))
        certain, whole = exact_faults(exact), exact.whole
        found = certain if certain or whole else found
        if not found:  # the quick game stopped too early to tell of loops, and of what is never run
            space = explore(net, limit)
            whole = space.whole
    flaws: list[Finding] = [_flaw(net, fault) for fault in (*found, *spinning(space))]
    return _Proof([*flaws, *([] if whole else [_unfinished(net.diagram)])], run(space))


def playable(diagram: Diagram) -> bool:
    """Say whether everything is there that a game needs."""
    ends = [end for flow in diagram.flows for end in (flow.source, flow.target)]
    hosts = [event.attached_to for event in diagram.of_kind("boundaryEvent")]
    known = all(each in diagram.elements for each in (*ends, *hosts))
    own_ids = len({flow.id for flow in diagram.flows}) == len(diagram.flows)
    starts_ = [event.id for event in diagram.of_kind("startEvent")]
    return known and own_ids and len(starts_) == 1 and not diagram.incoming(starts_[0])


def _flaw(net: Net, fault: Fault) -> Flaw:
    diagram, steps = net.diagram, traced(net.start, fault.moves)
    message = f"{words.fault(diagram, fault.rule, fault.element)}. {words.told(diagram, steps)}"
    return Flaw(diagram.file, fault.element, fault.rule, message, steps)


def _unfinished(diagram: Diagram) -> Finding:
    message = "processen är inte helt kontrollerad: den har för många lägen; dela den"
    return Finding(diagram.file, diagram.process, "too-large", message)


def _never_run(diagram: Diagram, proofs: list[_Proof]) -> Iterator[Finding]:
    """Yield what no run comes to; that nothing leads there at all is told by another rule."""
    can = frozenset().union(*(proof.run for proof in proofs))
    for element in sorted(reachable(diagram, diagram.start().id) - can):
        yield Finding(diagram.file, element, "dead", "elementet kan aldrig köras")
