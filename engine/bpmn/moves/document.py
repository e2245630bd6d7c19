"""The saved state of an instance (`engine.bpmn.codec`) as a tree that can be changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

WAITING, READY, STARTED, COMPLETED, CANCELLED = 8, 16, 32, 64, 256
LIVE = WAITING | READY | STARTED
SPLIT, JOIN, END_JOIN = ".BoundaryEventSplit", ".BoundaryEventJoin", ".EndJoin"
ROOT, END = "Start", "End"


@dataclass(eq=False)
class Node:
    """A task of the tree: a token, or what one has left behind that is still asked for."""

    name: str
    state: int
    children: list[Node] = field(default_factory=list)
    triggered: int = 0
    internals: dict[str, Any] = field(default_factory=dict)

    @property
    def element(self) -> str:
        """The element of the diagram that it belongs to."""
        return self.name.removesuffix(SPLIT).removesuffix(JOIN)

    @property
    def live(self) -> bool:
        """Whether something is still to come of it."""
        return bool(self.state & LIVE)

    def walk(self) -> Iterator[Node]:
        """Yield it and all below, each before its children."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(eq=False)
class Part:
    """The instance's own process, or one that it has called."""

    caller: Node | None
    root: Node
    done: bool
    ok: bool


@dataclass(eq=False)
class Document:
    """A saved state."""

    parts: list[Part]
    marks: dict[str, Node]

    @classmethod
    def read(cls, text: str) -> Document:
        """Read a state of the present format."""
        document = orjson.loads(text)
        rows = [row for part in document["parts"] for row in part["tasks"]]
        nodes = [Node(name, state, [], triggered, dict(internals))
                 for name, state, _, triggered, internals in rows]  # fmt: skip
        for node, row in zip(nodes, rows, strict=True):
            node.children = [nodes[number] for number in row[2]]
        parts, first = list[Part](), 0
        for part in document["parts"]:
            caller = None if part["caller"] is None else nodes[part["caller"]]
            parts.append(Part(caller, nodes[first], part["done"], part["ok"]))
            first += len(part["tasks"])
        return cls(parts, {key: nodes[number] for key, number in document["marks"].items()})

    def write(self) -> str:
        """Write the state; marks of what is gone are left out."""
        within = [(part, list(part.root.walk())) for part in self.parts]
        numbers = {id(n): i for i, n in enumerate(n for _, nodes in within for n in nodes)}
        marks = {key: numbers[id(n)] for key, n in self.marks.items() if id(n) in numbers}
        parts = [_part(part, nodes, numbers) for part, nodes in within]
        return orjson.dumps({"format": 2, "parts": parts, "marks": marks}).decode()

    def called_by(self, node: Node) -> Part | None:
        """Return the process that a token has called."""
        return next((part for part in self.parts if part.caller is node), None)

    def drop_orphans(self) -> None:
        """Forget called processes whose caller is gone, and what those have called."""
        kept: list[Part] = []
        for part in self.parts:  # a caller's part stands before the part that it calls
            known = (node for each in kept for node in each.root.walk())
            if part.caller is None or any(node is part.caller for node in known):
                kept.append(part)
        self.parts = kept


def _part(part: Part, nodes: list[Node], numbers: Mapping[int, int]) -> dict[str, Any]:
    return {
        "caller": None if part.caller is None else numbers[id(part.caller)],
        "done": part.done,
        "ok": part.ok,
        "last": None,
        "tasks": [
            [n.name, n.state, [numbers[id(c)] for c in n.children], n.triggered, n.internals]
            for n in nodes
        ],
    }
