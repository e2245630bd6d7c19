"""The work list narrowed, worked with and arranged, as a browser without JavaScript meets it."""

import re

import pytest

from engine.errors import Conflict
from engine.lists.worklist import Habit, SavedList, Wanted
from tests.web.fake_engine import ORDER, at

HEADING = re.compile(r'role="rowheader".*?<a[^>]*>([^<]*)</a>', re.DOTALL)


def shown(page) -> list[str]:
    return HEADING.findall(page.text)


def test_the_work_list_shows_my_agencys_tasks(ada):
    assert shown(ada.get("/")) == [
        "Registrera misstanke",
        "Kalla till samverkansmöte",
        "Besluta om omedelbart omhändertagande",
        "Planera fortsatt stöd",
    ]


def test_another_agency_sees_none_of_them(stranger):
    stranger.sign_in("cy")

    page = stranger.get("/")
    assert shown(page) == []
    assert "Inget att göra här just nu." in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("visa=mina", ["Registrera misstanke"]),
        ("visa=otilldelade", ["Kalla till samverkansmöte", ORDER.name]),
        ("sok=PLANERA", ["Planera fortsatt stöd"]),
        ("sok=ssp-2026-0142&visa=mina", ["Registrera misstanke"]),
        ("sok=zzz", []),
        ("visa=x", ["Registrera misstanke", "Kalla till samverkansmöte", ORDER.name]),
    ],
)
def test_the_work_list_can_be_narrowed(ada, query, found):
    assert shown(ada.get(f"/?{query}"))[:3] == found


def test_a_search_keeps_which_tasks_are_shown(ada):
    page = ada.get("/?visa=mina&sok=a%22b").text

    assert 'name="visa" value="mina"' in page
    assert 'value="a&#34;b"' in page
    assert "Visa alla uppgifter" in page


def test_a_limit_in_law_and_a_target_do_not_look_alike(ada):
    page = ada.get("/").text

    assert "app-tag-law" in page
    assert "SoL 20:1" in page
    assert "app-tag-target" in page
    assert page.count('tag--red">Har löpt ut') == 1
    assert "1 frist har löpt ut" in page


def test_the_address_says_all_that_is_chosen_and_each_choice_can_be_taken_away(ada):
    page = ada.get("/?visa=mina&frist=passerad&process=identifiering&lag=ja&steg=2&ordning=arende")

    for said in (
        *("Löper ut i dag (0)", "Har löpt ut (1)", "Löper ut den här veckan (999+)"),
        *("Process: Identifiering", "Steg 2. Akut skydd", "Bara lagens frister"),
        *("Mina (1)", "Rensa alla val", "det nyaste ärendet först"),
    ):
        assert said in re.sub(r'<span class="app-count">', "", page.text), said
    without = re.search(
        r'href="([^"]+)"><span aria-hidden="true">✕ </span>.{0,70}Process', page.text
    )
    assert without
    assert "process=" not in without[1]
    assert "steg=2" in without[1]


def test_an_address_that_is_not_understood_shows_the_list(ada):
    assert len(shown(ada.get("/?frist=x&steg=99&ordning=%27&lag=1&efter=zz&nya=%00"))) in {0, 4}
    assert len(shown(ada.get("/?frist=x&steg=99&ordning=%27&lag=1"))) == 4


def test_more_are_shown_page_by_page(ada, engine):
    engine.worklists.size = 3
    first = ada.get("/?visa=")
    following = re.search(r'href="([^"]+)">Visa fler', first.text)

    assert len(shown(first)) == 3
    assert following
    second = ada.get(following[1].replace("&amp;", "&"))
    assert shown(second) == ["Planera fortsatt stöd"]
    assert "Visa fler" not in second.text
    assert "Till början av listan" in second.text


def test_what_is_new_is_offered_only_to_one_who_has_been_here_before(ada, engine):
    assert "Nya sedan sist" not in ada.get("/").text
    engine.habits.kept = Habit("ada", at(23), at(22))

    assert "Nya sedan sist" in ada.get("/").text


def test_many_tasks_are_taken_at_once_and_each_is_told_apart(ada, engine):
    page = ada.send(
        "/uppgifter", _handling="ta", uppgift=["u2", "u4", "u1", "zz"], _lista="visa=mina"
    )

    assert page.status_code == 200
    assert "Du tog 2 av 4" in page.text
    for said in ("Du har redan uppgiften.", "Kalla till samverkansmöte",
                 "Uppgiften finns inte längre", "En uppgift som inte längre är öppen"):  # fmt: skip
        assert said in page.text, said
    assert 'href="/?visa=mina"' in page.text
    assert ("claim", "ada", "u2") in engine.asked


