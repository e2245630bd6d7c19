import pytest

from tests.law_table import LAWS, PAGE, page, references, split
from tests.test_architecture import read


def test_the_page_of_laws_says_what_the_files_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_law_that_is_used_has_a_wording_that_was_read() -> None:
    used = {law for _, text in references() for law, _ in split(text)}

    assert used <= set(LAWS)
    assert len(used) > 20


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("SoL 19:1", [("SoL", "19:1")]),
        ("SoL (2025:400) 23 kap. 1, 2 och 5 §§", [("SoL", f"23:{n}") for n in "125"]),
        ("LVU 8 och 9 §§", [("LVU", "8 §"), ("LVU", "9 §")]),
        ("lag 2024:79 4:3", [("2024:79", "4:3")]),
        ("Lag (2024:79) 8 kap. 2 §", [("2024:79", "8:2")]),
        ("UtlL 14 kap. 4 §; FL (2017:900) 44 §", [("UtlL", "14:4"), ("FL", "44 §")]),
        ("OSL 10:14, 12:2", [("OSL", "10:14"), ("OSL", "12:2")]),
        ("HSL", [("HSL", "")]),
    ],
)
def test_a_reference_is_read_the_ways_it_is_written(written: str, meant: list[object]) -> None:
    assert list(split(written)) == meant


def test_a_law_that_nobody_has_read_stops_it() -> None:
    with pytest.raises(KeyError):
        list(split("Jaktlagen 3 §"))


def test_the_handbook_and_the_questions_to_a_jurist_lead_there() -> None:
    assert "lagrum.md" in read("docs/handbok.md")
    assert "lagrum.md" in read("docs/jurist.md")
