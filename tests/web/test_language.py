import re

import pytest

from web.language import COOKIE, briefly, own, said

ENGLISH = {"Accept-Language": "en-GB,en;q=0.9,sv;q=0.5"}


def test_swedish_is_what_nobody_asked_for_and_what_is_not_known(stranger):
    assert '<html lang="sv"' in stranger.get("/logga-in").text
    for wanted in ("de", "sv-SE", "*;q=0", "%%%"):
        page = stranger.get("/logga-in", headers={"Accept-Language": wanted}).text
        assert '<html lang="sv"' in page, wanted


def test_a_browser_that_asks_for_english_gets_it(stranger):
    page = stranger.get("/logga-in", headers=ENGLISH).text

    assert '<html lang="en"' in page
    assert '<h1 class="govuk-heading-l">Sign in</h1>' in page
    assert 'lang="sv" hreflang="sv">Svenska</a>' in page


def test_a_choice_outlives_the_session_and_what_the_browser_asks_for(ada):
    answer = ada.get("/sprak?kod=en&till=/arenden")

    assert (answer.status_code, answer.location) == (303, "/arenden")
    assert '<html lang="en"' in ada.get("/arenden").text
    ada.send("/logga-ut")
    assert "Sign in" in ada.get("/logga-in").text
    ada.get("/sprak?kod=sv&till=/logga-in")
    assert "Logga in" in ada.get("/logga-in", headers=ENGLISH).text


def test_choosing_english_says_what_stays_in_swedish(ada):
    page = ada.get("/sprak?kod=en&till=/arenden", follow_redirects=True).text

    assert page.count("The texts of the processes themselves") == 2  # said once, and in the footer


def test_the_cookie_is_kept_from_scripts_and_holds_the_language_only(stranger):
    cookie = stranger.get("/sprak?kod=en&till=/").headers["Set-Cookie"]

    assert cookie.startswith(f"{COOKIE}=en;")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize("till", ["https://elak.example/", "//elak.example", "/\\elak", ""])
def test_the_choice_leads_to_no_page_but_ours(stranger, till):
    assert stranger.get("/sprak", query_string={"kod": "en", "till": till}).location == "/"


def test_a_language_that_we_do_not_speak_changes_nothing(stranger):
    answer = stranger.get("/sprak?kod=xx&till=/logga-in")

    assert COOKIE not in str(answer.headers.get("Set-Cookie"))


def test_the_way_back_is_the_page_with_its_words(ada):
    assert "/sprak?kod=en&amp;till=/?visa%3Dmina%26sok%3Dabc" in ada.get("/?visa=mina&sok=abc").text


def test_a_page_that_answers_a_form_leads_back_to_the_form(ada):
    page = ada.post(
        "/arende/c1/jav", data={"_csrf": ada.token}, headers={"Referer": "http://localhost/arende/c1/jav"}
    ).text  # fmt: skip

    assert "/sprak?kod=en&amp;till=/arende/c1/jav" in page


def test_errors_of_forms_and_of_pages_are_english(ada):
    ada.get("/sprak?kod=en&till=/")

    wrong = ada.send("/uppgift/u1", _handling="slutfor").text
    assert "There is something to correct" in wrong
    assert "Choose an answer to the question" in wrong
    assert "The page does not exist, or you may not see it" in ada.get("/finns-inte").text


def test_days_and_times_are_english(ada):
    ada.get("/sprak?kod=en&till=/")

    page = ada.get("/arende/c1?flik=handelser").text
    assert re.search(r"\d+ (March|February|November|January) 20\d\d, \d\d:\d\d", page)
    assert " kl. " not in page


def test_what_the_processes_say_is_marked_as_swedish(app):
    with app.test_request_context(headers=ENGLISH):
        assert own("Gör skyddsbedömning") == '<span lang="sv">Gör skyddsbedömning</span>'
        assert own("Ny uppgift: Gör så <snart>") == (
            'New task: <span lang="sv">Gör så &lt;snart&gt;</span>'
        )
        assert own("Klar: Vila") == 'Done: <span lang="sv">Vila</span>'
        assert own("Ta ställning till om det är så") == (
            '<span lang="sv">Ta ställning till om det är så</span>'
        )
    with app.test_request_context():
        assert own("Gör <så>") == "Gör &lt;så&gt;"
        assert said("i dag") == "i dag"


@pytest.mark.parametrize(("swedish", "english"), [
    ("i dag", "today"),
    ("om 3 dagar", "in 3 days"),
    ("om 1 arbetsdag", "in 1 working day"),
    ("om 2 arbetsdagar", "in 2 working days"),
    ("om 5 timmar", "in 5 hours"),
    ("mindre än en timme sen", "less than an hour late"),
    ("2 dagar sen", "2 days late"),
    ("Väntar på dig: 2 uppgifter.", "Waiting for you: 2 tasks."),
    ("Väntar på Bo Al: 1 uppgift.", "Waiting for Bo Al: 1 task."),
    ("Nästa steg sker automatiskt efter den 3 maj 2026: Vila.",
     "The next step happens by itself after 3 May 2026: Vila."),
    ("OSL 10:3 – partens rätt till insyn",
     "OSL 10:3 – partens rätt till insyn (the party’s right of access)"),
    ("Till Polisen. Grund: OSL 10:1, 12:2 – samtycke.",
     "To Polisen. Ground: OSL 10:1, 12:2 – samtycke (consent)."),
    ("Smeknamn måste ha minst 3 tecken, nu är det 1",
     "Smeknamn must have at least 3 characters, now it is 1"),
    ("Svaret på ”Antal?” måste vara ett heltal, skrivet med siffror",
     "The answer to “Antal?” must be a whole number, written in digits"),
    ("Ange namnet", "Enter namnet"),
    ("Födelsedag måste ha månad och år", "Födelsedag must have month and year"),
])  # fmt: skip
def test_the_engine_is_understood(app, swedish, english):
    with app.test_request_context(headers=ENGLISH):
        assert briefly(swedish) == english
