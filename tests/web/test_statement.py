PATH = "/tillganglighet"


def test_everybody_can_read_the_statement_and_reach_it_from_every_page(stranger):
    assert stranger.get(PATH).status_code == 200
    for page in ("/logga-in", PATH):
        assert f'href="{PATH}"' in stranger.get(page).text
    stranger.sign_in()
    assert f'href="{PATH}"' in stranger.get("/").text


def test_the_statement_tells_what_the_law_asks_for(stranger):
    page = stranger.get(PATH).text

    for said in ("2018:1937", "delvis förenlig", "oskäligt betungande", "https://www.digg.se/tdosanmalan",
                 "26 november 2026", "Vi har själva granskat"):  # fmt: skip
        assert said in page


def test_the_statement_is_the_same_for_one_who_is_signed_in(ada):
    page = ada.get(PATH).text

    assert "Ada Ek" in page
    assert "delvis förenlig" in page
