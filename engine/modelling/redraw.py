"""Draws a diagram of a draft anew, while somebody waits; what it says stays as it is."""

from __future__ import annotations

from engine.bpmn.drawing.layout import arrange
from engine.bpmn.drawing.rules import RULES
from engine.bpmn.source import read_xml, refused
from engine.modelling.sources import text_of

OF_DRAWING = tuple(rule.__name__.replace("_", "-") for rule in RULES)
"""Rules of the check that a new drawing mends: what the diagram says is not touched."""


def redrawn(path: str, data: bytes) -> str:
    """Return a diagram with its lanes, steps and flows drawn anew.

    Raises ModelError for what cannot be read, or has nothing to draw.
    """
    text = text_of(path, data)
    read_xml(path, text.encode())
    try:
        return arrange(text.encode(), quickly=True).decode()
    except (ValueError, LookupError) as error:
        raise refused(path, "diagrammet kan inte ritas om, det hänger inte ihop") from error
