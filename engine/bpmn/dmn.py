"""Reads one DMN file into a decision table, and refuses all that the table cannot mean to us."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from lxml import etree

from engine.bpmn.source import local, read_tree, refused
from engine.decisions import (
    HIT_POLICIES,
    Clause,
    DecisionError,
    DecisionTable,
    Rule,
    parse_cell,
    parse_codes,
)
from engine.errors import ModelError
from engine.model import Finding

DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/"
DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/"
NS = {"dmn": DMN}
VARIABLE = re.compile(r"[a-z][a-z0-9_]*")

ALLOWED: dict[str, tuple[set[str], set[str]]] = {
    "definitions": ({"decision"}, {"name", "namespace", "exporter", "exporterVersion"}),
    "decision": ({"description", "decisionTable"}, {"name"}),
    "decisionTable": ({"input", "output", "rule"}, {"hitPolicy", "preferredOrientation"}),
    "input": ({"inputExpression", "inputValues"}, {"label"}),
    "inputExpression": ({"text"}, {"typeRef"}),
    "inputValues": ({"text"}, set()),
    "output": ({"outputValues"}, {"label", "name", "typeRef"}),
    "outputValues": ({"text"}, set()),
    "rule": ({"description", "inputEntry", "outputEntry"}, set()),
    "inputEntry": ({"text"}, set()),
    "outputEntry": ({"text"}, set()),
    "description": (set(), set()),
    "text": (set(), set()),
}
"""What an element may hold: children and attributes, besides `id` and the drawing (DMNDI)."""


def read_decision(file: str, xml: bytes) -> DecisionTable:
    """Read a file with one decision table. Raises ModelError with all that is wrong."""
    root = read_tree(file, xml)
    if root.tag != f"{{{DMN}}}definitions":
        raise refused(file, "filen är inte en beslutstabell i DMN 1.3")
    if found := [*_foreign(file, root), *_ids(file, root), *_shape(file, root)]:
        raise ModelError(found)
    return _Reader(file).table(root)


class _Reader:
    """Reads the parts of a table whose shape is right, noting what is wrong with each."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._findings: list[Finding] = []

    def table(self, root: etree._Element) -> DecisionTable:
        decision = root.find("dmn:decision", NS)
        table = root.find("dmn:decision/dmn:decisionTable", NS)
        assert decision is not None  # noqa: S101  _shape has seen to it
        assert table is not None  # noqa: S101  _shape has seen to it
        inputs = tuple(self._input(node) for node in table.iterfind("dmn:input", NS))
        outputs = tuple(self._output(node) for node in table.iterfind("dmn:output", NS))
        rules = tuple(
            self._rule(number, node, (len(inputs), len(outputs)))
            for number, node in enumerate(table.iterfind("dmn:rule", NS), start=1)
        )
        if self._findings:
            raise ModelError(self._findings)
        return DecisionTable(
            decision.get("id", ""), decision.get("name", ""), _policy(table),
            inputs, outputs, rules,
        )  # fmt: skip

    def _input(self, node: etree._Element) -> Clause:
        expression = node.find("dmn:inputExpression", NS)
        kind = expression.get("typeRef") if expression is not None else None
        return self._clause(node, _text(node, "inputExpression"), kind, "inputValues")

    def _output(self, node: etree._Element) -> Clause:
        return self._clause(node, node.get("name", ""), node.get("typeRef"), "outputValues")

    def _clause(self, node: etree._Element, name: str, kind: str | None, values: str) -> Clause:
        if not VARIABLE.fullmatch(name):
            self._note(node, f"kolumnen ska ha namnet på en variabel, inte {name!r}")
        if kind not in {None, "string"}:
            self._note(node, f"kolumnens typ är {kind!r}, den ska vara string")
        declared = node.find(f"dmn:{values}", NS)
        return Clause(name, self._codes(node, _text(node, values)) if declared is not None else ())

    def _rule(self, number: int, node: etree._Element, width: tuple[int, int]) -> Rule:
        tests, gives = (
            [_text(entry) for entry in node.iterfind(f"dmn:{name}", NS)]
            for name in ("inputEntry", "outputEntry")
        )
        if (len(tests), len(gives)) != width:
            self._note(node, f"regel {number} har inte en cell för varje kolumn")
        cells = []
        for text in tests:
            try:
                cells.append(parse_cell(text))
            except DecisionError as error:
                self._note(node, f"regel {number}: {error}")
        outputs = [self._code(node, number, text) for text in gives]
        return Rule(
            node.get("id") or f"regel_{number}", tuple(cells), tuple(outputs), *_reason(node)
        )

    def _code(self, node: etree._Element, number: int, text: str) -> str:
        codes = self._codes(node, text)
        if len(codes) > 1:
            self._note(node, f"regel {number}: ett utfall är en kod, inte {text}")
        return codes[0] if codes else ""

    def _codes(self, node: etree._Element, text: str) -> tuple[str, ...]:
        try:
            return parse_codes(text)
        except DecisionError as error:
            self._note(node, str(error))
            return ()

    def _note(self, node: etree._Element, message: str) -> None:
        self._findings.append(Finding(self._file, node.get("id"), "decision", message))


