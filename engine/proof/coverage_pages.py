"""The coverage as pages that stand alone: a list, and each diagram with its parts marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import LANE_PREFIX, Diagram
from engine.bpmn.drawing.svg import render
from engine.proof.coverage import KINDS, Covered, Share

WORDS = {
    "flows": "Flöden",
    "nodes": "Element",
    "lanes": "Banor",
    "boundary_events": "Kanthändelser",
    "deadlines": "Frister",
}
KEY = (
    "<p>Utfört är grönt med tjock linje. Det som saknas är rött, streckat och märkt med kryss.</p>"
)
STYLE = """
body { font: 1rem/1.5 "Source Sans 3", Arial, sans-serif; color: #0b0c0c; margin: 1.5rem; }
a { color: #00404f; } table { border-collapse: collapse; } caption { text-align: left; }
th, td { padding: .35rem .8rem; border-bottom: 1px solid #b1b4b6; text-align: right; }
th:first-child, td:first-child { text-align: left; }
.lack { color: #a8261b; font-weight: bold; } .drawing { overflow-x: auto; }
"""


def pages(processes: ProcessSet, covered: Sequence[Covered]) -> Iterator[tuple[str, str]]:
    """Yield (file name, HTML): `index.html`, then a page for each diagram."""
    yield "index.html", _page("Täckning", _table(covered))
    for each in covered:
        diagram = processes.diagrams[each.process]
        xml = processes.files[diagram.file].encode()
        drawing = render(xml, _marks(each))
        told = _told(each, diagram)
        back = '<p><a href="index.html">Alla diagram</a></p>'
        shown = f'{KEY}<div class="drawing" tabindex="0">{drawing}</div>'
        yield f"{each.process}.html", _page(each.name, back + _table([each]) + shown + told)


def _marks(covered: Covered) -> Mapping[str, str]:
    shares = (covered.flows, covered.nodes, covered.lanes)
    done = {id_: "executed" for share in shares for id_ in share.executed}
    return done | {id_: "missing" for share in shares for id_ in share.missing}


def _told(covered: Covered, diagram: Diagram) -> str:
    """Say in words what is missing, so that the colours are not needed."""
    if not covered.missing():
        return "<p>Allt i diagrammet är utfört.</p>"
    names = {id_: e.name or id_ for id_, e in diagram.elements.items()}
    said = {f.id: f"{names[f.source]} → {names[f.target]}" for f in diagram.flows} | names
    parts = [_missing(WORDS[kind], getattr(covered, kind), said) for kind in KINDS]
    return f"<h2>Saknas</h2>{''.join(parts)}"


def _missing(title: str, share: Share, said: Mapping[str, str]) -> str:
    if not share.missing:
        return ""
    lines = "".join(f"<li>{escape(_line(each, said))}</li>" for each in share.missing)
    return f"<h3>{title}</h3><ul>{lines}</ul>"


def _line(id_: str, said: Mapping[str, str]) -> str:
    name = said.get(id_, id_.removeprefix(LANE_PREFIX))
    return f"{name} ({id_})" if id_ in said and name != id_ else name


def _table(covered: Iterable[Covered]) -> str:
    heads = "".join(f'<th scope="col">{word}</th>' for word in WORDS.values())
    lines = "".join(map(_row, covered))
    head = f'<thead><tr><th scope="col">Diagram</th>{heads}</tr></thead>'
    return f"<table><caption>Utfört av alla</caption>{head}<tbody>{lines}</tbody></table>"


def _row(covered: Covered) -> str:
    cells = "".join(_cell(getattr(covered, kind)) for kind in KINDS)
    link = f'<a href="{covered.process}.html">{escape(covered.name)}</a>'
    return f"<tr><td>{link}</td>{cells}</tr>"


def _cell(share: Share) -> str:
    mark = ' class="lack"' if share.missing else ""
    return f"<td{mark}>{len(share.executed)} av {share.total}</td>"


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – täckning</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{body}</main></body></html>"
    )
