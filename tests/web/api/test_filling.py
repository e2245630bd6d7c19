"""Answers in JSON are held against the same form as those of a page."""

from datetime import date
from typing import Any

import pytest
from flask import Flask

from engine.errors import InvalidAnswers
from tests.web.sample_form import FORM
from web.api.filling import typed

TODAY = date(2026, 3, 2)


def kinds() -> dict[str, str]:
    return {field.kind: field.key for field in FORM.fields}


@pytest.fixture(autouse=True)
def asked(api_app: Flask) -> Any:
    with api_app.test_request_context("/api/v1/tasks"):
        yield


def test_every_kind_of_question_is_read_back_as_it_was_answered() -> None:
    fields = {field.key: field for field in FORM.fields}
    answers: dict[str, Any] = {}
    for key, field in fields.items():
        codes = [option.value for option in field.options]
        answers[key] = {
            "datetime": "2026-02-27", "checkbox": True, "checklist": codes[:2], "number": 2.5,
            "radio": (codes or [""])[0], "select": (codes or [""])[0],
        }.get(field.kind, "Påhittat")  # fmt: skip

    assert FORM.parse(typed(FORM, answers)) == answers


def test_what_is_not_answered_is_not_sent() -> None:
    assert typed(FORM, dict.fromkeys((field.key for field in FORM.fields), None)) == {}
    assert typed(FORM, {}) == {}


def test_a_draft_of_a_date_comes_back_as_it_is_kept() -> None:
    key = kinds()["datetime"]
    half = {"day": "27", "month": "", "year": "2026"}

    assert FORM.parse(typed(FORM, {key: half}))[key] == half


@pytest.mark.parametrize("value", ["i går", "2026-13-01", "27-2-2026", "", "2026-02-27T10:00"])
def test_what_is_no_date_is_left_to_the_form_to_refuse(value: str) -> None:
    key = kinds()["datetime"]
    kept = FORM.parse(typed(FORM, {key: value})).get(key)

    assert not isinstance(kept, str)


@pytest.mark.parametrize("value", [True, {}, [], 7, ["x", 1], {"a": 1}, 1e400])
def test_an_answer_of_another_kind_is_told_of_and_never_taken(value: Any) -> None:
    for field in FORM.fields:
        told: dict[str, str] = {}
        sent: dict[str, list[str]] = {}
        try:
            sent = typed(FORM, {field.key: value})
        except InvalidAnswers as error:
            told = error.problems
        assert told in ({}, {field.key: "Svaret har fel form"})
        assert all(isinstance(each, str) for texts in sent.values() for each in texts)


def test_questions_that_there_are_not_are_told_of_all_at_once() -> None:
    with pytest.raises(InvalidAnswers) as refused:
        typed(FORM, {"a": 1, "b": 2, "x" * 999: 3})

    assert refused.value.problems.keys() == {"a", "b", "x" * 80}
