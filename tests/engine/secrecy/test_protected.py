"""Which answers are masked, and how long a permit lasts: pure rules."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from engine.forms import MASK, Form, read_form
from engine.model import Actor
from engine.secrecy.protected import LASTS, MARKINGS, REASONS, Permit, masked_keys
from tests.engine.db.protected import PROTECTED

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ADA, BO = (Actor(name, name, "soc") for name in ("ada", "bo"))
ASKED = Permit("p", "c", "soc", "ada", NOW, "skäl")
APPROVED = replace(ASKED, approved_by="bo", until=NOW + LASTS)


def form() -> Form:
    return read_form("forms/f.form", PROTECTED["forms/f.form"])


def test_who_and_where_is_always_masked_and_in_a_marked_case_all_that_is_protected() -> None:
    assert masked_keys(form(), None) == {"skal"}
    assert masked_keys(form(), "ingen") == {"skal"}
    for code in MARKINGS:
        assert masked_keys(form(), code) == {"skal", "annat"}


def test_a_masked_answer_is_not_said() -> None:
    shown = dict(form().shown({"skal": "Gatan 7", "annat": "x"}, {"skal"}))

    assert shown == {"Skäl": MASK, "Annat": "x"}


def test_a_permit_allows_the_one_who_asked_until_it_ends() -> None:
    assert not ASKED.allows(ADA, NOW)
    assert APPROVED.allows(ADA, NOW)
    assert not APPROVED.allows(BO, NOW)
    assert not APPROVED.allows(ADA, NOW + LASTS)


def test_a_request_waits_for_a_day() -> None:
    assert ASKED.waits(NOW)
    assert not APPROVED.waits(NOW)
    assert not ASKED.waits(NOW + timedelta(days=1))


def test_what_is_said_of_a_level_names_a_law_or_a_duty_in_whole_sentences() -> None:
    assert all(each.advice.endswith(".") for each in MARKINGS.values())
    assert "annat" in REASONS
