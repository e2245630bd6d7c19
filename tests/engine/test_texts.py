from datetime import UTC, date, datetime

import pytest

from engine.texts import (
    clean,
    clean_line,
    has_identity_number,
    inside_sentence,
    read_date,
    read_number,
    swedish_date,
    swedish_days,
    swedish_moment,
    swedish_month,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3", 3),
        (" 4 000 ", 4000),
        ("4\u00a0000", 4000),
        ("−2", -2),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("3,0", 3),
        ("1.000", None),
        ("1e5", None),
        ("nan", None),
        ("٣", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_numbers_are_read_as_swedes_write_them(typed, meant):
    assert read_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("\u202eabc", "abc"),
        ("\ud800x", "x"),
        ("a\nb", "a b"),
        ("e\u0301", "é"),
        (" \t ", ""),
    ],
)
def test_a_line_of_text_is_cleaned(typed, kept):
    assert clean_line(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        *("", "SSP-2026-0142", "den 23 november 2026 kl. 14.30", "2026-11-23 14:30"),
        *("12121212121212", "121212-1213", "08-123 456", "Dnr 2026/1234-5"),
    ],
)
def test_other_numbers_are_let_through(text):
    assert not has_identity_number(text)


def test_a_text_of_several_lines_keeps_them():
    assert clean(" a\r\nb\rc\n") == "a\nb\nc"


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Motivering", "motivering"),
        ("Åtgärd nu", "åtgärd nu"),
        ("NSP:s kontakt", "NSP:s kontakt"),
        ("Migrationsverkets beslut", "Migrationsverkets beslut"),
        ("E-post", "e-post"),
        ("", ""),
    ],
)
def test_a_label_is_lowered_inside_a_sentence_unless_it_is_a_name(label, inside):
    assert inside_sentence(label) == inside


def test_a_date_is_read_only_if_it_exists():
    assert read_date("29", "2", "2024") == date(2024, 2, 29)
    assert read_date("29", "2", "2025") is None
    assert read_date("1", "5", "26") is None


def test_a_date_is_written_out():
    assert swedish_date(date(2026, 3, 1)) == "1 mars 2026"


def test_so_are_an_instant_a_month_and_a_span_of_days():
    assert swedish_moment(datetime(2026, 3, 1, 9, 5, tzinfo=UTC)) == "1 mars 2026 kl. 09.05"
    assert swedish_month("2026-12") == "december 2026"
    assert swedish_days(date(2026, 3, 1), date(2026, 4, 2)) == "1 mars 2026 till 2 april 2026"
