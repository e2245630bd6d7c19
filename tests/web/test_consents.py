"""Consents in a browser: a yes taken back holds at once, and nothing is typed twice."""

import pytest

from engine.bootstrap import Engine
from tests.engine.lived import SAID, YES
from tests.web.clerks import Clerks

WITHDRAW = "samtycke/kontakt_rk/aterkalla"


@pytest.fixture
def clerks(real_engine: Engine) -> Clerks:
    return Clerks(real_engine)


def flat(typed: dict[str, list[str]]) -> dict[str, str]:
    return {key: values[0] for key, values in typed.items()}


def test_the_tab_keeps_consent_and_legal_ground_apart(clerks: Clerks) -> None:
    page = clerks.tab("rk", "samtycken")

    assert "Det är inte den rättsliga grunden" in page
    assert "Kontakt med regionkoordinator" in page
    assert "Registrerat av en annan aktör" in page
    assert "Uppgifter till socialtjänsten" not in page


def test_withdrawing_is_explained_and_takes_effect(clerks: Clerks) -> None:
    rk = clerks.at("rk")
    page = rk.get(f"{clerks.case}/{WITHDRAW}").text
    assert "Fråga inte varför." in page
    assert "upphör direkt" in page

    assert rk.send(f"{clerks.case}/{WITHDRAW}", **flat(SAID)).status_code == 303
    assert "Återkallat" in rk.get(f"{clerks.case}?flik=samtycken").text
    assert "Ta kontakt med personen" not in rk.get(clerks.case).text
    assert rk.send(f"{clerks.case}/{WITHDRAW}", **flat(SAID)).status_code == 409


def test_socialtjansten_is_led_on_to_register_what_was_typed_already(clerks: Clerks) -> None:
    soc = clerks.at("soc")
    assert soc.send(f"{clerks.case}/samtycke/betanketid", **flat(YES)).status_code == 303
    soc.send(f"{clerks.case}/samtycke/betanketid/aterkalla", **flat(SAID))
    page = soc.get(f"{clerks.case}?flik=samtycken").text

    assert "Nästa: Registrera återkallat samtycke" in page
    task = page.split("notification-banner__link")[1].split('href="')[1].split('"')[0]
    form = soc.get(task).text
    assert '<option value="betanketid" selected>' in form
    assert 'value="muntligt" checked' in " ".join(form.split())


def test_what_is_missing_is_told_and_everything_typed_is_kept(clerks: Clerks) -> None:
    answer = clerks.at("rk").send(f"{clerks.case}/{WITHDRAW}", tolk="ja", sprak="påhittiska")

    assert answer.status_code == 422
    assert '<a href="#datum-day">' in answer.text
    assert "påhittiska" in answer.text


@pytest.mark.parametrize(
    ("person", "path"),
    [("soc", WITHDRAW), ("soc", "samtycke/sip/aterkalla"), ("soc", "samtycke/iom"),
     ("soc", "samtycke/finns-inte"), ("iom", WITHDRAW), ("iom", "samtycke/iom")],
)  # fmt: skip
def test_what_may_not_be_known_or_done_has_no_page(clerks: Clerks, person: str, path: str) -> None:
    assert clerks.at(person).get(f"{clerks.case}/{path}").status_code == 404
