import pytest

from tests.engine.questions import RULES, TODAY, YES_NO, a, form_of, indicators, problems, radio


@pytest.fixture(name="indicators")
def _indicators():
    return indicators()


def test_what_is_typed_can_be_filled_in_again(indicators):
    dag = indicators.fields[2]

    assert dag.parts("2026-05-01") == {"day": "1", "month": "5", "year": "2026"}
    assert dag.parts({"day": "31", "month": "", "year": "x"}) == {
        "day": "31",
        "month": "",
        "year": "x",
    }
    assert dag.parts(None) == {"day": "", "month": "", "year": ""}


@pytest.mark.parametrize(
    ("component", "said"),
    [
        (a("textfield", label="Motivering"), "Ange motivering"),
        (a("textfield", label="NSP:s kontakt"), "Ange NSP:s kontakt"),
        (a("textfield", label="Polismyndighetens nummer"), "Ange Polismyndighetens nummer"),
        (a("textfield", label="Vem såg det?"), "Ange ett svar på frågan ”Vem såg det?”"),
        (a("number", label="Ålder"), "Ange ålder"),
        (a("datetime", label="Födelsedag"), "Ange födelsedag"),
        (a("select", label="Ort", values=YES_NO), "Välj ort"),
        (a("checklist", label="Tecken", values=YES_NO), "Välj tecken"),
        (a("radio", label="Fara?", values=YES_NO), "Välj ett svar på frågan ”Fara?”"),
        (a("checkbox", label="Jag intygar"), "Kryssa i rutan ”Jag intygar”"),
    ],
)
def test_what_must_be_answered_is_asked_for(component, said):
    assert problems(form_of(component | {"validate": RULES}), {}) == {"fraga": said}


@pytest.mark.parametrize(
    ("component", "typed", "said"),
    [
        (
            a("textfield", validate={"minLength": 3}),
            "ab",
            "Frågan måste ha minst 3 tecken, nu är det 2",
        ),
        (
            a("textarea", label="Varför?", validate={"maxLength": 2}),
            "abc",
            "Svaret på ”Varför?” får ha högst 2 tecken, nu är det 3",
        ),
        (
            a("textfield", validate={"pattern": "^B"}, description="Börjar på B."),
            "ab",
            "Frågan har fel form. Börjar på B.",
        ),
        (a("number", validate={"max": 2.5}), "3", "Frågan får vara högst 2,5"),
        (a("number", validate={"min": 2}), "1", "Frågan måste vara minst 2"),
        (a("number"), "två", "Frågan måste vara ett tal, skrivet med siffror"),
        (a("number", decimalDigits=0), "2,5", "Frågan måste vara ett heltal, skrivet med siffror"),
    ],
)
def test_limits_are_said_in_swedish(component, typed, said):
    assert problems(form_of(component), {"fraga": [typed]}) == {"fraga": said}


def test_length_is_counted_in_characters_and_a_line_break_is_one():
    form = form_of(a("textarea", validate={"maxLength": 5}))

    assert form.accept({"fraga": ["åä\r\n🙂🙂"]}, TODAY).data == {"fraga": "åä\n🙂🙂"}


@pytest.mark.parametrize(
    ("day", "month", "year", "said"),
    [
        ("31", "2", "2026", "Dagen måste vara ett datum som finns, till exempel 27 3 2026"),
        ("29", "2", "2025", "Dagen måste vara ett datum som finns, till exempel 27 3 2026"),
        ("x", "2", "2026", "Dagen måste vara ett datum som finns, till exempel 27 3 2026"),
        ("1", "1", "1066", "Dagen måste vara ett datum som finns, till exempel 27 3 2026"),
        ("1", "1", "26", "Dagen måste ha ett årtal med fyra siffror"),
        ("1", "", "2026", "Dagen måste ha månad"),
        ("1", "", "", "Dagen måste ha månad och år"),
        ("24", "11", "2026", "Dagen kan inte ligga efter i dag, 23 november 2026"),
    ],
)
def test_a_date_is_real_and_not_after_today(day, month, year, said):
    form = form_of(a("datetime", "dag", "Dagen", properties={"skydd.tid": "hittills"}))

    raw = {"dag-day": [day], "dag-month": [month], "dag-year": [year]}
    assert problems(form, raw) == {"dag": said}


def test_today_is_not_after_today():
    form = form_of(a("datetime", "dag", "Dagen", properties={"skydd.tid": "hittills"}))

    raw = {"dag-day": ["23"], "dag-month": [" 11 "], "dag-year": ["2026"]}
    assert form.accept(raw, TODAY).data == {"dag": "2026-11-23"}


def test_a_date_may_lie_ahead_unless_the_form_says_otherwise():
    raw = {"dag-day": ["1"], "dag-month": ["1"], "dag-year": ["2027"]}

    assert form_of(a("datetime", "dag", "Dagen")).accept(raw, TODAY).data == {"dag": "2027-01-01"}


@pytest.mark.parametrize(
    "number",
    [
        *("191212121212", "19121212-1212", "19121212+1212", "121212-1212", "1212121212"),
        *("19 12 12 12 12 12", "12 12 12 - 1212", "121212–1212", "1 2 1 2 1 2 1 2 1 2"),
        *("701063-2391", "19701063-2391", "１２１２１２-１２１２", "121212 +\u00a01212"),
    ],
)
def test_text_that_must_not_tell_who_refuses_identity_numbers(number):
    form = form_of(a("textarea", properties={"skydd.avidentifierad": "ja"}))

    assert problems(form, {"fraga": [f"Hon har nr {number}, tror jag"]}) == {
        "fraga": "Frågan får inte innehålla personnummer eller samordningsnummer."
        " Ta bort det: texten ska inte visa vem personen är"
    }


def test_an_identity_number_is_allowed_where_it_is_asked_for():
    assert form_of(a("textfield")).accept({"fraga": ["19121212-1212"]}, TODAY)


def test_the_first_of_several_answers_to_a_single_question_counts():
    assert form_of(radio()).parse({"fara": ["ja", "nej"]}) == {"fara": "ja"}


@pytest.mark.parametrize(("number", "said"), [(2.5, "2,5"), (1234567.5, "1234567,5"), (3, "3")])
def test_numbers_are_shown_with_a_comma(number, said):
    assert form_of(a("number")).shown({"fraga": number}) == [("Frågan", said)]


def test_an_answer_that_is_no_longer_an_alternative_is_shown_as_it_was_saved():
    assert form_of(radio()).shown({"fara": "forr"}) == [("Finns akut fara?", "forr")]
