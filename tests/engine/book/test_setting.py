"""Whatever people have written can be printed: in its own letters, or by its codes."""

from pathlib import Path

import pytest
from typst import TypstError

from engine.book import setting
from engine.book.setting import set_as_pdf

PAGE = """#set document(title: "Prov")
#import "fonts.typ": fonts
#set text(font: fonts, lang: "sv", ligatures: false)
= Prov
#json("page.json").text
"""


def printed(folder: Path, text: str) -> bytes:
    folder.mkdir()
    template = folder.parent / "page.typ"
    template.write_text(PAGE, encoding="utf-8")
    return set_as_pdf(folder, template, {"text": text}, "ua-1", "a-2a")


@pytest.mark.parametrize(
    ("text", "typeface"),
    [("สมชาย", b"NotoSansThai"), ("محمد", b"NotoSansArabic"), ("ብርሃን", b"NotoSansEthiopic"),
     ("আলী", b"NotoSansBengali"), ("राम", b"NotoSansDevanagari"), ("Łucja", b"LibertinusSerif")],
)  # fmt: skip
def test_a_name_is_set_in_the_letters_of_its_script(
    tmp_path: Path, text: str, typeface: bytes
) -> None:
    assert typeface in printed(tmp_path / "a", text)
    assert typeface not in printed(tmp_path / "b", "Åsa")


@pytest.mark.parametrize(
    ("text", "code"),
    [("李 Åsa", "[U+674E] Åsa"), ("\U0007e232", "[U+7E232]"), ("\ue000", "[U+E000]")],
)
def test_a_letter_that_no_typeface_has_is_printed_by_its_code(
    tmp_path: Path, text: str, code: str
) -> None:
    assert printed(tmp_path / "a", text) == printed(tmp_path / "b", code)


def test_where_the_front_end_is_not_installed_other_scripts_are_told_by_their_codes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "unpack_fonts", lambda desk: None)

    assert printed(tmp_path / "a", "ทLi") == printed(tmp_path / "b", "[U+0E17]Li")


def test_a_template_that_is_wrong_is_not_taken_for_a_letter(tmp_path: Path) -> None:
    template = tmp_path / "page.typ"
    template.write_text("#unknown()", encoding="utf-8")
    (tmp_path / "desk").mkdir()

    with pytest.raises(TypstError, match="unknown"):
        set_as_pdf(tmp_path / "desk", template, {}, "ua-1")
