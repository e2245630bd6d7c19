import json

import pytest

from engine.errors import ModelError
from engine.forms import read_form
from tests.engine.questions import YES_NO, a, file_of, form_of, indicators, radio


@pytest.fixture(name="indicators")
def _indicators():
    return indicators()


def findings(*components, **extra) -> list[str]:
    with pytest.raises(ModelError) as error:
        read_form("forms/f.form", file_of(*components, **extra))
    return [f"{each.element}: {each.message}" for each in error.value.findings]


def test_a_form_is_read_in_the_order_of_the_page(indicators):
    assert [each.kind for each in indicators.components][:3] == ["text", "radio", "textarea"]
    assert [field.key for field in indicators.fields] == [
        *("fara", "atgard", "dag", "tecken", "barn", "tolk"),
    ]


def test_the_title_is_the_first_heading(indicators):
    assert indicators.title == "Misstanken"


def test_a_form_without_a_heading_is_titled_by_its_id():
    assert form_of(a("textfield")).title == "f"


def test_settings_are_read():
    form = form_of(
        a("textfield", "namn", "Namn:", properties={"skydd.skyddad": "ja"}, description=" Hjälp "),
        a("textarea", "om", properties={"skydd.avidentifierad": "ja"}),
    )

    assert form.fields[0].protected
    assert form.fields[0].label == "Namn"
    assert form.fields[0].description == "Hjälp"
    assert form.fields[1].deidentified


def test_texts_are_never_without_an_upper_limit():
    form = form_of(a("textfield", "kort"), a("textarea", "lang"))

    assert [field.limits.max_length for field in form.fields] == [200, 4000]


