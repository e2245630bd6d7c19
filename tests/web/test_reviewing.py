"""Reviewers search the access log, go through ready controls, conclude, and take a file."""

import re

import pytest

from engine.bootstrap import Engine
from engine.model import Actor, Case
from tests.web.conftest import Browser
from tests.web.test_auditing import browser

ENTRY = "/granskning/post?kedja=myndighet:socialtjansten&nr=1"
THIS = {"kedja": "myndighet:socialtjansten", "nr": "1"}


@pytest.fixture
def soc(real_engine: Engine) -> Actor:
    return next(each for each in real_engine.queries.people() if each.id == "soc")


@pytest.fixture
def case(real_engine: Engine, soc: Actor) -> Case:
    opened = real_engine.casework.open_case(soc)
    real_engine.readings.note(soc, opened.id, "cases.case")
    return opened


@pytest.fixture
def reviewer(real_engine: Engine, case: Case) -> Browser:
    client = browser(real_engine, "granskare")
    client.get("/granskning/atkomst")
    return client


def test_the_pages_are_for_reviewers_only(real_engine: Engine) -> None:
    client, before = browser(real_engine, "soc"), real_engine.store.denials()
    for path in ("/granskning/atkomst", "/granskning/stickprov", ENTRY):
        assert client.get(path).status_code == 404
    for path in ("/granskning/atkomst/fil", "/granskning/post"):
        assert client.send(path, **THIS).status_code == 404

    assert real_engine.store.denials() == before + 5


def test_a_search_tells_who_has_read_what(reviewer: Browser, soc: Actor, case: Case) -> None:
    page = reviewer.get(f"/granskning/atkomst?vem=soc&slag=last&arende={case.number}").text

    assert "Läste: ärendets sida" in page
    assert soc.name in page
    assert page.count(case.number) >= 2
    assert "Inte granskad" in page
    assert "Det finns inga poster." in reviewer.get("/granskning/atkomst?vem=polis").text


def test_what_is_wrong_is_said_and_kept(reviewer: Browser) -> None:
    for asked, said in (("fran=i+dag", "Skriv dagen"), ("arende=2026-99999", "inget sådant")):
        answer = reviewer.get(f"/granskning/atkomst?{asked}")
        assert answer.status_code == 422
        assert said in answer.text
        assert f'value="{asked.partition("=")[2].replace("+", " ")}"' in answer.text


def test_pages_follow_each_other(
    reviewer: Browser, real_engine: Engine, soc: Actor, case: Case
) -> None:
    for _ in range(60):
        real_engine.readings.note(soc, case.id, "tasks.task")
    page = reviewer.get("/granskning/atkomst?vem=soc").text
    (link,) = re.findall(r'rel="next" href="([^"]+)"', page)
    older = reviewer.get(link.replace("&amp;", "&")).text

    assert page.count("Inte granskad") == 50
    assert older.count("Inte granskad") == 11
    assert 'rel="next"' not in older


def test_a_conclusion_is_kept_and_shown(reviewer: Browser) -> None:
    assert "Posten är inte granskad än." in reviewer.get(ENTRY).text
    empty = reviewer.send("/granskning/post", **THIS, utfall="obehorig")
    assert (empty.status_code, "Skriv vad som behöver" in empty.text) == (422, True)
    done = reviewer.send("/granskning/post", **THIS, utfall="obehorig", anteckning="Ingen uppgift.")
    assert done.status_code == 303

    page = reviewer.get(ENTRY).text
    assert "Obehörig åtkomst" in page
    assert "Ingen uppgift." in page
    assert "Obehörig åtkomst" in reviewer.get("/granskning/atkomst?slag=last").text


def test_ones_own_entry_cannot_be_judged(reviewer: Browser) -> None:
    found = re.findall(r'href="(/granskning/post[^"]+)"', reviewer.get(
        "/granskning/atkomst?vem=granskare").text)  # fmt: skip
    own = found[0].replace("&amp;", "&")
    page = reviewer.get(own).text

    assert "Be en annan granskare" in page
    assert "Spara granskningen" not in page


@pytest.mark.parametrize("asked", ["nr=x", "nr=99", "kedja=&nr=1", "nr=" + "9" * 40, "nr=²"])
def test_an_entry_that_is_not_there_is_not_found(reviewer: Browser, asked: str) -> None:
    address = f"/granskning/post?kedja=myndighet:socialtjansten&{asked}"
    if asked.startswith("kedja"):
        address = f"/granskning/post?{asked}"

    assert reviewer.get(address).status_code == 404


def test_ready_controls_name_whom_to_ask(
    reviewer: Browser, real_engine: Engine, soc: Actor, case: Case
) -> None:
    chef = next(each for each in real_engine.queries.people() if each.id == "soc.chef")
    real_engine.readings.note(chef, case.id, "cases.case")
    for _ in range(5):
        real_engine.trail.note("exported", chef, "auditing.file")
    outside = reviewer.get("/granskning/atkomst?kontroll=utan_uppdrag").text
    much = reviewer.get("/granskning/atkomst?kontroll=manga").text

    assert chef.name in outside
    assert f"vem=soc.chef&amp;arende={case.number}&amp;slag=last" in outside
    assert "5 filer inom ett dygn" in much
    for control, says in (("natt", "Det finns inga poster."), ("manga", "Mycket på kort tid")):
        page = reviewer.get(f"/granskning/atkomst?kontroll={control}&fran=2026-01-01").text
        assert says in page


def test_the_sample_is_of_a_month_that_is_over(
    reviewer: Browser, real_engine: Engine, case: Case
) -> None:
    assert "Det finns inga läsningar" in reviewer.get("/granskning/stickprov").text
    real_engine.clock.advance(days=40)  # type: ignore[attr-defined]
    again = browser(real_engine, "granskare")
    page = again.get("/granskning/stickprov?manad=2026-03").text

    assert "0 av 1 är granskade." in page
    assert "Stickprov för 2026-03" in page


def test_a_search_is_taken_out_as_a_file_and_noted(
    reviewer: Browser, real_engine: Engine, case: Case
) -> None:
    file = reviewer.send("/granskning/atkomst/fil", slag="last")

    assert file.mimetype == "text/csv"
    assert f"Läste: ärendets sida;{case.number};kommando;" in file.text
    assert real_engine.trail.count("exported") == 1
    for wrong in ({"fran": "x"}, {"arende": "2026-99999"}):
        assert reviewer.send("/granskning/atkomst/fil", **wrong).status_code == 422


def test_it_is_english_for_whoever_asks(reviewer: Browser) -> None:
    page = reviewer.get("/granskning/atkomst", headers={"Accept-Language": "en"}).text

    assert "Search the access log" in page
    assert "Read: the page of the case" in page
