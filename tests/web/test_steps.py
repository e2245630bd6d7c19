import html
import re

import pytest

from engine.modelling.draft import digest_of
from tests.engine.modelling.small import LIVE, MAIN, main
from tests.web.conftest import Browser
from tests.web.owners_desk import desk, ola, owners, pia, sign_in
from tests.web.test_modelling import opened, put

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
SEEN = digest_of(LIVE[MAIN])
NEW = {"namn": "Läs beslutet", "slag": "userTask", "aktor": "polismyndigheten", "s.form": "f",
       "s.lagrum": "LVU 7 §"}  # fmt: skip


@pytest.fixture
def table(pia: Browser) -> str:
    return f"{opened(pia)}/steg/{MAIN}"


def way(page: str, before: str) -> str:
    """Return where a step is put in before another."""
    links = re.findall(r'href="([^"]+/ny/[^"]+)">[^<]+<span[^>]*> ([^<]*)</span>', page)
    return next(html.unescape(link) for link, name in links if name == before)


def test_the_table_has_every_step_in_its_lane(pia: Browser, table: str) -> None:
    page = pia.get(table).text

    assert page.index("Socialtjänsten</h2>") < page.index('id="a"')
    assert page.index("Polismyndigheten</h2>") < page.index('id="b"')
    assert "val == &#39;ja&#39;" in page
    assert "Inga fel i den här filen." in page


def test_a_step_is_added_and_stands_in_its_lane(pia: Browser, table: str) -> None:
    place = way(pia.get(table).text, "A")
    assert "Mellan Start och A." in pia.get(place).text

    answer = pia.send(place, hash=SEEN, **NEW)

    assert answer.location == f"{table}#ut_las_beslutet"
    page = pia.get(table).text
    assert "Steget är tillagt." in page
    assert page.index("Polismyndigheten</h2>") < page.index('id="ut_las_beslutet"')


def test_a_drawing_askew_is_not_told_at_the_steps_and_is_mended_by_a_save(
    pia: Browser, table: str
) -> None:
    askew = LIVE[MAIN].replace('height="80"', 'height="33"')
    put(pia, table.replace("steg", "filer"), askew, SEEN)
    before = pia.get(table).text
    assert "Inga fel i den här filen." in before
    assert "anmärkningar på ritningen" in before

    pia.send(f"{table}/late/ta-bort", hash=digest_of(askew))
    assert "anmärkningar på ritningen" not in pia.get(table).text


def test_what_is_missing_is_told_and_everything_typed_stays(pia: Browser, table: str) -> None:
    place = way(pia.get(table).text, "A")
    answer = pia.send(place, hash=SEEN, **(NEW | {"namn": " "}))

    assert answer.status_code == 422
    assert "Skriv vad steget heter" in answer.text
    assert 'value="LVU 7 §"' in answer.text
    assert pia.get(table.replace("steg", "filer")).text == LIVE[MAIN]


def test_a_step_is_changed_and_what_is_wrong_is_told_at_it(pia: Browser, table: str) -> None:
    form = pia.get(f"{table}/b").text
    assert 'value="LVU 7 §"' in form
    typed = {"namn": "Pröva", "aktor": "polismyndigheten", "s.form": "", "s.lagrum": "LVU 7 §"}

    assert pia.send(f"{table}/b", hash=SEEN, **typed).location == f"{table}#b"
    page = pia.get(table).text
    assert "uppgiften saknar formulär" in page[page.index('id="b"') :]
    assert "1 fel i den här filen." in page


def test_a_condition_is_changed_and_a_way_is_added(pia: Browser, table: str) -> None:
    form = pia.get(f"{table}/g").text
    flows = re.findall(r'name="till\.(flow[^"]*|[^n][^"]*)"', form)
    default = re.search(r'name="standard" id="[^"]*" value="([^"]+)" checked', form)
    assert default
    other = next(each for each in flows if each != default[1])
    pia.send(f"{table}/g", hash=SEEN, **{
        "namn": "Vilket?", "aktor": "socialtjansten", "standard": default[1],
        f"till.{other}": "b", f"nar.{other}": "val == 'nej'", f"till.{default[1]}": "j",
        f"nar.{default[1]}": "", "till.ny": "nytt_slut", "nar.ny": "val == 'ja'",
    })  # fmt: skip

    page = pia.get(table).text
    assert "val == &#39;nej&#39;" in page
    assert ">Slut</a>" in page


def test_a_step_is_removed(pia: Browser, table: str) -> None:
    assert pia.send(f"{table}/late/ta-bort", hash=SEEN).location == table
    assert 'id="late"' not in pia.get(table).text

    refused = pia.send(f"{table}/start/ta-bort", hash=pia_hash(pia, table))
    assert refused.status_code == 422
    assert "processen börjar där" in refused.text


def pia_hash(client: Browser, table: str) -> str:
    return str(client.get(table.replace("steg", "filer")).get_etag()[0])


def test_the_second_who_saves_is_told_and_adds_to_what_the_first_saved(
    pia: Browser, ola: Browser, table: str
) -> None:
    place = way(ola.get(table).text, "A")
    ola.get(place)
    others = main("b", "late", "n")
    put(pia, table.replace("steg", "filer"), others, SEEN)

    told = ola.send(place, hash=SEEN, **NEW)

    assert told.status_code == 409
    assert "Pia Ros sparade filen" in told.text
    assert 'value="Läs beslutet"' in told.text
    assert pia.get(table.replace("steg", "filer")).text == others
    assert ola.send(place, hash=digest_of(others), **NEW).status_code == 303
    page = pia.get(table).text
    assert page.index("Polismyndigheten</h2>") < page.index('id="n"')


def test_a_closed_draft_can_only_be_read(pia: Browser, table: str) -> None:
    pia.send(table.replace(f"/steg/{MAIN}", "/kasta"))

    assert "Lägg till ett steg" not in pia.get(table).text
    answer = pia.send(f"{table}/b/ta-bort", hash=SEEN)
    assert answer.status_code in {409, 422}


def test_what_is_not_there_is_not_found(pia: Browser, table: str) -> None:
    for place in (f"{table}/x", f"{table}/ny/x", table.replace(MAIN, "aktorer.toml"),
                  table.replace(MAIN, "x.bpmn")):  # fmt: skip
        assert pia.get(place).status_code == 404
    assert pia.send(f"{table}/x/ta-bort", hash=SEEN).status_code == 404