def test_a_date_may_carry_its_label_as_form_js_does():
    form = form_of({"type": "datetime", "key": "dag", "dateLabel": "Dag", "subtype": "date"})

    assert form.fields[0].label == "Dag"


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", "[" * 100_000, '"x"'])
def test_what_is_not_a_form_is_refused(text):
    with pytest.raises(ModelError):
        read_form("f.form", text)


@pytest.mark.parametrize("components", [None, [], "x", {}])
def test_a_form_needs_components(components):
    with pytest.raises(ModelError, match="inga komponenter"):
        read_form("f.form", json.dumps({"id": "f", "components": components}))


def test_the_id_is_the_name_of_the_file():
    assert findings(a("textfield"), form_id="g") == [
        "None: formulärets id är 'g' men filen heter 'f'"
    ]


@pytest.mark.parametrize(
    ("component", "said"),
    [
        ("x", "nr 1: komponenten är inte ett objekt"),
        (a("button"), "fraga: okänd komponenttyp 'button'"),
        (a("html"), "okänd komponenttyp"),
        ({"id": "x"}, "x: okänd komponenttyp 'None'"),
        ({"type": ["radio"]}, "nr 1: okänd komponenttyp"),
        ({"type": "text", "text": " "}, "text saknas"),
        ({"type": "text", "text": "= x + 1"}, "text får inte vara ett uttryck"),
        ({"type": "text", "text": "Hej {{namn}}"}, "text får inte vara ett uttryck"),
        (a("textfield", label=""), "ledtext saknas"),
        (a("textfield", label=7), "ledtext saknas"),
        (a("textfield", label="=x"), "label får inte vara ett uttryck"),
        (a("textfield", description=[1]), "description saknas"),
        (a("textfield", key=None), "None kan inte vara en nyckel"),
        (a("textfield", key="Å"), "kan inte vara en nyckel"),
        (a("textfield", key="a-b"), "kan inte vara en nyckel"),
        (a("textfield", key="_csrf"), "kan inte vara en nyckel"),
        (a("textfield", key="typename"), "kan inte vara en nyckel"),
        (a("textfield", defaultValue="x"), "defaultValue kan inte användas"),
        (a("select", valuesKey="lista", values=YES_NO), "valuesKey kan inte användas"),
        (a("textfield", disabled=True), "disabled kan inte användas"),
        (a("radio"), "frågan har inga svarsalternativ"),
        (a("radio", values=[{"label": "Ja"}]), "ett svarsalternativ saknar värde eller ledtext"),
        (a("radio", values=[{"value": "ja"}]), "ett svarsalternativ saknar värde eller ledtext"),
        (a("radio", values=["ja"]), "ett svarsalternativ saknar värde eller ledtext"),
        (a("radio", values=YES_NO + YES_NO[:1]), "två svarsalternativ har samma värde"),
        (a("textfield", conditional={"hide": "=a > 3"}), "villkoret =a > 3 kan inte användas"),
        (a("textfield", conditional="=x"), "villkoret =x kan inte användas"),
        (a("textfield", conditional={"hide": '=b = "x"'}), "villkoret läser b, som inte är"),
        (radio(conditional={"hide": '=fara = "ja"'}), "villkoret läser fara, som inte är"),
        (a("textfield", validate=[1]), "validate är inte ett objekt"),
        (a("textfield", validate={"required": "ja"}), "regeln required = 'ja' kan inte användas"),
        (a("textfield", validate={"max": 3}), "regeln max = 3 kan inte användas på textfield"),
        (a("number", validate={"maxLength": 3}), "kan inte användas på number"),
        (a("textarea", validate={"pattern": "x"}), "kan inte användas på textarea"),
        (a("textfield", validate={"nytt": 1}), "regeln nytt = 1 kan inte användas"),
        (a("textfield", validate={"maxLength": True}), "regeln maxLength = True kan inte"),
        (a("textfield", validate={"pattern": "("}), "mönstret ( kan inte läsas"),
        (a("datetime", subtype="time"), "bara datum utan klockslag"),
        (a("textfield", properties=[1]), "properties är inte ett objekt"),
        (a("textfield", properties={"skydd.variabel": "v"}), "skydd.variabel kan inte användas på"),
        (a("checklist", values=YES_NO, properties={"skydd.variabel": "v"}), "kan inte användas på"),
        (a("radio", values=YES_NO, properties={"skydd.tid": "hittills"}), "kan inte användas på"),
        (a("number", properties={"skydd.avidentifierad": "ja"}), "kan inte användas på number"),
        (a("textfield", properties={"skydd.skyddad": "nej"}), "kan inte ha värdet 'nej'"),
        (a("textfield", properties={"skydd.maskerad": "ja"}), "måste vara skyddat"),
        (a("datetime", properties={"skydd.tid": "sedan"}), "kan inte ha värdet 'sedan'"),
        (a("textfield", properties={"skydd.okand": "x"}), "inställningen skydd.okand kan inte"),
        (radio(properties={"skydd.variabel": ""}), "kan inte ha värdet ''"),
        (radio(properties={"skydd.variabel": "v"}), "en vägvalsfråga måste vara obligatorisk"),
    ],
)
def test_a_component_that_cannot_be_shown_is_refused_by_name(component, said):
    assert any(said in message for message in findings(component))


def test_a_condition_may_not_read_a_later_question():
    found = findings(a("textfield", conditional={"hide": '=fara = "ja"'}), radio())

    assert found == ["fraga: villkoret läser fara, som inte är en fråga med ett val längre upp"]


def test_a_condition_may_not_read_a_text():
    found = findings(a("textfield", "x"), a("textfield", conditional={"hide": '=x = "ja"'}))

    assert found == ["fraga: villkoret läser x, som inte är en fråga med ett val längre upp"]


def test_a_condition_compares_with_an_answer_that_exists():
    found = findings(radio(), a("textfield", conditional={"hide": '=fara = "jo"'}))

    assert found == ["fraga: villkoret jämför fara med 'jo', som inte är ett av dess svar"]


def test_a_key_is_used_once():
    assert findings(a("textfield"), a("number")) == ["fraga: nyckeln fraga används två gånger"]


def test_everything_that_is_wrong_is_said_at_once():
    assert len(findings(a("button"), a("textfield", label=""), a("radio", "r"))) == 3
