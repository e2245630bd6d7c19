"""Draws the diagram in a BPMN file as a picture that stands alone: no script, nothing to fetch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from engine.bpmn.drawing.drawn import Drawn, read_drawn
from engine.bpmn.drawing.geometry import Box, Point
from engine.bpmn.drawing.graph import EVENTS, tag
from engine.bpmn.drawing.svg_lines import draw_line, draw_line_label
from engine.bpmn.drawing.svg_notes import note_on_line, note_on_shape
from engine.bpmn.drawing.svg_pen import SVG, add, number, plain
from engine.bpmn.drawing.svg_shapes import draw_label, draw_shape
from engine.bpmn.drawing.svg_style import STYLE, badges
from engine.bpmn.source import local, read_xml

MARGIN = 14
NOTHING: Mapping[str, str] = {}
UNKNOWN = etree.Element("unknown")
CONTAINERS = ("participant", "lane", "group", "subProcess", "transaction", "adHocSubProcess")
KINDS = {
    "sequenceFlow": "Flöde",
    "messageFlow": "Meddelandeflöde",
    "association": "Koppling",
    "lane": "Bana",
    "participant": "Pool",
}


def render(
    xml: bytes, marks: Mapping[str, str] = NOTHING, notes: Mapping[str, str] = NOTHING
) -> str:
    """Return the drawing in a file as SVG, with marks on elements: id → one of `svg_style.MARKS`.

    `notes` are a few letters each, written on an element or a flow.
    Raises ModelError for what is no BPMN file, and ValueError for a file with no process in it.
    """
    root = read_xml("diagram", xml)
    sheet = _Sheet(root, read_drawn(xml), marks, notes)
    sheet.draw()
    return etree.tostring(sheet.svg, encoding="unicode")


class _Sheet:
    """The picture as it is drawn: what is below comes first."""

    def __init__(
        self, root: etree._Element, drawn: Drawn, marks: Mapping[str, str], notes: Mapping[str, str]
    ) -> None:
        self.drawn, self.marks, self.notes = drawn, marks, notes
        self.elements = {each.get("id", ""): each for each in root.iter(etree.Element)}
        self.defaults = {each.get("default") for each in self.elements.values()}
        self.svg = _empty(root, drawn)

    def draw(self) -> None:
        """Draw containers, lines, the shapes they join, events on their borders, and badges."""
        shapes = sorted(self.drawn.shapes.items(), key=lambda each: self._depth(*each))
        behind = [id for id, _ in shapes if self._kind(id) in CONTAINERS]
        self._shapes(behind)
        for id, points in self.drawn.edges.items():
            if len(points) > 1:
                self._line(id, points)
        self._shapes(id for id, _ in shapes if id not in behind)
        self._badges()
        self._notes()

    def _shapes(self, ids: Iterable[str]) -> None:
        for id in ids:
            box, element = self.drawn.shapes[id], self._element(id)
            group = self._group(id)
            draw_shape(group, element, box, self._is_leaf(element))
            if local(element) in EVENTS or local(element).endswith("Gateway"):
                draw_label(group, element.get("name", ""), box, self.drawn.labels.get(id))

    def _line(self, id: str, points: Sequence[Point]) -> None:
        group, element = self._group(id), self._element(id)
        draw_line(group, local(element), points, id in self.defaults)
        draw_line_label(group, element.get("name", ""), points, self.drawn.labels.get(id))

    def _badges(self) -> None:
        """Put the badges on top of everything, clear of the boundary events of their host."""
        layer = add(self.svg, "g", "badges", aria_hidden="true")
        events = self._borders()
        for id, box in self.drawn.shapes.items():
            is_event = self._kind(id) in EVENTS
            badges(layer, self.marks.get(id, ""), box, () if is_event else events)

    def _borders(self) -> list[Box]:
        """Return where the events on borders are."""
        return [box for id, box in self.drawn.shapes.items() if self._kind(id) == "boundaryEvent"]

    def _notes(self) -> None:
        """Write the notes; whoever hears the drawing read gets them with the names."""
        if not self.notes:
            return
        layer = add(self.svg, "g", "notes", aria_hidden="true")
        for id, points in self.drawn.edges.items():
            if id in self.notes and len(points) > 1:
                note_on_line(layer, self.notes[id], points)
        for id, box in self.drawn.shapes.items():
            if id in self.notes:
                note_on_shape(layer, self.notes[id], box, self._borders())

    def _group(self, id: str) -> etree._Element:
        kind = self._kind(id)
        group = add(self.svg, "g", f"bpmn-{kind} {self.marks.get(id, '')}".strip(), id=id)
        name = plain(self._element(id).get("name")) or KINDS.get(kind, "")
        if name:
            noted = f"{name}: {self.notes[id]}" if id in self.notes else name
            add(group, "title").text = noted
        return group

    def _element(self, id: str) -> etree._Element:
        return self.elements.get(id.rpartition(":")[2], UNKNOWN)

    def _kind(self, id: str) -> str:
        return local(self._element(id))

    def _depth(self, id: str, box: Box) -> tuple[int, float]:
        """Say how early a shape is drawn: pools, lanes, big before small; boundary events last."""
        kind = self._kind(id)
        order = CONTAINERS.index(kind) if kind in CONTAINERS else len(CONTAINERS)
        order = min(order, CONTAINERS.index("group"))
        return order + (kind == "boundaryEvent"), -box.width * box.height

    def _is_leaf(self, element: etree._Element) -> bool:
        """Tell whether nothing is drawn inside: a task, a closed subprocess, a black box."""
        inside = element
        if local(element) == "participant":
            inside = self.elements.get(element.get("processRef", ""), UNKNOWN)
        return not any(each.get("id") in self.drawn.shapes for each in inside.iterdescendants())


def _empty(root: etree._Element, drawn: Drawn) -> etree._Element:
    """Return the sheet with its title, what it shows in words, and its style."""
    left, top, width, height = _extent(drawn)
    svg = etree.fromstring(f'<svg xmlns="{SVG}" role="img"/>')
    svg.set("viewBox", " ".join(map(number, (left, top, width, height))))
    svg.set("width", number(width))
    svg.set("height", number(height))
    names = [f"{drawn.graph.plane}_{part}" for part in ("title", "desc")]
    svg.set("aria-labelledby", " ".join(names))
    add(svg, "title", id=names[0]).text = _title(root, drawn)
    add(svg, "desc", id=names[1]).text = described(drawn)
    add(svg, "style").text = STYLE
    return svg


def described(drawn: Drawn) -> str:
    """Say in words what a drawing shows."""
    lanes = [plain(lane.name) for lane in drawn.graph.lanes if lane.name]
    tasks = [plain(node.name) for node in drawn.graph.nodes.values() if node.is_task and node.name]
    said = f"Banor: {', '.join(lanes)}. " if lanes else ""
    steps = f"Steg: {'; '.join(dict.fromkeys(tasks))}." if tasks else ""
    return f"Processdiagram. {said}{steps}".strip()


def _title(root: etree._Element, drawn: Drawn) -> str:
    names = [each.get("name") for each in root.iter(tag("process"), tag("participant"))]
    return next((plain(name) for name in names if plain(name)), drawn.graph.plane)


def _extent(drawn: Drawn) -> Box:
    boxes = [*drawn.shapes.values(), *drawn.labels.values()]
    points = [point for line in drawn.edges.values() for point in line]
    across = [x for box in boxes for x in (box.x, box.right)] + [point.x for point in points]
    down = [y for box in boxes for y in (box.y, box.bottom)] + [point.y for point in points]
    if not across:
        return Box(0, 0, 1, 1)
    left, top = min(across) - MARGIN, min(down) - MARGIN
    return Box(left, top, max(across) + MARGIN - left, max(down) + MARGIN - top)
