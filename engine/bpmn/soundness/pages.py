"""Plays counter-examples on the drawings: a page for each, with a picture for each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lxml import etree

from engine.bpmn.diagram import Diagram, read_diagram
from engine.bpmn.drawing.drawn import read_drawn
from engine.bpmn.drawing.geometry import Box
from engine.bpmn.drawing.svg import render
from engine.bpmn.drawing.svg_pen import add
from engine.bpmn.soundness.findings import Flaw
from engine.bpmn.soundness.trace import Played
from engine.bpmn.soundness.words import fault, named, spoken
from engine.model import Finding

NUMBER = 11
"""The radius of a step's number."""
STYLE = """
body { font: 1rem/1.5 "Source Sans 3", Arial, sans-serif; color: #0b0c0c; margin: 1.5rem; }
a { color: #00404f; } figure { margin: 1.5rem 0; overflow-x: auto; }
figcaption { font-weight: bold; } li { margin: .3rem 0; }
"""
KEY = (
    "<p>Numren är stegen i ordning. Det som har körts är grönt, det som väntar är gult. Det som "
    "det går fel vid är rött, streckat och märkt med kryss.</p>"
)


def plays(files: Mapping[str, str], found: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """Yield (file name, text): `index.html`, and for each flaw its page and its pictures."""
    flaws = [each for each in found if isinstance(each, Flaw)]
    yield "index.html", _page("Så går det fel", _list(flaws))
    for flaw in flaws:
        diagram = read_diagram(flaw.file, files[flaw.file].encode())
        pictures = _pictures(files[flaw.file].encode(), diagram, flaw)
        names = [f"{_name(flaw)}-{number:02}.svg" for number in range(1, len(pictures) + 1)]
        yield from zip(names, pictures, strict=True)
        yield f"{_name(flaw)}.html", _page(_title(diagram, flaw), _told(diagram, flaw, names))


def _pictures(xml: bytes, diagram: Diagram, flaw: Flaw) -> list[str]:
    """Return the drawing after each step."""
    shapes = read_drawn(xml).shapes
    steps = range(1, len(flaw.trace) + 1)
    return [_picture(xml, diagram, flaw, flaw.trace[:step], shapes) for step in steps]


def _picture(
    xml: bytes, diagram: Diagram, flaw: Flaw, steps: Sequence[Played], shapes: Mapping[str, Box]
) -> str:
    target = {flow.id: flow.target for flow in diagram.flows}
    marks = {id_: "executed" for step in steps for id_ in (step.element, *step.flows)}
    marks |= {target[flow]: "current" for flow in steps[-1].marking}
    if len(steps) == len(flaw.trace):
        marks[flaw.element or ""] = "missing"
    svg = etree.fromstring(render(xml, marks))
    layer = add(svg, "g", "numbers", aria_hidden="true")
    for element in {step.element for step in steps} & set(shapes):
        turns = [str(n) for n, step in enumerate(steps, 1) if step.element == element]
        _number(layer, ", ".join(turns), shapes[element])
    return etree.tostring(svg, encoding="unicode")


def _number(layer: etree._Element, text: str, box: Box) -> None:
    width = NUMBER * 2 + max(0, len(text) - 2) * 7
    left = box.x + NUMBER - width
    add(layer, "rect", x=left, y=box.y - NUMBER, width=width, height=NUMBER * 2,
        rx=NUMBER, fill="#00404f")  # fmt: skip
    label = add(layer, "text", x=left + width / 2, y=box.y + 4, fill="#fff",
                font_size=12, style="fill:#fff")  # fmt: skip
    label.text = text


def _told(diagram: Diagram, flaw: Flaw, pictures: Sequence[str]) -> str:
    steps = [spoken(diagram, step) or f"{named(diagram, step.element)} passeras"
             for step in flaw.trace]  # fmt: skip
    items = "".join(f'<li><a href="#steg-{n}">{escape(s)}</a></li>' for n, s in enumerate(steps, 1))
    figures = "".join(
        f'<figure id="steg-{n}"><figcaption>Steg {n}: {escape(step)}</figcaption>'
        f'<img src="{picture}" alt="{escape(_lies(diagram, played))}"></figure>'
        for n, (step, played, picture) in enumerate(
            zip(steps, flaw.trace, pictures, strict=True), 1)
    )  # fmt: skip
    back = '<p><a href="index.html">Allt som kan gå fel</a></p>'
    return f"{back}<ol>{items}</ol>{KEY}{figures}"


def _lies(diagram: Diagram, step: Played) -> str:
    """Say where the tokens lie after a step, for those who do not see the picture."""
    target = {flow.id: flow.target for flow in diagram.flows}
    waiting = [named(diagram, target[flow]) for flow in step.marking]
    return f"Nu väntar: {', '.join(waiting)}." if waiting else "Nu väntar ingenting."


def _list(flaws: Sequence[Flaw]) -> str:
    items = "".join(
        f'<li><a href="{_name(flaw)}.html">{escape(flaw.file)}: {escape(flaw.message)}</a></li>'
        for flaw in flaws
    )
    return f"<ul>{items}</ul>" if flaws else "<p>Ingenting kan gå fel.</p>"


def _title(diagram: Diagram, flaw: Flaw) -> str:
    said = fault(diagram, flaw.rule, flaw.element or "")
    return f"{diagram.name}: {said}"


def _name(flaw: Flaw) -> str:
    parts = (flaw.file.removesuffix(".bpmn"), flaw.rule, flaw.element, flaw.about)
    return "-".join(part for part in parts if part)


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="sv"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style><h1>{escape(title)}</h1>{body}</html>"
    )
