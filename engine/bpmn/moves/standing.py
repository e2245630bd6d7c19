"""Where the tokens of an instance stand."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.moves.document import Document, Part
from engine.model import Instance


def standing(instance: Instance, within: ProcessSet) -> Iterator[tuple[str, str]]:
    """Yield process and element of each token; a call in progress is a token, and what it calls.

    The state is of the present format and of the version `within`.
    """
    if instance.ended:
        return
    document = Document.read(instance.state)
    process: dict[int, str] = {}
    for part in document.parts:
        name = process[id(part.caller)] if part.caller else instance.process
        elements = within.diagram(name).elements
        yield from ((name, e) for e in _live(part) if e in elements)
        called = ((n, elements[n.name].called) for n in part.root.walk() if n.name in elements)
        process |= {id(node): each for node, each in called if each}


def _live(part: Part) -> Iterator[str]:
    return (node.name for node in part.root.walk() if node.live)
