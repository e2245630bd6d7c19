import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from engine.errors import InvalidAnswers
from engine.forms import form_findings
from tests.engine.questions import (
    FIRST_OF_MAY,
    RULES,
    TODAY,
    YES_NO,
    a,
    file_of,
    form_of,
    indicators,
    problems,
    radio,
)

VARIABLES = {"akut_fara": ("ja", "nej", "oklart"), "dagen": None}


@pytest.fixture(name="indicators")
def _indicators():
    return indicators()


def test_what_is_typed_is_kept_even_when_it_is_wrong(indicators):
    raw = {
        "fara": ["kanske"],
        "atgard": [" a\r\nb "],
        "dag-day": ["31"],
        "dag-month": ["2"],
        "dag-year": ["2026"],
        "tecken": ["ja", "nej", "ja"],
        "barn": ["många"],
        "okand": ["x"],
    }

    assert indicators.parse(raw) == {
        "fara": "kanske",
        "atgard": "a\nb",
        "dag": {"day": "31", "month": "2", "year": "2026"},
        "tecken": ["ja", "nej"],
        "barn": "många",
        "tolk": False,
    }


def test_good_answers_are_accepted_with_their_routing_variables(indicators):
    raw = {"fara": ["nej"], "barn": ["2"], "tecken": ["ja"], "tolk": ["ja"], **FIRST_OF_MAY}

    answers = indicators.accept(raw, TODAY)

    assert answers.variables == {"akut_fara": "nej", "iakttagelse_dag": "2026-05-01"}
    assert answers.data == {
        "fara": "nej",
        "dag": "2026-05-01",
        "tecken": ["ja"],
        "barn": 2,
        "tolk": True,
    }


def test_the_answer_to_a_hidden_question_is_dropped(indicators):
    raw = {"fara": ["nej"], "atgard": ["kvar från när det var ja"], **FIRST_OF_MAY}

    assert "atgard" not in indicators.accept(raw, TODAY).data


def test_a_question_that_is_shown_must_be_answered(indicators):
    assert problems(indicators, {"fara": ["ja"], **FIRST_OF_MAY}) == {
        "atgard": "Ange ett svar på frågan ”Vad har gjorts?”"
    }


def test_a_question_hidden_by_one_answer_is_asked_after_the_others():
    form = form_of(radio(), a("textfield", validate=RULES, conditional={"hide": '=fara = "ja"'}))

    assert form.accept({"fara": ["ja"]}, TODAY).data == {"fara": "ja"}
    assert problems(form, {"fara": ["nej"]}) == {"fraga": "Ange frågan"}
    assert problems(form, {}) == {"fraga": "Ange frågan"}


def test_what_hangs_on_a_hidden_question_is_hidden_too():
    form = form_of(
        radio("a"),
        radio("b", conditional={"hide": '=a != "ja"'}),
        a("textfield", "c", conditional={"hide": '=b != "ja"'}, validate=RULES),
    )

    assert form.accept({"a": ["nej"], "b": ["ja"], "c": ["x"]}, TODAY).data == {"a": "nej"}


def test_there_is_one_sentence_per_field_in_the_order_of_the_form(indicators):
    found = problems(indicators, {"fara": ["kanske"], "tecken": ["x", "y"], "barn": ["-1"]})

    assert list(found.items()) == [
        ("fara", "Välj ett av alternativen som finns för ”Finns akut fara?”"),
        ("dag", "Ange dag för iakttagelsen"),
        ("tecken", "Välj ett av alternativen som finns för ”Tecken”"),
        ("barn", "Antal barn måste vara minst 0"),
    ]


def test_unknown_names_are_ignored(indicators):
    raw = {"fara": ["nej"], "_csrf": ["x"], "admin": ["1"], **FIRST_OF_MAY}

    assert set(indicators.accept(raw, TODAY).data) == {"fara", "dag", "tolk"}


def test_the_schema_is_valid_json_schema(indicators):

    Draft202012Validator.check_schema(indicators.schema())
    assert indicators.schema()["required"] == ["fara", "dag"]


def test_the_schema_alone_says_when_a_hidden_question_is_asked(indicators):
    assert indicators.schema()["allOf"] == [
        {
            "if": {"properties": {"fara": {"const": "ja"}}, "required": ["fara"]},
            "then": {"required": ["atgard"]},
        }
    ]


def test_answers_are_shown_in_swedish(indicators):
    raw = {"fara": ["nej"], "tecken": ["ja", "nej"], "barn": ["2"], **FIRST_OF_MAY}

    assert indicators.shown(indicators.accept(raw, TODAY).data) == [
        ("Finns akut fara?", "Nej"),
        ("Dag för iakttagelsen", "1 maj 2026"),
        ("Tecken", "Ja; Nej"),
        ("Antal barn", "2"),
        ("Tolk behövs", "Nej"),
    ]


@given(st.dictionaries(st.sampled_from(["fara", "atgard", "dag-day", "dag-year", "barn", "tecken"]),
                       st.lists(st.text(), max_size=3)))  # fmt: skip
def test_whatever_is_posted_is_accepted_or_answered_with_sentences(raw):
    form = form_of(
        radio(validate=RULES),
        a("textarea", "atgard", "Åtgärd", properties={"skydd.avidentifierad": "ja"}),
        a("datetime", "dag", "Dagen", properties={"skydd.tid": "hittills"}),
        a("number", "barn", "Antal barn", validate={"max": 3}),
        a("checklist", "tecken", "Tecken", values=YES_NO),
    )

    json.dumps(form.parse(raw)).encode()
    try:
        form.shown(form.accept(raw, TODAY).data)
    except InvalidAnswers as error:
        said = list(error.problems.values())
    else:
        said = ["good"]

    assert all(said)


def routing(*components) -> list[str]:
    found = form_findings("f.form", file_of(*components), VARIABLES)
    return [f"{each.element}: {each.message}" for each in found]


def routed(component, variable):
    return component | {"validate": RULES, "properties": {"skydd.variabel": variable}}


def test_routing_fields_with_codes_of_the_variable_are_good():
    assert not routing(routed(radio(), "akut_fara"), routed(a("datetime", "dag"), "dagen"))


@pytest.mark.parametrize(
    ("component", "said"),
    [
        (routed(radio(), "fara"), "fara: variabeln fara finns inte"),
        (routed(radio(), "dagen"), "fara: variabeln dagen är ett datum, och det är inte frågan"),
        (
            routed(a("datetime"), "akut_fara"),
            "fraga: variabeln akut_fara är ett val mellan koder, och det är inte frågan",
        ),
        (
            routed(a("radio", values=[{"value": "jo", "label": "Jo"}]), "akut_fara"),
            "fraga: variabeln akut_fara har inget värde 'jo'",
        ),
    ],
)
def test_a_routing_field_that_does_not_fit_its_variable_is_found(component, said):
    assert routing(component) == [said]


def test_a_variable_is_set_once():
    found = routing(routed(radio(), "akut_fara"), routed(radio("igen"), "akut_fara"))

    assert found == ["igen: akut_fara sätts redan av en fråga ovanför"]


def test_either_of_two_conditional_questions_may_set_a_variable():
    hide = [{"conditional": {"hide": f'=fara = "{code}"'}} for code in ("ja", "nej")]

    assert not routing(
        radio(),
        routed(radio("a"), "akut_fara") | hide[0],
        routed(radio("b"), "akut_fara") | hide[1],
    )


def test_form_findings_hold_those_of_reading_too():
    assert "okänd komponenttyp" in routing(a("button"))[0]
