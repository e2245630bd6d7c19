import io
import json
import re
from html import unescape

import pytest
from openpyxl import load_workbook

from tests.web.fake_engine import PASSWORD

PATH = "/statistik"
LAST_YEAR = f"{PATH}?period=2025"
ALL = f"{LAST_YEAR}&tabell=alla"


def charts(page: str) -> dict[str, dict]:
    drawn = [json.loads(unescape(found)) for found in re.findall(r'data-chart="([^"]*)"', page)]
    return {each["title"]: each for each in drawn}


def test_a_chef_sees_the_figures_of_the_agency(ada):
    page = ada.get(LAST_YEAR).text

    assert "Egna siffror: Socialtjänsten" in page
    assert "Talen är exakta" in page
    assert "färre än 5" in page
    assert "Ärendena räknas varje natt, senast 23 november 2026 kl. 03.05." in page
    assert 'aria-current="page">Statistik' in page


def test_a_caseworker_finds_no_statistics_and_no_link_to_them(stranger):
    stranger.get("/logga-in")
    stranger.send("/logga-in", namn="bo", losenord=PASSWORD)

    assert ">Statistik<" not in stranger.get("/").text
    assert stranger.get(PATH).status_code == 404
    assert stranger.send(f"{PATH}/fil", format="csv", period="2025").status_code == 404


def test_another_view_than_ones_own_is_not_found(ada):
    assert ada.get(f"{PATH}?urval=landet").status_code == 404


def test_the_running_year_is_shown_first_and_to_the_nearest_five(ada):
    page = ada.get(PATH).text

    assert '<option value="2026" selected>' in page
    assert "avrundade till närmaste femtal" in page
    assert ">17<" not in page


@pytest.mark.parametrize(
    "query", ["period=egen", "period=9", "period=egen&fran=2026-01&till=2026-02"]
)
def test_what_is_no_period_is_told_beside_the_field_and_at_the_top(ada, query):
    answer = ada.get(f"{PATH}?{query}")

    assert answer.status_code == 422
    assert answer.text.count("Välj en period på minst tre hela månader") == 2
    assert 'href="#fran"' in answer.text


def test_a_period_of_ones_own_stays_chosen(ada):
    page = ada.get(f"{PATH}?period=egen&fran=2025-11&till=2026-01").text

    assert '<option value="2025-11" selected>' in page
    assert "november 2025 till januari 2026" in page


def test_a_chart_tells_nothing_that_is_hidden(ada):
    drawn = charts(ada.get(LAST_YEAR).text)["Ärenden"]

    assert drawn == {"title": "Ärenden", "rows": ["Oklar ålder"], "series": [
        {"name": "Pågående", "values": [20]}, {"name": "Avslutade", "values": [31]},
    ], "spoken": "Stapeldiagram. Ärenden. {numbers}. Alla tal finns i tabellen nedanför.",
    }  # fmt: skip


def test_a_long_table_leaves_out_open_zeros_and_says_so(ada):
    page = ada.get(ALL).text

    assert "DL-12 Påhittad frist" in page
    assert "DL-13 Påhittad frist" not in page
    assert page.count("Rader med bara nollor visas inte här") == 1


def test_a_table_without_figures_says_so(ada):
    assert ada.get(ALL).text.count("Inget att redovisa under perioden") == 1


def test_one_table_is_shown_at_a_time_and_the_others_are_links_to_the_same_period(ada):
    first = ada.get(LAST_YEAR).text
    second = re.findall(r'href="([^"]*tabell=[^"]*)"', first)[1]
    page = ada.get(unescape(second)).text

    assert first.count("<table") == page.count("<table") == 1
    assert "period=2025" in second
    assert "DL-12 Påhittad frist" in page
    assert "DL-12 Påhittad frist" not in first
    assert page.count('aria-current="page"') == 2
    assert 'name="tabell" value="' in page


def test_a_table_that_there_is_not_shows_the_first(ada):
    assert charts(ada.get(f"{LAST_YEAR}&tabell=finns-inte").text).keys() == {"Ärenden"}


def test_it_is_told_when_nothing_has_been_counted(ada, engine):
    engine.counting.counted_at = None

    assert "De har inte räknats än" in ada.get(PATH).text


def test_what_fetches_the_charts_is_loaded_on_this_page_only(ada):
    assert "figures.js" in ada.get(PATH).text
    assert "figures.js" not in ada.get("/").text


def test_where_nothing_can_be_drawn_no_chart_is_offered(ada):
    assert "data-charts" in ada.get(LAST_YEAR).text
    assert "data-charts" not in ada.get(f"{LAST_YEAR}&tabell=slut").text


def test_the_figures_come_as_a_workbook_with_definitions_and_the_same_numbers_hidden(ada, engine):
    ada.get(LAST_YEAR)
    answer = ada.send(f"{PATH}/fil", format="xlsx", period="2025")

    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=statistik-egna-2025-01-2025-12.xlsx"
    )
    sheets = load_workbook(io.BytesIO(answer.data)).worksheets
    text = "".join(str(cell.value) for sheet in sheets for row in sheet.rows for cell in row)
    assert sheets[0].title == "Om statistiken"
    for said in ("Alla ärenden.", "färre än 5", "DL-13 Påhittad frist", "2025"):
        assert said in text
    assert engine.asked == [("take_out", "ada", "egna", "2025", "xlsx")]


def test_the_figures_come_as_a_csv(ada, engine):
    ada.get(LAST_YEAR)
    answer = ada.send(f"{PATH}/fil", format="csv", period="2025")

    lines = answer.data.decode("utf-8-sig").split("\r\n")
    assert answer.mimetype == "text/csv"
    assert "Barn;färre än 5;visas inte;12" in lines
    assert "Uttagen;23 november 2026" in lines


@pytest.mark.parametrize(
    "sent", [{"format": "exe", "period": "2025"}, {"format": "csv", "period": "x"}]
)
def test_a_file_that_there_is_not_is_not_found_and_not_noted(ada, engine, sent):
    ada.get(LAST_YEAR)

    assert ada.send(f"{PATH}/fil", **sent).status_code == 404
    assert engine.asked == []


def test_a_file_is_not_handed_out_to_a_forged_form(ada, engine):
    assert ada.post(f"{PATH}/fil", data={"format": "csv", "period": "2025"}).status_code == 400
    assert engine.asked == []


def test_a_stranger_must_sign_in(stranger):
    assert stranger.get(PATH).status_code == 303
