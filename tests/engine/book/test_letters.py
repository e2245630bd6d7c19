"""Each letter that is said to be shown has one in a typeface, and all others are told by code."""

from pathlib import Path

import pytest

from engine.book.letters import ALL, PLAIN, Ranges, is_shown, spelled
from engine.book.setting import _set
from engine.book.typeface import unpack_fonts

PAGE = """#set document(title: "Tecken")
#set text(font: ("Source Sans 3", "Libertinus Serif"), lang: "sv", ligatures: false)
= Tecken
#for sign in json("signs.json").signs [#sign \\ ]
"""


@pytest.mark.parametrize(("ranges", "many"), [(ALL, 3500), (PLAIN, 2400)], ids=["all", "plain"])
def test_every_letter_that_is_shown_has_one_in_a_typeface(
    tmp_path: Path, ranges: Ranges, many: int
) -> None:
    if ranges is ALL:
        unpack_fonts(tmp_path)
    page = tmp_path / "signs.typ"
    page.write_text(PAGE, encoding="utf-8")
    every = [chr(code) for first, last in ranges for code in range(first, last + 1)]
    shown = [sign for sign in every if is_shown(sign, ranges)]

    assert len(shown) > many
    assert _set(tmp_path, page, {"signs": shown}, ("ua-1", "a-2a")).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Åsa Ødegård, Łucja, Nguyễn, Đặng", "Åsa Ødegård, Łucja, Nguyễn, Đặng"),
        ("Олена Ελένη Սարգիս", "Олена Ελένη Սարգիս"),
        ("สมชาย محمد ብርሃን আলী राम", "สมชาย محمد ብርሃን আলী राम"),
        ("李明", "[U+674E][U+660E]"),
        ("hej 😀\ndå", "hej [U+1F600]\ndå"),
        ("\ue000\u200b", "[U+E000]\u200b"),
    ],
)
def test_what_no_typeface_has_is_told_by_its_code(text: str, told: str) -> None:
    assert spelled(text, ALL) == told


def test_all_texts_of_what_is_told_are_spelled() -> None:
    told = {"a": ["李", {"b": ("李", 1, None)}], "n": 2.5}

    assert spelled(told, ALL) == {"a": ["[U+674E]", {"b": ["[U+674E]", 1, None]}], "n": 2.5}
