"""Writes tables as files that a spreadsheet opens: XLSX and CSV.

A text can never become a formula: one that begins like one gets an apostrophe before it, so that
it stays harmless when it is copied on, too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell as Written
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Cell = str | int
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
LONGEST_NAME = 31
FORBIDDEN_IN_NAMES = str.maketrans("[]:*?/\\", "       ")
WIDE, NARROW = 58, 16


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
    workbook = Workbook(write_only=True)
    for name, sheet in zip(_names(sheets), sheets, strict=True):
        written = workbook.create_sheet(name)
        written.column_dimensions["A"].width = WIDE
        for letter in "BCDEFGHIJ":
            written.column_dimensions[letter].width = NARROW
        for number, row in enumerate(sheet.rows):
            bold = number in sheet.bold
            written.append([_cell(written, cell, bold=bold) for cell in row])
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


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


def _cell(sheet: WriteOnlyWorksheet, cell: Cell, *, bold: bool) -> Written:
    written = WriteOnlyCell(sheet, harmless(cell))
    written.font = Font(bold=bold)
    written.alignment = Alignment(wrap_text=True, vertical="top")
    return written
