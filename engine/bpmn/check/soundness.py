"""Plays every possible run of one diagram with tokens: can it always come to a proper end?

A state is the set of flows that hold a token. The answer is a proof, not a sample: all states are
visited (process sets of ours have a few thousand per diagram). Called processes count as tasks.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.diagram import Diagram, Element
from engine.model import Finding

State = frozenset[str]
MAX_STATES = 150_000


class _Unsafe(Exception):
    """Two tokens met on one flow."""


def soundness_findings(diagram: Diagram) -> list[Finding]:
    """Return a finding for a deadlock, a doubled token, an endless run or a dead element."""
    game = _Game(diagram)
    starts = [diagram.start(), *(b for b in diagram.of_kind("boundaryEvent") if not b.interrupting)]
    for start in starts:
        if problem := game.play(start):
            return [problem]
    dead = set(diagram.elements) - game.fired - {s.id for s in starts}
    return [
        Finding(diagram.file, element, "dead", "elementet kan aldrig köras")
        for element in sorted(dead)
    ]


class _Game:
    def __init__(self, diagram: Diagram) -> None:
        self._diagram = diagram
        self._out = {e: [f.id for f in diagram.outgoing(e)] for e in diagram.elements}
        self._in = {e: [f.id for f in diagram.incoming(e)] for e in diagram.elements}
        self.fired: set[str] = set()

    def play(self, start: Element) -> Finding | None:
        """Visit every state that follows from a start; return the first thing that is wrong."""
        first = frozenset(self._out[start.id])
        before: dict[State, set[State]] = {first: set()}
        left = [first]
        while left:
            state = left.pop()
            try:
                following = [after for _, after in self._moves(state)]
            except _Unsafe as meeting:
                return self._finding("unsafe", f"två grenar kan mötas vid {meeting}")
            if not following and state:
                return self._finding("deadlock", f"processen kan fastna vid {self._where(state)}")
            for after in following:
                if after not in before:
                    left.append(after)
                before.setdefault(after, set()).add(state)
            if len(before) > MAX_STATES:
                return self._finding("too-large", "diagrammet är för stort att pröva; dela det")
        return self._endless(before)

    def _endless(self, before: dict[State, set[State]]) -> Finding | None:
        done: set[State] = set()
        left: list[State] = [frozenset()] if frozenset() in before else []
        while left:
            state = left.pop()
            if state not in done:
                done.add(state)
                left += before[state]
        stuck = next((state for state in before if state not in done), None)
        if stuck is None:
            return None
        return self._finding("endless", f"inget slut kan nås från {self._where(stuck)}")

    def _moves(self, state: State) -> Iterator[tuple[str, State]]:
        for element in self._diagram.elements.values():
            for taken, given in self._firings(element, state):
                if given & (state - taken):
                    raise _Unsafe(self._where(given & (state - taken)))
                self.fired.add(element.id)
                yield element.id, (state - taken) | given

    def _firings(self, element: Element, state: State) -> Iterator[tuple[State, State]]:
        into, out = self._in[element.id], self._out[element.id]
        if element.kind == "parallelGateway":
            if into and state.issuperset(into):
                yield frozenset(into), frozenset(out)
            return
        for flow in into:
            if flow in state:
                yield from self._of_one(element, flow, state, out)

    def _of_one(
        self, element: Element, flow: str, state: State, out: list[str]
    ) -> Iterator[tuple[State, State]]:
        taken = frozenset([flow])
        if element.kind == "endEvent":
            ends_all = element.trigger is not None
            yield (state if ends_all else taken), frozenset()
            return
        for each in out:
            yield taken, frozenset([each])
        for boundary in self._diagram.boundaries(element.id):
            self.fired.add(boundary.id)
            if boundary.interrupting:
                yield taken, frozenset(self._out[boundary.id])

    def _where(self, state: State) -> str:
        targets = {flow.id: flow.target for flow in self._diagram.flows}
        return ", ".join(sorted({targets[flow] for flow in state}))

    def _finding(self, rule: str, message: str) -> Finding:
        return Finding(self._diagram.file, self._diagram.process, rule, message)
