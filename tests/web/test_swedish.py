from datetime import UTC, date, datetime

import pytest

from web import swedish

NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_days_are_written_out():
    assert swedish.day("2026-11-03") == "3 november 2026"
    assert swedish.day(date(2026, 5, 1)) == "1 maj 2026"


def test_an_instant_is_told_in_stockholm():
    assert swedish.day(NEW_YEAR) == "1 januari 2027"
    assert swedish.moment(NEW_YEAR) == "1 januari 2027 kl. 00.30"
    assert swedish.iso(NEW_YEAR) == "2027-01-01T00:30+01:00"
    assert swedish.clock(NEW_YEAR) == "kl. 00.30"


def test_midnight_means_a_whole_day():
    assert not swedish.clock(datetime(2026, 12, 31, 23, tzinfo=UTC))


@pytest.mark.parametrize(("number", "said"), [(0, "0 frister"), (1, "1 frist"), (2, "2 frister")])
def test_a_number_agrees_with_its_noun(number, said):
    assert swedish.count(number, "frist", "frister") == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 byte"), (1023, "1023 byte"), (12_300, "12 kB"), (1_500_000, "1,4 MB")],
)
def test_the_size_of_a_file_is_rounded(number, said):
    assert swedish.size(number) == said


def test_roles_have_names():
    assert swedish.role("ordforande") == "ordförande"
    assert swedish.role("annan") == "annan"


def test_a_text_is_split_into_headings_lists_and_paragraphs():
    assert swedish.prose("### Rubrik\nEn rad\ntill\n\n- ett\n- två\r\n\r\n  \n\nSlut") == [
        ("heading", ["Rubrik"]),
        ("paragraph", ["En rad", "till"]),
        ("list", ["ett", "två"]),
        ("paragraph", ["Slut"]),
    ]
