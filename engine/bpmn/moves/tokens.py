"""The tokens of one version set down in another: the same tree, as the other drawing has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.bpmn.diagram import Diagram
from engine.bpmn.moves.document import (
    CANCELLED,
    COMPLETED,
    END,
    END_JOIN,
    JOIN,
    READY,
    ROOT,
    SPLIT,
    WAITING,
    Document,
    Node,
    Part,
)
from engine.bpmn.moves.places import Drawings, closure, targets
from engine.errors import GONE, NO_PROCESS, STUCK, Immovable

Diagrams = Mapping[str, Diagram]
LISTENS = {"intermediateCatchEvent", "eventBasedGateway"}


def set_down(document: Document, process: str, old: Diagrams, new: Diagrams) -> None:
    """Put every token where it stands in the new drawings. Raises Immovable when it cannot be."""
    called: dict[int, tuple[str, str]] = {}
    for part in document.parts:
        if part.caller is not None and id(part.caller) not in called:
            continue  # what called it is gone
        before, after = called[id(part.caller)] if part.caller else (process, process)
        if after not in new:
            raise Immovable(NO_PROCESS, before)
        drawn = Drawings(old[before], new[after])
        (part.root,) = _Tokens(drawn).of(part.root, None)
        called |= dict(_callers(part, drawn))
        require_moving(part, drawn.new)
    document.drop_orphans()


def _callers(part: Part, drawn: Drawings) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield which process each token of the part has called, and which it calls now."""
    for node in part.root.walk():
        before, after = (d.elements.get(node.name) for d in (drawn.old, drawn.new))
        if before is not None and after is not None and before.called and after.called:
            yield id(node), (before.called, after.called)


def require_moving(part: Part, drawn: Diagram) -> None:
    """Refuse a part in which nothing is left, or a join waits for a branch that nobody is in."""
    if not any(node.live for node in part.root.walk()):
        raise Immovable(STUCK, drawn.process)
    arrived = {(each.name, node.name) for node in part.root.walk() for each in node.children
               if each.state in (WAITING, CANCELLED)}  # fmt: skip
    for join in drawn.of_kind("parallelGateway"):
        inputs = {flow.source for flow in drawn.incoming(join.id)}
        here = {source for name, source in arrived if name == join.id} & inputs
        alive = here | inputs & _ahead(part, drawn, join.id)
        if len(inputs) > 1 and alive and alive != inputs:
            raise Immovable(STUCK, join.id)


def _ahead(part: Part, drawn: Diagram, join: str) -> set[str]:
    """Return all that the tokens of a part stand at or can reach without passing a join."""
    at = {node.element for node in part.root.walk() if node.live} - {join}
    return closure(at, lambda e: (t for t in targets(drawn, e) if t != join))


@dataclass(frozen=True)
class _Tokens:
    drawn: Drawings

    def of(self, node: Node, parent: Node | None) -> list[Node]:
        """Return what stands in a node's place."""
        if node.name in (ROOT, END) or node.name.endswith(END_JOIN):
            return [self._helper(node)]
        if node.name.endswith(SPLIT):
            return self._bordered(node)
        if node.name.endswith(JOIN):
            return [node] if self._borders(node.element) else []
        if self._is_arrival(node) and parent is not None:
            return self._arrival(node, parent)
        return self._standing(node) if node.live else self._left_behind(node)

    def _below(self, node: Node) -> list[Node]:
        return [each for child in node.children for each in self.of(child, node)]

    def _helper(self, node: Node) -> Node:
        if node.name.endswith(END_JOIN):
            node.name = self.drawn.new.process + END_JOIN
        node.children = self._below(node)
        return node

    def _borders(self, element: str) -> list[str]:
        """Return the boundary events that an activity has now, if it is still there."""
        kept = self.drawn.kept(element)
        return [event.id for event in self.drawn.new.boundaries(element)] if kept else []

    def _is_arrival(self, node: Node) -> bool:
        drawn = self.drawn.old.elements.get(node.name)
        many = len(self.drawn.old.incoming(node.name)) > 1
        joins = drawn is not None and drawn.kind == "parallelGateway" and many
        return joins and node.state in (WAITING, CANCELLED)

    def _arrival(self, node: Node, parent: Node) -> list[Node]:
        """Keep the branch that has reached a join, by the flow that it comes along now."""
        if not self.drawn.joins(node.name):
            raise Immovable(GONE, node.name)
        known = {flow.source for flow in self.drawn.new.incoming(node.name)}
        if parent.name in known and self.drawn.kept(parent.name):
            return [node]
        flows = self.drawn.arrivals(parent.name, node.name)
        if len(flows) != 1:
            raise Immovable(GONE, node.name)
        return [Node(flows[0].source, COMPLETED, [node])]

    def _standing(self, node: Node) -> list[Node]:
        if not self.drawn.kept(node.name):
            return [self._onward(node)]
        node.children = self._below(node)
        fresh = [Node(each, WAITING) for each in self._borders(node.name)]
        return [Node(node.name + SPLIT, COMPLETED, [node, *fresh])] if fresh else [node]

    def _left_behind(self, node: Node) -> list[Node]:
        below = self._below(node)
        if not self.drawn.kept(node.name):
            return below
        node.children = below
        return [node]

    def _bordered(self, split: Node) -> list[Node]:
        """Return an activity with the boundary events that it has now."""
        borders, known = self._borders(split.element), {each.name for each in split.children}
        here: list[Node] = []
        for child in split.children:
            if child.name == split.element:
                here += self._main(child)
            elif child.name in borders and child.live:
                here.append(child)
            elif not child.live:
                here += self._left_behind(child)
        if not borders:
            return here
        if any(each.live and each.name == split.element for each in here):
            here += [Node(each, WAITING) for each in borders if each not in known]
        split.children = here
        return [split]

    def _main(self, node: Node) -> list[Node]:
        if not node.live:
            return self._left_behind(node)
        if not self.drawn.kept(node.name):
            return [self._onward(node)]
        node.children = self._below(node)
        return [node]

    def _onward(self, node: Node) -> Node:
        """Return the token of a step that is gone, on its way to what comes now."""
        flows = self.drawn.onward(node.name)
        if len(flows) != 1:
            raise Immovable(GONE, node.name)
        return Node(flows[0].source, COMPLETED, [self._arriving(flows[0].target)])

    def _arriving(self, target: str) -> Node:
        if self.drawn.joins(target) or self.drawn.new.elements[target].kind in LISTENS:
            return Node(target, WAITING)
        border = self.drawn.new.boundaries(target)
        return Node(target + SPLIT if border else target, READY)
