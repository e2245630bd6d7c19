"""An id is for one thing only: answers, logs and drawings find their element by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram
from engine.model import Finding


def double_id(diagram: Diagram, _: ProcessSet) -> Iterator[Finding]:
    """Yield every id that stands at several places of a file."""
    ids = (n.get("id") for n in diagram.root.iter(etree.Element) if n.get("id"))
    for id_, count in Counter(ids).items():
        if count > 1:
            yield Finding(diagram.file, id_, "double-id", f"id:t {id_} finns {count} gånger")