def test_one_that_fails_does_not_stop_the_others(ada, engine):
    engine.fails_with = Conflict("En kollega har redan tagit uppgiften.")
    page = ada.send("/uppgifter", _handling="ta", uppgift=["u2", "u3"])

    assert "Du tog 0 av 2" in page.text
    assert page.text.count("En kollega har redan tagit uppgiften.") == 2


def test_own_tasks_are_given_back_at_once(ada, engine):
    page = ada.send("/uppgifter", _handling="lamna", uppgift=["u1", "u2"])

    assert "Du lämnade tillbaka 1 av 2 uppgifter" in page.text
    assert engine.asked == [("release", "ada", "u1")]


def test_many_tasks_are_handed_out_with_one_reason(ada, engine):
    page = ada.send(
        "/uppgifter", _handling="ge", uppgift=["u1", "u2"], kollega="bo", skal="franvaro"
    )

    assert "Bo Lind fick 2 av 2" in page.text
    assert engine.asked == [("assign", "ada", each, "bo", "franvaro") for each in ("u1", "u2")]


def test_a_reason_is_one_of_those_that_are_offered(ada, engine):
    ada.send("/uppgifter", _handling="ge", uppgift="u1", kollega="bo", skal="Hon är sjuk i cancer")

    assert engine.asked == [("assign", "ada", "u1", "bo")]


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ({"_handling": "ta"}, "Markera minst en uppgift"),
        ({"uppgift": "u1"}, "Välj vad du vill göra"),
        ({"_handling": "ge", "uppgift": "u1"}, "Välj vem som ska ha uppgifterna"),
        ({"_handling": "ge", "uppgift": "u1", "kollega": "cy"}, "Välj vem som ska ha uppgifterna"),
    ],
)
def test_what_is_missing_is_asked_for_and_what_is_ticked_stays_ticked(ada, engine, posted, said):
    page = ada.send("/uppgifter", _lista="visa=mina", **posted)

    assert page.status_code == 422
    assert said in page.text
    assert "Fel: Uppgifter" in page.text
    assert shown(page) == ["Registrera misstanke"]
    assert ('form="bulk" checked' in page.text) == ("uppgift" in posted)
    assert not engine.asked


def test_a_list_is_saved_used_renamed_and_taken_away(ada, engine):
    answer = ada.send("/listor", namn="Bråttom", _lista="visa=mina&frist=passerad&sok=Anna")
    assert (answer.status_code, answer.location) == (303, "/?visa=mina&frist=passerad")
    assert "Listan ”Bråttom” är sparad" in ada.get("/").text
    assert ada.get("/listor/l1").location == "/?visa=mina&frist=passerad"
    assert 'aria-current="true">Bråttom' in ada.get("/?visa=mina&frist=passerad&sok=x").text

    assert ada.send("/listor/l1", _handling="byt", namn="Sena").location == "/listor"
    assert "Sena" in ada.get("/listor").text
    assert ada.send("/listor/l1", _handling="ta_bort").location == "/listor"
    assert "Du har inga sparade listor." in ada.get("/listor").text


def test_a_list_without_a_name_comes_back(ada, engine):
    page = ada.send("/listor", namn="", _lista="visa=mina")
    assert page.status_code == 422
    assert '<a href="#namn">Ge listan ett namn</a>' in page.text

    engine.habits.kept = Habit("ada", lists=(SavedList("l1", "ada", "Mina", Wanted("mina")),))
    page = ada.send("/listor/l1", _handling="byt", namn="")
    assert page.status_code == 422
    assert '<a href="#namn-l1">Ge listan ett namn</a>' in page.text


@pytest.mark.parametrize("path", ["/listor/zz", "/listor/l9"])
def test_a_list_of_somebody_else_is_not_found(ada, path):
    assert ada.get(path).status_code == 404
    assert ada.send(path, _handling="ta_bort").status_code == 404


def test_the_keys_are_told_and_can_be_turned_off_and_on(ada):
    assert "data-keys" in ada.get("/").text
    assert ada.send("/tangenter", pa="nej", _lista="visa=mina").location == "/?visa=mina"

    off = ada.get("/").text
    assert "data-keys" not in off
    assert "Tangenterna J, K och C är avstängda." in off
    ada.send("/tangenter", pa="ja")
    assert "data-keys" in ada.get("/").text


def test_a_case_page_has_no_boxes_to_tick(ada):
    assert 'form="bulk"' not in ada.get("/arende/c1").text
