from tests.engine.modelling.diff.rich import FORM, RICH, changed, only, said

SORT = changed(FORM, '"type": "textarea"', '"type": "checkbox"')


def test_another_sort_of_question_is_told_with_what_it_no_longer_limits() -> None:
    assert said(SORT) == [
        ("field", "Formuläret f, frågan ”Skäl”: slaget är nu ett kryss (tidigare en längre text)."),
        ("field", "Formuläret f, frågan ”Skäl”: gränserna – borttaget: högst 4000 tecken."),
    ]


def test_a_new_question_is_told_with_what_it_asks() -> None:
    new = ('{"type": "radio", "id": "n", "key": "mer", "label": "Mer?", "values": [{"label": "Ja", '
           '"value": "ja"}], "validate": {"required": true}, "properties": {"skydd.variabel": '
           '"mer", "skydd.skyddad": "ja"}}, {"type": "textarea"')  # fmt: skip
    change = only(changed(FORM, '{"type": "textarea"', new))

    assert str(change) == (
        "Formuläret f: ny fråga ”Mer?” (ett val, obligatorisk, styr vägen genom mer (”Mer”), "
        "skyddad)."
    )
    assert change.agencies == ("socialtjansten", "polismyndigheten")


def test_a_changed_text_is_carried_along() -> None:
    change = only(changed(FORM, "Läs detta.", "Läs noga."))

    assert (change.before, change.after) == ("Läs detta.", "Läs noga.")


def test_a_text_hidden_otherwise_is_changed() -> None:
    hidden = '"text": "Läs detta.", "conditional": {"hide": "=val = \\"nej\\""}'

    assert "(dold när val = nej)" in only(changed(FORM, '"text": "Läs detta."', hidden)).after


def test_a_form_nobody_uses_concerns_nobody() -> None:
    form = RICH[FORM].replace('"id": "f"', '"id": "g"')
    assert only(RICH | {"forms/g.form": form}).agencies == ()
