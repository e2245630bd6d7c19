import pytest

from engine.errors import ModelError
from engine.model import Finding
from engine.modelling.lines import difference, line_of, placed, plain
from engine.modelling.sources import text_of

TOML = '# Frister\n["DL-1"]\nnamn = "A"\n\n[DL-10]\nnamn = "B"\nA1.namn = "C"\n'


def at(element: str | None, message: str = "fel") -> Finding:
    return Finding("x.toml", element, "register", message)


@pytest.mark.parametrize(("element", "line"), [
    ("DL-1", 2), ("DL-10", 5), ("A1", 7), ("DL", None), (None, None),
])  # fmt: skip
def test_a_finding_is_at_the_line_where_its_entry_begins(
    element: str | None, line: int | None
) -> None:
    assert line_of(TOML, at(element)) == line


@pytest.mark.parametrize("text", ['<a>\n<b id="e"/>', '{\n"id": "e"}', '{\n"key": "e"}'])
def test_elements_and_questions_have_lines_too(text: str) -> None:
    assert line_of(text, at("e")) == 2


@pytest.mark.parametrize(("path", "text"), [
    ("x.toml", "[a]\nb = \n"), ("forms/x.form", '{\n"a": }'), ("x.bpmn", "<a>\n<b>\n</a>"),
])  # fmt: skip
def test_what_cannot_be_read_is_at_the_line_that_the_reader_says(path: str, text: str) -> None:
    with pytest.raises(ModelError) as refused:
        text_of(path, text.encode())

    assert line_of(text, refused.value.findings[0]) in {2, 3}


def test_findings_come_in_the_order_of_the_file() -> None:
    found = placed(TOML, [at("DL-10"), at(None), at("DL-1")])

    assert [number for number, _ in found] == [None, 2, 5]


def test_only_the_lines_that_differ_are_told() -> None:
    assert difference("a\nb\nc", "a\nB\nc\nd") == ["-b", "+B", "+d"]
    assert difference("--- a", "--- b") == ["---- a", "+--- b"]


def test_a_text_of_a_form_is_as_files_have_it() -> None:
    assert plain("a\r\nb\rc\n") == "a\nb\nc\n"
