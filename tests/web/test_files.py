import pytest

from engine.modelling.draft import digest_of
from tests.engine.modelling.small import LIVE, MAIN
from tests.web.conftest import Browser
from tests.web.owners_desk import desk, ola, owners, pia, sign_in
from tests.web.test_modelling import opened, put

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
AGENCIES = "aktorer.toml"
SEEN = digest_of(LIVE[AGENCIES])


@pytest.fixture
def draft(pia: Browser) -> str:
    return opened(pia)


@pytest.fixture
def register(draft: str) -> str:
    return f"{draft}/text/{AGENCIES}"


@pytest.mark.parametrize(("sent", "path", "editor"), [
    ({"slag": "bpmn", "namn": "En ny väg", "aktor": "socialtjansten"}, "en_ny_vag.bpmn", "steg"),
    ({"slag": "form", "namn": "Läs", "fil": "f9_las"}, "forms/f9_las.form", "rita"),
    ({"slag": "dmn", "namn": "Vem?", "laser": "val", "ger": "mer"}, "vem.dmn", "rita"),
])  # fmt: skip
def test_a_new_file_is_right_and_opens_where_it_is_changed(
    pia: Browser, draft: str, sent: dict[str, str], path: str, editor: str
) -> None:
    assert f"{draft}/ny-fil" in pia.get(draft).text
    assert pia.send(f"{draft}/ny-fil", **sent).location == f"{draft}/{editor}/{path}"

    page = pia.get(draft).text
    assert path in page
    assert "Inga fel." in page


def test_what_is_missing_is_told_and_everything_typed_stays(pia: Browser, draft: str) -> None:
    answer = pia.send(f"{draft}/ny-fil", slag="dmn", namn="Vem?", fil="Å", laser="val")

    assert answer.status_code == 422
    for field in ("fil", "ger"):
        assert f'id="{field}-error"' in answer.text
    assert 'value="Vem?"' in answer.text
    assert 'value="val" selected' in answer.text


def test_a_file_that_is_there_is_not_begun_again(pia: Browser, draft: str) -> None:
    answer = pia.send(f"{draft}/ny-fil", slag="form", namn="F", fil="f")

    assert answer.status_code == 409
    assert "Det finns redan en fil med det namnet." in answer.text


def test_a_register_is_changed_as_text_and_what_is_wrong_is_told_at_its_line(
    pia: Browser, register: str
) -> None:
    assert "Inga fel i den här filen." in pia.get(register).text
    text = LIVE[AGENCIES].replace('namn = "Polismyndigheten"', 'kallas = "Polisen"')
    answer = pia.send(register, hash=SEEN, text=text.replace("\n", "\r\n"))

    assert answer.location == register
    page = pia.get(register).text
    assert "1 fel i den här filen." in page
    assert '<a class="govuk-link" href="#rad-4">Rad 4</a>' in page
    assert pia.get(register.replace("/text/", "/filer/")).text == text


def test_what_cannot_be_read_is_told_at_its_line_and_stays_in_the_form(
    pia: Browser, register: str
) -> None:
    answer = pia.send(register, hash=SEEN, text='[a]\nnamn = "halvt\n')

    assert answer.status_code == 422
    assert "Filen är inte sparad" in answer.text
    assert "Rad 2: " in answer.text
    assert "namn = &#34;halvt" in answer.text
    assert pia.get(register.replace("/text/", "/filer/")).text == LIVE[AGENCIES]


def test_the_second_who_saves_sees_what_differs_and_may_then_write_over(
    pia: Browser, ola: Browser, register: str
) -> None:
    ola.get(register)
    theirs, mine = (LIVE[AGENCIES].replace('"System"', f'"{name}"') for name in ("Ett", "Två"))
    put(pia, register.replace("/text/", "/filer/"), theirs, SEEN)

    told = ola.send(register, hash=SEEN, text=mine)
    assert told.status_code == 409
    assert "Pia Ros sparade filen" in told.text
    assert "-namn = &#34;Ett&#34;" in told.text
    assert "+namn = &#34;Två&#34;" in told.text
    assert f'name="hash" value="{digest_of(theirs)}"' in told.text

    assert ola.send(register, hash=digest_of(theirs), text=mine).status_code == 303
    assert pia.get(register.replace("/text/", "/filer/")).text == mine


def test_every_kind_of_file_can_be_changed_as_text(pia: Browser, draft: str) -> None:
    for path in LIVE:
        assert pia.get(f"{draft}/text/{path}").status_code == 200
    assert pia.get(f"{draft}/text/x.toml").status_code == 404
    assert pia.send(f"{draft}/text/x.toml", text="", hash="").status_code == 404
    answer = pia.send(f"{draft}/text/{MAIN}", text="<a", hash=digest_of(LIVE[MAIN]))
    assert answer.status_code == 422


def test_a_file_is_removed_from_its_page(pia: Browser, draft: str, register: str) -> None:
    assert "Ta bort filen ur utkastet" in pia.get(register).text
    pia.send(f"{draft}/ta-bort", fil=AGENCIES, hash=SEEN)

    assert pia.get(register).status_code == 404
    assert "registret saknas eller är tomt" in pia.get(draft).text


def test_a_closed_draft_can_only_be_read(pia: Browser, draft: str, register: str) -> None:
    pia.send(f"{draft}/kasta")

    assert "<textarea" not in pia.get(register).text
    assert "ny-fil" not in pia.get(draft).text
    answer = pia.send(register, hash=SEEN, text="")
    assert (answer.status_code, "Utkastet är kastat." in answer.text) == (409, True)
    assert pia.send(f"{draft}/ny-fil", slag="form", namn="X").status_code == 409
