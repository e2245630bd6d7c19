"""A late answer is shown back with what it would end, and saved only when it is confirmed."""

from datetime import date

import pytest

from engine.model import Expiry
from tests.web.test_tasks import GOOD

EXPIRY = Expiry(
    "Ansök om vård", "Omhändertagandet upphör om ingen ansökan görs", "LVU 9 §", date(2026, 10, 30)
)


@pytest.fixture
def warned(ada, engine):
    engine.expiry = EXPIRY
    return ada.send("/uppgift/u1", _handling="slutfor", **GOOD)


def test_the_warning_says_what_ends_by_which_paragraph_and_since_when(warned, engine):
    assert warned.status_code == 422
    for said in (
        "Kontrollera: Registrera misstanke",
        "Inget är sparat än: en tid har redan gått ut",
        "Omhändertagandet upphör om ingen ansökan görs (LVU 9 §). Sista dagen var 30 oktober 2026.",
        "”Ansök om vård” avbryts.",
    ):
        assert said in warned.text, said
    assert not engine.asked


def test_everything_that_was_typed_is_kept(warned):
    assert "Hon är rädd.</textarea>" in warned.text
    assert 'value="2026"' in warned.text


def test_the_second_press_confirms_just_what_was_told(ada, engine, warned):
    assert f'name="_bekraftat" value="{EXPIRY.key}"' in warned.text
    assert "Slutför ändå" in warned.text

    other = ada.send("/uppgift/u1", _handling="slutfor", _bekraftat="något annat", **GOOD)
    assert other.status_code == 422
    answer = ada.send("/uppgift/u1", _handling="slutfor", _bekraftat=EXPIRY.key, **GOOD)
    assert answer.status_code == 303
    assert [verb for verb, *_ in engine.asked] == ["complete"]


def test_a_form_without_a_late_date_says_nothing_of_it(ada):
    page = ada.get("/uppgift/u1").text

    assert "_bekraftat" not in page
    assert "Slutför uppgiften" in page
