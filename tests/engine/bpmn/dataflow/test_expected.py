"""The register of choices that count on what may be unset."""

from engine.bpmn.dataflow.expected import FILE, read_expected


def test_a_choice_has_a_sentence_for_each_variable() -> None:
    found, wrong = read_expected({FILE: '["p.x"]\nval = "Ingen har svarat: nej."\n'})

    assert found == {"p.x": {"val": "Ingen har svarat: nej."}}
    assert wrong == []


def test_a_set_may_be_without_it() -> None:
    assert read_expected({}) == ({}, [])


def test_what_cannot_be_read_is_told() -> None:
    def said(text: str) -> str:
        return "\n".join(map(str, read_expected({FILE: text})[1]))

    assert "posten ska heta process.vägval" in said('[p]\nval = "Nej."')
    assert "val ska ha en mening" in said('["p.x"]\nval = " "')
    assert "filen kan inte läsas" in said("[")
