"""Errands in a browser: what an agency asks of itself, beside the process."""

import pytest

from engine.bootstrap import Engine
from tests.web.clerks import Clerks

RING = {"rubrik": "Ring <skolan>", "beskrivning": "Fråga bara om närvaron."}


@pytest.fixture
def clerks(real_engine: Engine) -> Clerks:
    return Clerks(real_engine)


def errand(clerks: Clerks) -> str:
    soc = clerks.desk.person("Socialtjänsten")
    (line,) = clerks.engine.casefile.case_page(soc, clerks.desk.case_id).errands
    return f"{clerks.case}/egen-uppgift/{line.errand.id}"


def test_an_errand_is_added_taken_done_and_opened_again(clerks: Clerks) -> None:
    soc = clerks.at("soc")
    assert "hör inte till processen" in soc.get(f"{clerks.case}/egen-uppgift").text
    assert soc.send(f"{clerks.case}/egen-uppgift", **RING).status_code == 303
    page = soc.get(clerks.case).text
    assert "Ring &lt;skolan&gt;" in page
    assert "Ingen har uppgiften." in page

    soc.send(f"{errand(clerks)}/ta")
    assert "Du har uppgiften." in soc.get(clerks.case).text
    soc.send(f"{errand(clerks)}/ta", lamna="ja")
    assert "Ingen har uppgiften." in soc.get(clerks.case).text
    soc.send(f"{errand(clerks)}/klar")
    assert "Klara egna uppgifter" in soc.get(clerks.case).text
    assert soc.send(f"{errand(clerks)}/klar").status_code == 409
    soc.send(f"{errand(clerks)}/oppna")
    assert "Klara egna uppgifter" not in soc.get(clerks.case).text


def test_an_errand_stands_in_the_list_of_work_of_its_agency(clerks: Clerks) -> None:
    soc, typed = clerks.at("soc"), RING | {"handlaggare": "soc.chef"}
    assert "Egna uppgifter" not in soc.get("/").text
    soc.send(f"{clerks.case}/egen-uppgift", **typed)

    assert "Ring &lt;skolan&gt;" in soc.get("/").text
    assert "Ring" not in soc.get("/?visa=mina").text
    assert "Ring &lt;skolan&gt;" in clerks.at("soc.chef").get("/?visa=mina").text
    assert "Ring" not in clerks.at("rk").get("/").text


def test_what_is_missing_is_told_and_everything_typed_is_kept(clerks: Clerks) -> None:
    day = {"klar_senast-day": "31", "klar_senast-month": "2", "klar_senast-year": "2026"}
    typed = {"beskrivning": "Fråga bara om närvaron.", "handlaggare": "polis", **day}
    answer = clerks.at("soc").send(f"{clerks.case}/egen-uppgift", **typed)

    assert answer.status_code == 422
    assert '<a href="#rubrik">' in answer.text
    assert '<a href="#klar_senast-day">' in answer.text
    assert "Fråga bara om närvaron." in answer.text


def test_an_errand_is_given_to_a_colleague_and_to_nobody(clerks: Clerks) -> None:
    soc = clerks.at("soc")
    soc.send(f"{clerks.case}/egen-uppgift", **RING)
    giving = f"{errand(clerks)}/handlaggare"
    assert f'href="{giving}"' in soc.get(clerks.case).text
    page = soc.get(giving).text
    assert "Ring &lt;skolan&gt;" in page
    assert "Per Asp" not in page
    assert soc.send(giving, handlaggare="polis").status_code == 422

    assert soc.send(giving, handlaggare="soc.chef").status_code == 303
    assert "har den egna uppgiften nu" in soc.get(clerks.case).text
    assert "Du har uppgiften." in clerks.at("soc.chef").get(clerks.case).text
    assert '<option value="soc.chef" selected>' in soc.get(giving).text
    soc.send(giving, handlaggare="")
    assert "Ingen har uppgiften." in soc.get(clerks.case).text
    soc.send(f"{errand(clerks)}/klar")
    assert soc.get(giving).status_code == 404


@pytest.mark.parametrize("person", ["rk", "iom"])
def test_another_agency_finds_nothing_of_it(clerks: Clerks, person: str) -> None:
    clerks.at("soc").send(f"{clerks.case}/egen-uppgift", **RING)
    other = clerks.at(person)

    assert other.get(f"{errand(clerks)}/handlaggare").status_code == 404
    for act in ("ta", "klar", "oppna", "handlaggare"):
        assert other.send(f"{errand(clerks)}/{act}").status_code == 404
    assert "skolan" not in other.get(clerks.case).text
