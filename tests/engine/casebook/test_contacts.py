"""A contact: what is asked of it, and when nobody may turn to it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.casebook import consents
from engine.casebook.contacts import BLOCKED, FORM, ROLES, Contact
from engine.casebook.errands import form_for
from engine.errors import InvalidAnswers
from engine.forms import Form
from tests.conftest import MONDAY

TODAY = date(2026, 3, 2)
GOOD = {"roll": ["tolk"], "namn": ["Påhittad tolk"]}


def contact(**answers: object) -> Contact:
    return Contact("k", "c", "socialtjansten", 1, answers, MONDAY, "soc")


def test_a_contact_has_a_role_and_a_name() -> None:
    with pytest.raises(InvalidAnswers) as refused:
        FORM.accept({}, TODAY)

    assert set(refused.value.problems) == {"roll", "namn"}
    assert FORM.accept(GOOD, TODAY).data == {
        "roll": "tolk", "namn": "Påhittad tolk", BLOCKED: False,
    }  # fmt: skip


def test_a_contact_is_blocked_only_when_it_was_said() -> None:
    assert contact(**{BLOCKED: True}).blocked
    assert not contact(**{BLOCKED: False}).blocked
    assert not contact().blocked


def test_a_suspected_vardnadshavare_has_a_role_of_its_own() -> None:
    assert {"vardnadshavare", "tolk", "god_man", "ombud", "kontaktperson"} <= ROLES.keys()


FORMS = (FORM, form_for((("soc", "Ada Ek"),)), consents.form_for(withdrawal=True),
         consents.form_for(withdrawal=False))  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=["kontakt", "egen uppgift", "återkallat", "svar"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_typed_in_a_form_of_the_case_page_is_taken_or_told_of(
    form: Form, data: st.DataObject
) -> None:
    names = [name for f in form.fields for name in (f.key, f"{f.key}-day", f"{f.key}-year")]
    typed = data.draw(st.dictionaries(st.sampled_from(names), st.lists(st.text(), max_size=2)))
    try:
        told = form.accept(typed, TODAY).data
    except InvalidAnswers as error:
        told = error.problems

    assert told.keys() <= {field.key for field in form.fields}
