from engine.modelling.choices import choices_in
from tests.engine.modelling.small import FORM, LIVE, MAIN


def test_everything_the_registers_have_is_offered_with_its_name() -> None:
    choices = choices_in(LIVE)

    assert choices.agencies["polismyndigheten"] == "Polismyndigheten"
    assert choices.roles["socialtjansten"] == ("chef", "gruppledare")
    assert choices.codes["val"] == ("ja", "nej", "kanske")
    assert choices.deadlines["DL-10"].startswith("DL-10 · ")
    assert choices.lengths["DL-10"] == "P7D"
    assert "f" in choices.forms
    assert "stod_och_skydd" in choices.processes
    assert "form" in choices.properties["userTask"]
    assert "form" not in choices.properties["endEvent"]


def test_a_form_is_called_by_its_first_heading() -> None:
    text = '{"id": "g", "components": [{"type": "text", "text": "### Ansökan\\nMer."}]}'

    assert choices_in(LIVE | {"forms/g.form": text}).forms["g"] == "g – Ansökan"


def test_messages_and_signals_are_told_apart() -> None:
    text = '[a]\nnamn = "A"\nslag = "meddelande"\n[b]\nnamn = "B"\nslag = "signal"\n'
    choices = choices_in({"meddelanden.toml": text})

    assert (choices.messages, choices.signals) == ({"a": "A"}, {"b": "B"})


def test_what_can_be_read_of_a_broken_set_is_offered() -> None:
    broken = {"aktorer.toml": "[", "variabler.toml": 'a = 1\n[b]\nvarden = "x"\n', FORM: "[1",
              "forms/h.form": "[]", "frister.toml": '["DL-1"]\n', MAIN: "<a"}  # fmt: skip
    choices = choices_in(LIVE | broken)

    assert choices.agencies == {}
    assert choices.variables == {"b": "b"}
    assert choices.codes == {"b": ()}
    assert choices.forms == {"f": "f", "h": "h"}
    assert choices.deadlines == {"DL-1": "DL-1"}
    assert choices.processes == {"stod_och_skydd": "stod_och_skydd"}


def test_nothing_at_all_offers_nothing() -> None:
    offered = choices_in({}).plain()

    assert [name for name, each in offered.items() if each and name != "properties"] == []
