"""The XML of a diagram, and the small changes of it that the table is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from engine.bpmn.diagram import LANE_PREFIX, PROPERTY_PREFIX
from engine.bpmn.source import BPMN, NS, SPIFF, read_xml

LONGEST_ID = 40
FIRST = ("documentation", "extensionElements")
"""What comes first in an element, in this order (BPMN 2.0.2, table 8.1)."""
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def bpmn(name: str) -> str:
    """Return the full name of a BPMN element."""
    return f"{{{BPMN}}}{name}"


def _spiff(name: str) -> str:
    return f"{{{SPIFF}}}{name}"


@dataclass(frozen=True)
class Parts:
    """A diagram as it is being changed."""

    root: etree._Element
    process: etree._Element

    @classmethod
    def read(cls, path: str, text: str) -> Parts:
        """Read a file that `read_table` has read."""
        root = read_xml(path, text.encode())
        process = root.find("bpmn:process", NS)
        assert process is not None  # noqa: S101  read_table has found one
        return cls(root, process)

    def text(self) -> str:
        """Return the file."""
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8").decode()

    def node(self, id_: str) -> etree._Element:
        """Return a step or a flow of the process; KeyError without it."""
        for each in self.process:
            if each.get("id") == id_:
                return each
        raise KeyError(id_)

    def flows(self, *, source: str = "", target: str = "") -> list[etree._Element]:
        """Return the flows out of a step, or into one."""
        return [
            flow for flow in self.process.iterfind("bpmn:sequenceFlow", NS)
            if source in ("", flow.get("sourceRef")) and target in ("", flow.get("targetRef"))
        ]  # fmt: skip

    def on_border(self, host: str) -> list[etree._Element]:
        """Return the events at the border of a step."""
        events = self.process.iterfind("bpmn:boundaryEvent", NS)
        return [each for each in events if each.get("attachedToRef") == host]

    # --- making and taking away -------------------------------------------------------------------

    def add_node(self, kind: str, wanted: str, name: str, lane: etree._Element) -> etree._Element:
        """Add a step to a lane, with an id as it is wanted, or a number more."""
        node = etree.Element(bpmn(kind), id=self.free_id(wanted))
        if name:
            node.set("name", name)
        last = max(
            (n for n, e in enumerate(self.process) if e.tag != bpmn("sequenceFlow")), default=0
        )
        self.process.insert(last + 1, node)
        etree.SubElement(lane, bpmn("flowNodeRef")).text = node.get("id")
        return node

    def add_flow(self, source: str, target: str) -> etree._Element:
        """Add a flow between two steps."""
        id_ = self.free_id(f"flow_{source}__{target}"[:80])
        flow = etree.SubElement(
            self.process, bpmn("sequenceFlow"), id=id_, sourceRef=source, targetRef=target
        )
        self.tidy_ends()
        return flow

    def remove(self, *nodes: etree._Element) -> None:
        """Take steps and flows away, and every mention of them."""
        gone = {each.get("id") for each in nodes}
        for each in nodes:
            self.process.remove(each)
        for each in self.process:
            if each.get("default") in gone:
                del each.attrib["default"]
        for ref in list(self.process.iterfind(".//bpmn:flowNodeRef", NS)):
            if (ref.text or "").strip() in gone:
                _drop(ref)
        self.tidy_ends()

    def tidy_ends(self) -> None:
        """Let each step list the flows that reach and leave it, as the format wants."""
        for node in self.process:
            if not isinstance(node.tag, str) or not node.get("id"):
                continue
            for old in [*node.findall("bpmn:incoming", NS), *node.findall("bpmn:outgoing", NS)]:
                _drop(old)
            at = sum(1 for child in node if etree.QName(child).localname in FIRST)
            for name, flows in self._ends(node.get("id", "")):
                for flow in flows:
                    end = etree.Element(bpmn(name))
                    end.text = flow.get("id")
                    node.insert(at, end)
                    at += 1

    def _ends(self, id_: str) -> Iterator[tuple[str, list[etree._Element]]]:
        yield "incoming", self.flows(target=id_)
        yield "outgoing", self.flows(source=id_)

    # --- lanes ------------------------------------------------------------------------------------

    def lane(self, agency: str, name: str) -> etree._Element:
        """Return the lane of an agency; a new one, last, where it has none."""
        id_ = f"{LANE_PREFIX}{agency}"
        for lane in self.process.iterfind(".//bpmn:lane", NS):
            if lane.get("id") == id_:
                return lane
        lanes = self.process.find("bpmn:laneSet", NS)
        if lanes is None:
            lanes = etree.Element(bpmn("laneSet"), id=self.free_id("lanes"))
            self.process.insert(0, lanes)
        return etree.SubElement(lanes, bpmn("lane"), id=id_, name=name)

    def lane_of(self, element: str) -> etree._Element:
        """Return the lane of a step; the first, where it is in none."""
        lanes = list(self.process.iterfind(".//bpmn:lane", NS))
        for lane in lanes:
            for ref in lane.iterfind("bpmn:flowNodeRef", NS):
                if (ref.text or "").strip() == element:
                    return lane
        return lanes[0] if lanes else self.lane("system", "system")

    def move(self, node: etree._Element, lane: etree._Element) -> None:
        """Put a step, and what waits at its border, in a lane; a lane left empty goes."""
        ids = [node.get("id", ""), *(e.get("id", "") for e in self.on_border(node.get("id", "")))]
        for ref in list(self.process.iterfind(".//bpmn:flowNodeRef", NS)):
            if (ref.text or "").strip() in ids:
                _drop(ref)
        for id_ in ids:
            etree.SubElement(lane, bpmn("flowNodeRef")).text = id_

    def drop_empty_lanes(self) -> None:
        """Take lanes without steps away."""
        for lane in list(self.process.iterfind(".//bpmn:lane", NS)):
            if lane.find("bpmn:flowNodeRef", NS) is None:
                _drop(lane)

    # --- what a step says -------------------------------------------------------------------------

    def set_setting(self, node: etree._Element, name: str, value: str) -> None:
        """Set a `skydd.` property, or take it away where the value is empty."""
        full = f"{PROPERTY_PREFIX}{name}"
        found = node.find(
            f"bpmn:extensionElements/spiff:properties/spiff:property[@name='{full}']", NS
        )
        if found is not None:
            if value:
                found.set("value", value)
            else:
                _drop(found)
        elif value:
            etree.SubElement(self._settings(node), _spiff("property"), name=full, value=value)
        _drop_if_empty(node)

    def _settings(self, node: etree._Element) -> etree._Element:
        extensions = node.find("bpmn:extensionElements", NS)
        if extensions is None:
            extensions = etree.Element(bpmn("extensionElements"))
            node.insert(0 if node.find("bpmn:documentation", NS) is None else 1, extensions)
        settings = extensions.find("spiff:properties", NS)
        return etree.SubElement(extensions, _spiff("properties")) if settings is None else settings

    def set_guidance(self, node: etree._Element, text: str) -> None:
        """Set what is said to the caseworker."""
        said = node.find("bpmn:documentation", NS)
        if said is None and text:
            said = etree.Element(bpmn("documentation"))
            node.insert(0, said)
        if said is not None and text:
            said.text = text
        elif said is not None:
            _drop(said)

    def set_condition(self, flow: etree._Element, text: str) -> None:
        """Set when a way is taken, or that nothing is said of it."""
        said = flow.find("bpmn:conditionExpression", NS)
        if not text:
            if said is not None:
                _drop(said)
            return
        if said is None:
            said = etree.SubElement(flow, bpmn("conditionExpression"))
            said.set(TYPE, "bpmn:tFormalExpression")
        said.text = text

    def free_id(self, wanted: str) -> str:
        """Return an id that nothing in the file has."""
        taken = {each.get("id") for each in self.root.iter(etree.Element)}
        found, number = wanted, 2
        while found in taken:
            found, number = f"{wanted}_{number}", number + 1
        return found


def slug(name: str) -> str:
    """Return a name as an id has it: `Läs beslutet` is `las_beslutet`."""
    plain = unicodedata.normalize("NFKD", name.replace("\u00ad", "")).encode("ascii", "ignore")
    words = re.sub(r"[^a-z0-9]+", "_", plain.decode().lower()).strip("_")
    return words[:LONGEST_ID].strip("_") or "ny"


def _drop(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _drop_if_empty(node: etree._Element) -> None:
    for path in ("bpmn:extensionElements/spiff:properties", "bpmn:extensionElements"):
        found = node.find(path, NS)
        if found is not None and not len(found):
            _drop(found)
