"""Files that spreadsheets open, and that never calculate anything."""

import io
import zipfile

import pytest
from lxml import etree

from engine.spreadsheet import Sheet, csv_of, harmless, xlsx_of

HEADS = ["Ålder", "Antal"]
SHEET = Sheet("Ålder", [HEADS, ["Barn", 12], ["=1+1", "färre än 5"]], frozenset({0}))
NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def part(workbook: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return etree.fromstring(archive.read(name))


def cells(workbook: bytes, number: int = 1) -> list[list[str]]:
    sheet = part(workbook, f"xl/worksheets/sheet{number}.xml")
    return [["".join(cell.itertext()) for cell in row.findall("m:c", NAMES)]
            for row in sheet.findall(".//m:row", NAMES)]  # fmt: skip


def test_a_csv_is_utf_8_with_a_mark_and_semicolons() -> None:
    assert (
        csv_of([SHEET, Sheet("B", [["x", 1]])])
        == (
            "\ufeffÅlder\r\nÅlder;Antal\r\nBarn;12\r\n'=1+1;färre än 5\r\n\r\nB\r\nx;1\r\n"
        ).encode()
    )


def test_a_csv_keeps_a_semicolon_in_a_text_together() -> None:
    assert '"a;b";"c""d"' in csv_of([Sheet("A", [["a;b", 'c"d']])]).decode()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_begins_like_a_formula_is_made_harmless(text) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["Barn", "a=b", "", "– 5", 5, -5, 0])
def test_everything_else_is_left_alone(cell) -> None:
    assert harmless(cell) == cell


def test_a_workbook_has_texts_and_numbers_and_no_formula() -> None:
    workbook = xlsx_of([SHEET])
    sheet = part(workbook, "xl/worksheets/sheet1.xml")

    assert cells(workbook) == [["Ålder", "Antal"], ["Barn", "12"], ["'=1+1", "färre än 5"]]
    assert sheet.findall(".//m:f", NAMES) == []
    kinds = [cell.get("t") for cell in sheet.findall(".//m:c", NAMES)]
    assert kinds == ["inlineStr", "inlineStr", "inlineStr", None, "inlineStr", "inlineStr"]
    assert [cell.get("s") for cell in sheet.findall(".//m:c", NAMES)] == list("110000")


def test_every_part_of_a_workbook_is_told_of_and_linked() -> None:
    workbook = xlsx_of([SHEET, Sheet("B", [["x"]])])
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        names = set(archive.namelist())
    told = {each.get("PartName", "").lstrip("/") for each in part(workbook, "[Content_Types].xml")}
    linked = {f"xl/{each.get('Target')}" for each in part(workbook, "xl/_rels/workbook.xml.rels")}

    assert {name for name in names if not name.endswith(".rels")} == told - {""} | {
        "[Content_Types].xml"
    }
    assert linked | {"xl/workbook.xml"} == told - {""}
    assert cells(workbook, 2) == [["x"]]


def test_names_of_sheets_are_short_allowed_and_all_different() -> None:
    long = "Ärenden efter vem som uppmärksammade misstanken: [allt]"
    workbook = part(
        xlsx_of([Sheet(long, []), Sheet(long, []), Sheet("a/b", [])]), "xl/workbook.xml"
    )
    names = [each.get("name") for each in workbook.findall(".//m:sheet", NAMES)]

    assert names == ["Ärenden efter vem som uppmärksa", "Ärenden efter vem som uppmär 1", "a b"]
    assert all(len(name or "") <= 31 for name in names)


def test_the_same_tables_give_the_same_bytes() -> None:
    assert xlsx_of([SHEET]) == xlsx_of([SHEET])
