import html
import re

import pytest

from engine.modelling.draft import digest_of
from tests.engine.modelling.small import LIVE, MAIN
from tests.web.conftest import Browser
from tests.web.owners_desk import desk, ola, owners, pia, sign_in
from tests.web.test_modelling import opened, put
from tests.web.test_steps import SEEN, pia_hash, way

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
SOC = "socialtjansten"


@pytest.fixture
def table(pia: Browser) -> str:
    return f"{opened(pia)}/steg/{MAIN}"


@pytest.fixture
def before_a(pia: Browser, table: str) -> str:
    return way(pia.get(table).text, "A")


def offers(page: str, field: str) -> list[str]:
    """Return what can be chosen in a field."""
    inside = re.search(rf'<select[^>]* name="{field}".*?</select>', page, re.S)
    assert inside
    return [html.unescape(each) for each in re.findall(r'<option value="([^"]*)"', inside[0])]


def errors(page: str) -> set[str]:
    return set(re.findall(r'<p class="govuk-error-message" id="([^"]+)-error"', page))


def test_the_page_of_a_new_step_leads_to_everything_else(pia: Browser, before_a: str) -> None:
    page = pia.get(before_a).text

    for slug in ("vanta", "skicka", "forst", "parallellt"):
        assert f"{before_a}/{slug}" in html.unescape(page)
        assert "Mellan Start och A." in pia.get(f"{before_a}/{slug}").text


def test_only_what_the_registers_know_can_be_chosen(pia: Browser, before_a: str) -> None:
    wait, send = (pia.get(f"{before_a}/{slug}").text for slug in ("vanta", "skicka"))

    assert offers(wait, "utlosare") == [
        "", "message hej", "signal slut", "deadline DL-10", "date dag",
    ]  # fmt: skip
    assert offers(send, "utlosare") == ["", "message hej", "signal slut"]
    odd = pia.send(f"{before_a}/vanta", hash=SEEN, namn="X", aktor=SOC, utlosare="message x")
    assert odd.status_code == 422
    assert "bland det som finns i registret" in odd.text
    assert 'value="X"' in odd.text


def test_a_wait_is_put_in(pia: Browser, table: str, before_a: str) -> None:
    answer = pia.send(f"{before_a}/vanta", hash=SEEN, namn="Svar kommer", aktor=SOC,
                      utlosare="message hej")  # fmt: skip

    assert answer.location == f"{table}#m_svar_kommer"
    page = pia.get(table).text
    assert "Det är tillagt." in page
    assert "Inga fel i den här filen." in page


def test_what_may_happen_meanwhile_is_added_and_changed(pia: Browser, table: str) -> None:
    assert f"{table}/a/under-tiden" in pia.get(f"{table}/a").text
    answer = pia.send(f"{table}/a/under-tiden", hash=SEEN, namn="För sent", avbryter="nej",
                      utlosare="deadline DL-10", till="nytt_slut")  # fmt: skip
    assert answer.location == f"{table}#t_for_sent"
    event = f"{table}/t_for_sent"
    form = pia.get(event).text
    assert re.search(r'name="avbryter"[^>]* value="nej" checked', form)
    assert '<option value="deadline DL-10" selected' in form
    assert "t_for_sent" in pia.get(f"{table}/a").text

    pia.send(event, hash=pia_hash(pia, table), namn="Svar", aktor=SOC, avbryter="ja",
             utlosare="message hej")  # fmt: skip
    text = pia.get(table.replace("steg", "filer")).text
    assert "DL-10" not in text.split('id="t_for_sent"')[1].split("</bpmn:boundaryEvent>")[0]
    assert "Inga fel i den här filen." in pia.get(table).text


def test_the_first_of_two_decides_and_a_third_is_added(
    pia: Browser, table: str, before_a: str
) -> None:
    pia.send(f"{before_a}/forst", hash=SEEN, namn="Vad händer?", aktor=SOC, namn1="Svar",
             utlosare1="message hej", namn2="Inget", utlosare2="deadline DL-10",
             till2="nytt_slut_for_allt")  # fmt: skip
    first = f"{table}/ebg_vad_hander"
    assert f"{first}/handelse" in pia.get(first).text

    pia.send(f"{first}/handelse", hash=pia_hash(pia, table), namn="Avslut",
             utlosare="signal slut", till="a")  # fmt: skip
    assert "Inga fel i den här filen." in pia.get(table).text


def test_branches_are_added(pia: Browser, table: str, before_a: str) -> None:
    pia.send(f"{before_a}/parallellt", hash=SEEN, namn1="Vård", aktor1=SOC, namn2="Stöd",
             aktor2="polismyndigheten")  # fmt: skip
    split = f"{table}/par_vard"
    assert f"{split}/gren" in pia.get(split).text
    pia.send(f"{split}/gren", hash=pia_hash(pia, table), namn="Samtal", aktor=SOC,
             till="par_vard_klart")  # fmt: skip

    assert re.findall(r'id="(ut_\w+)"', pia.get(table).text) == ["ut_vard", "ut_samtal", "ut_stod"]
    assert "/gren" not in pia.get(f"{split}_klart").text


@pytest.mark.parametrize(("place", "missing"), [
    ("ny/start_a/vanta", {"utlosare", "namn", "aktor"}), ("ny/start_a/skicka", {"namn", "aktor"}),
    ("ny/start_a/forst", {"aktor", "namn1", "utlosare1", "namn2", "utlosare2", "till2"}),
    ("a/under-tiden", {"namn", "utlosare", "till"}),
    ("ny/start_a/parallellt", {"namn1", "aktor1", "namn2", "aktor2"}),
])  # fmt: skip
def test_what_is_left_out_is_told_at_its_field(
    pia: Browser, table: str, place: str, missing: set[str]
) -> None:
    answer = pia.send(f"{table}/{place}", hash=SEEN)

    assert answer.status_code == 422
    assert errors(answer.text) == missing
    assert pia.get(table.replace("steg", "filer")).text == LIVE[MAIN]


def test_the_second_who_adds_is_told(pia: Browser, ola: Browser, table: str) -> None:
    place = f"{table}/a/under-tiden"
    ola.get(place)
    others = LIVE[MAIN].replace("Vilket?", "Vilken?")
    put(pia, table.replace("steg", "filer"), others, SEEN)

    sent = {"namn": "Svar", "utlosare": "message hej", "till": "n"}
    told = ola.send(place, hash=SEEN, **sent)
    assert told.status_code == 409
    assert 'value="Svar"' in told.text
    assert ola.send(place, hash=digest_of(others), **sent).status_code == 303


def test_nothing_is_added_where_it_does_not_belong(pia: Browser, table: str) -> None:
    for place in ("g/under-tiden", "a/gren", "a/handelse", "ny/x/vanta", "x/under-tiden"):
        assert pia.get(f"{table}/{place}").status_code == 404
        assert pia.send(f"{table}/{place}", hash=SEEN).status_code == 404
