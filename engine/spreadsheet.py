"""Writes tables as files that a spreadsheet opens: XLSX (ISO/IEC 29500) and CSV.

A text can never become a formula: in XLSX it is written as text, and in both, one that begins
like a formula gets an apostrophe before it, so that it stays harmless when copied on.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

Cell = str | int
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
LONGEST_NAME = 31
FORBIDDEN_IN_NAMES = str.maketrans("[]:*?/\\", "       ")
WIDE, NARROW = "58", "16"
UNCHANGING = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside, so that the same tables give the same bytes."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Maker = Callable[..., etree._Element]


def _maker(namespace: str) -> Maker:
    """Return a function that makes elements: tag, children or text, attributes."""

    prefixes: Any = {None: namespace, "r": _OFFICE}  # its types do not know of the default one

    def make(tag: str, /, *inside: etree._Element | str, **attributes: str) -> etree._Element:
        element = etree.Element(f"{{{namespace}}}{tag}", nsmap=prefixes)
        for name, value in attributes.items():
            element.set(name, value)
        for each in inside:
            if isinstance(each, str):
                element.text = each
            else:
                element.append(each)
        return element

    return make


_main = _maker(_MAIN)
_links = _maker(f"{_PACKAGE}/relationships")
_types = _maker(f"{_PACKAGE}/content-types")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, and rows of texts and numbers; the first cell of a row is the widest."""

    name: str
    rows: Sequence[Sequence[Cell]]
    bold: frozenset[int] = frozenset()
    """Rows, from 0, that are headings."""


def csv_of(sheets: Iterable[Sheet]) -> bytes:
    """Return sheets one after the other, as Swedish spreadsheets read them: UTF-8, semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow([])
        writer.writerow([harmless(sheet.name)])
        writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_of(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook with these sheets."""
    names = _names(sheets)
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([(f"{_OFFICE}/officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(names),
        "xl/_rels/workbook.xml.rels": _relations([
            *((f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in _numbers(sheets)),
            (f"{_OFFICE}/styles", "styles.xml"),
        ]),
        "xl/styles.xml": _styles(),
    } | {f"xl/worksheets/sheet{n}.xml": _sheet(s) for n, s in zip(_numbers(sheets), sheets, strict=True)}  # fmt: skip  # noqa: E501
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root in parts.items():
            xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            archive.writestr(zipfile.ZipInfo(name, UNCHANGING), xml, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _numbers(sheets: Sequence[Sheet]) -> range:
    return range(1, len(sheets) + 1)


def _names(sheets: Iterable[Sheet]) -> list[str]:
    """Return names that a workbook allows: short, without some signs, and no two alike."""
    names: list[str] = []
    for sheet in sheets:
        allowed = " ".join(sheet.name.translate(FORBIDDEN_IN_NAMES).split())
        name = allowed.strip("'")[:LONGEST_NAME].strip()
        while name.lower() in (each.lower() for each in names):
            name = f"{name[: LONGEST_NAME - 3].strip()} {len(names)}"
        names.append(name)
    return names


def _workbook(names: Sequence[str]) -> etree._Element:
    listed = [
        _main("sheet", name=name, sheetId=str(n), **{f"{{{_OFFICE}}}id": f"rId{n}"})
        for n, name in enumerate(names, 1)
    ]
    return _main("workbook", _main("sheets", *listed))


def _relations(targets: Iterable[tuple[str, str]]) -> etree._Element:
    links = [
        _links("Relationship", Id=f"rId{n}", Type=kind, Target=target)
        for n, (kind, target) in enumerate(targets, 1)
    ]
    return _links("Relationships", *links)


def _content_types(count: int) -> etree._Element:
    parts = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    parts |= {f"/xl/worksheets/sheet{n}.xml": "worksheet" for n in range(1, count + 1)}
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return _types("Types",
        _types("Default", Extension="rels", ContentType=relations),
        _types("Default", Extension="xml", ContentType="application/xml"),
        *(_types("Override", PartName=name, ContentType=f"{_KIND}.{kind}+xml")
          for name, kind in parts.items()),
    )  # fmt: skip


def _styles() -> etree._Element:
    """Return two styles: 0 is plain, 1 is bold."""
    size, typeface = {"val": "11"}, {"val": "Calibri"}
    fonts = [
        _main("font", *weight, _main("sz", **size), _main("name", **typeface))
        for weight in ((), (_main("b"),))
    ]
    fills = [_main("fill", _main("patternFill", patternType=kind)) for kind in ("none", "gray125")]
    formats = [_main("xf", numFmtId="0", fontId=n, fillId="0", borderId="0") for n in "001"]
    base, plain, bold = formats
    for each in (plain, bold):
        each.set("xfId", "0")
        each.set("applyFont", "1")
    return _main(
        "styleSheet",
        _main("fonts", *fonts, count="2"),
        _main("fills", *fills, count="2"),
        _main("borders", _main("border"), count="1"),
        _main("cellStyleXfs", base, count="1"),
        _main("cellXfs", plain, bold, count="2"),
        _main("cellStyles", _main("cellStyle", name="Normal", xfId="0", builtinId="0"), count="1"),
    )


def _sheet(sheet: Sheet) -> etree._Element:
    widest = max((len(row) for row in sheet.rows), default=1)
    columns = [_main("col", min="1", max="1", width=WIDE, customWidth="1")]
    if widest > 1:
        columns.append(_main("col", min="2", max=str(widest), width=NARROW, customWidth="1"))
    rows = [
        _main("row", *(_cell(cell, bold=n in sheet.bold) for cell in row), r=str(n + 1))
        for n, row in enumerate(sheet.rows)
    ]
    return _main("worksheet", _main("cols", *columns), _main("sheetData", *rows))


def _cell(cell: Cell, *, bold: bool) -> etree._Element:
    style = "1" if bold else "0"
    if isinstance(cell, int):
        return _main("c", _main("v", str(cell)), s=style)
    text = _main("t", str(harmless(cell)))
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _main("c", _main("is", text), t="inlineStr", s=style)
