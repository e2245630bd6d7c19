"""Files that spreadsheets open, and that never calculate anything."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from engine.counts.spreadsheet import Sheet, csv_of, harmless, xlsx_of

HEADS = ["Ålder", "Antal"]
SHEET = Sheet("Ålder", [HEADS, ["Barn", 12], ["=1+1", "färre än 5"]], frozenset({0}))


def opened(workbook: bytes) -> Workbook:
    return load_workbook(io.BytesIO(workbook))


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
    (sheet,) = opened(xlsx_of([SHEET])).worksheets

    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["Ålder", "Antal"], ["Barn", 12], ["'=1+1", "färre än 5"],
    ]  # fmt: skip
    assert [[cell.data_type for cell in row] for row in sheet.rows] == [
        ["s", "s"], ["s", "n"], ["s", "s"],
    ]  # fmt: skip
    assert [cell.font.b for row in sheet.rows for cell in row] == [True, True, *[False] * 4]


def test_names_of_sheets_are_short_allowed_and_all_different() -> None:
    long = "Ärenden efter vem som uppmärksammade misstanken: [allt]"
    names = opened(xlsx_of([Sheet(long, []), Sheet(long, []), Sheet("a/b", [])])).sheetnames

    assert names == ["Ärenden efter vem som uppmärksa", "Ärenden efter vem som uppmär 1", "a b"]
    assert all(len(name) <= 31 for name in names)