def _foreign(file: str, root: etree._Element) -> Iterator[Finding]:
    """Yield what is not on the list of what a file may hold; the drawing is not looked at."""
    left = [root]
    while left:
        node = left.pop()
        children, attributes = ALLOWED[local(node)]
        for name in sorted({str(key) for key in node.attrib} - attributes - {"id"}):
            if not name.startswith("{"):  # a tool's own namespace: widths of columns and the like
                message = f"{name} på {local(node)} stöds inte"
                yield Finding(file, _place(node), "element", message)
        for child in node:
            namespace = etree.QName(child).namespace if isinstance(child.tag, str) else ""
            if namespace == DMN and local(child) in children:
                left.append(child)
            elif not (namespace == DMNDI and node is root):
                message = f"elementet {local(child)} stöds inte i {local(node)}"
                yield Finding(file, _place(child), "element", message)


def _ids(file: str, root: etree._Element) -> Iterator[Finding]:
    ids = (n.get("id") for n in root.iter(etree.Element) if n.get("id"))
    for id_, count in Counter(ids).items():
        if count > 1:
            yield Finding(file, id_, "double-id", f"id:t {id_} finns {count} gånger")


def _shape(file: str, root: etree._Element) -> Iterator[Finding]:
    decisions = root.findall("dmn:decision", NS)
    if len(decisions) != 1:
        why = f"filen har {len(decisions)} beslut, den ska ha exakt ett"
        yield Finding(file, None, "one-decision", why)
        return
    decision, id_ = decisions[0], decisions[0].get("id")
    if id_ != PurePath(file).stem:
        yield Finding(file, id_, "stem", f"beslutets id är {id_!r}, det ska vara filens namn")
    if not decision.get("name"):
        yield Finding(file, id_, "name", "beslutet saknar namn")
    tables = decision.findall("dmn:decisionTable", NS)
    if len(tables) != 1:
        yield Finding(file, id_, "decision", "beslutet ska ha en beslutstabell")
    for table in tables:
        yield from _table_shape(file, id_, table)


def _table_shape(file: str, id_: str | None, table: etree._Element) -> Iterator[Finding]:
    if (policy := _policy(table)) not in HIT_POLICIES:
        message = f"träffregeln {policy} stöds inte, bara {', '.join(HIT_POLICIES)}"
        yield Finding(file, id_, "decision", message)
    for name, word in (("input", "indata"), ("output", "utfall"), ("rule", "regler")):
        if table.find(f"dmn:{name}", NS) is None:
            yield Finding(file, id_, "decision", f"tabellen saknar {word}")


def _policy(table: etree._Element) -> str:
    return table.get("hitPolicy") or "UNIQUE"  # DMN 1.3 table 48: the default


def _reason(rule: etree._Element) -> tuple[str, str]:
    """Return the law and the note of a rule, written `UtlL 5:15: varför`."""
    text = " ".join((rule.findtext("dmn:description", "", NS) or "").split())
    law, colon, note = text.partition(": ")
    return (law, note) if colon else ("", text)


def _text(node: etree._Element, name: str = "") -> str:
    path = f"dmn:{name}/dmn:text" if name else "dmn:text"
    return " ".join((node.findtext(path, "", NS) or "").split())


def _place(node: etree._Element) -> str | None:
    return next((n.get("id") for n in [node, *node.iterancestors()] if n.get("id")), None)
