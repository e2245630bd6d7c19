"""The smallest right file of each kind: what a new diagram, form or decision table begins as."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from lxml import etree

from engine.bpmn.diagram import LANE_PREFIX
from engine.bpmn.source import BPMN, SPIFF
from engine.modelling.redraw import redrawn

TARGET = "https://skyddsprocessen.se/bpmn"
SCHEMA = 19
"""Of form-js, as the forms of the set have it."""
DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/"
DC = "http://www.omg.org/spec/DMN/20180521/DC/"
OF_DMN = cast("Mapping[str, str]", {None: DMN, "dmndi": DMNDI, "dc": DC})
"""Prefixes; a file that says everything in DMN needs none for it."""
Column = tuple[str, str]
"""A variable, and what people call it."""


def diagram(process: str, name: str, agency: str, agency_name: str) -> str:
    """Return a process that begins and ends, in the lane of an agency."""
    names = {"bpmn": BPMN, "spiffworkflow": SPIFF}
    root = etree.Element(_bpmn("definitions"), id=f"definitions_{process}",
                         targetNamespace=TARGET, nsmap=names)  # fmt: skip
    pool = etree.SubElement(root, _bpmn("collaboration"), id=f"collaboration_{process}")
    etree.SubElement(pool, _bpmn("participant"), id=f"pool_{process}", name=name,
                     processRef=process)  # fmt: skip
    body = etree.SubElement(root, _bpmn("process"), id=process, name=name, isExecutable="true")
    lanes = etree.SubElement(body, _bpmn("laneSet"), id=f"lanes_{process}")
    lane = etree.SubElement(lanes, _bpmn("lane"), id=f"{LANE_PREFIX}{agency}", name=agency_name)
    flow = f"flow_start_{process}__end_{process}"
    for kind, id_, word, end in (("startEvent", "start", "Start", "outgoing"),
                                 ("endEvent", "end", "Slut", "incoming")):  # fmt: skip
        node = etree.SubElement(body, _bpmn(kind), id=f"{id_}_{process}", name=word)
        etree.SubElement(node, _bpmn(end)).text = flow
        etree.SubElement(lane, _bpmn("flowNodeRef")).text = f"{id_}_{process}"
    etree.SubElement(body, _bpmn("sequenceFlow"), id=flow, sourceRef=f"start_{process}",
                     targetRef=f"end_{process}")  # fmt: skip
    return redrawn(f"{process}.bpmn", etree.tostring(root, encoding="UTF-8"))


def _bpmn(name: str) -> str:
    return f"{{{BPMN}}}{name}"


def form(form_id: str, name: str) -> str:
    """Return a form that says what it is for and asks for a note."""
    parts = [
        {"type": "text", "id": f"{form_id}_rubrik", "text": f"# {name}"},
        {"type": "textarea", "id": f"{form_id}_anteckning", "key": "anteckning",
         "label": "Anteckning"},
    ]  # fmt: skip
    whole = {"type": "default", "schemaVersion": SCHEMA, "id": form_id, "components": parts}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def decision(id_: str, name: str, reads: Column, gives: Column, code: str) -> str:
    """Return a table that reads one variable and always gives another the same code."""
    root = etree.Element(_dmn("definitions"), id=f"definitions_{id_}", name=name,
                         namespace="https://skyddsprocessen.se/dmn",
                         nsmap=OF_DMN)  # fmt: skip
    made = etree.SubElement(root, _dmn("decision"), id=id_, name=name)
    table = etree.SubElement(made, _dmn("decisionTable"), id=f"{id_}_tabell", hitPolicy="UNIQUE")
    column = etree.SubElement(table, _dmn("input"), id=f"{id_}_in", label=reads[1])
    asked = etree.SubElement(column, _dmn("inputExpression"), id=f"{id_}_in_uttryck",
                             typeRef="string")  # fmt: skip
    etree.SubElement(asked, _dmn("text")).text = reads[0]
    etree.SubElement(table, _dmn("output"), id=f"{id_}_ut", label=gives[1], name=gives[0],
                     typeRef="string")  # fmt: skip
    rule = etree.SubElement(table, _dmn("rule"), id=f"{id_}_rad")
    for kind, ending, said in (("inputEntry", "in", "-"), ("outputEntry", "ut", f'"{code}"')):
        entry = etree.SubElement(rule, _dmn(kind), id=f"{id_}_rad_{ending}")
        etree.SubElement(entry, _dmn("text")).text = said
    drawing = etree.SubElement(root, f"{{{DMNDI}}}DMNDI")
    page = etree.SubElement(drawing, f"{{{DMNDI}}}DMNDiagram", id=f"{id_}_ritning")
    shape = etree.SubElement(page, f"{{{DMNDI}}}DMNShape", id=f"{id_}_di", dmnElementRef=id_)
    etree.SubElement(shape, f"{{{DC}}}Bounds", height="80", width="180", x="160", y="100")
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True).decode()


def _dmn(name: str) -> str:
    return f"{{{DMN}}}{name}"
