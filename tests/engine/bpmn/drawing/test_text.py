"""Text in lines: where it breaks, and that a name of any length is no trouble."""

import pytest

from engine.bpmn.drawing.text import LABEL_FONT, SOFT_HYPHEN, text_width, wrap


def test_lines_break_between_words_and_none_is_too_wide() -> None:
    wrapped = wrap("Fastställ ansvarig kommun och beslut", 90, LABEL_FONT)

    assert (
        " ".join(line.strip() for line in wrapped.lines) == "Fastställ ansvarig kommun och beslut"
    )
    assert all(text_width(line, LABEL_FONT) <= 90 for line in wrapped.lines)
    assert not wrapped.cut


def test_a_word_without_a_place_to_break_is_cut_and_told() -> None:
    wrapped = wrap("m" * 40, 90, LABEL_FONT)

    assert "".join(wrapped.lines) == "m" * 40
    assert wrapped.cut


@pytest.mark.parametrize("sign", ["a", "a ", "å-", SOFT_HYPHEN])
def test_no_letter_is_measured_again_for_each_line(
    monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    measured = 0

    def counted(text: str, font: int) -> float:
        nonlocal measured
        measured += len(text)
        return text_width(text, font)

    monkeypatch.setattr("engine.bpmn.drawing.text.text_width", counted)
    name = sign * (100_000 // len(sign))
    wrapped = wrap(name, 90, LABEL_FONT)

    assert "".join(wrapped.lines).replace(" ", "") == name.replace(" ", "")
    assert measured < 200 * len(name)
