import io
import json
import zipfile

import pytest

from tests.engine.modelling.small import FORM, LIVE, MAIN
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, ola, owners, pia, sign_in
from tests.web.test_modelling import opened

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]


@pytest.fixture
def draft(pia: Browser) -> str:
    return opened(pia)


@pytest.mark.parametrize(("path", "script"), [
    (MAIN, "modeller.js"), (FORM, "formeditor.js"), ("d.dmn", "decisioneditor.js"),
])  # fmt: skip
def test_every_kind_of_file_has_its_editor(
    pia: Browser, draft: str, path: str, script: str
) -> None:
    if path not in LIVE:
        answer = pia.put(f"{draft}/filer/{path}", data=b"<definitions/>",
                         headers={"X-CSRFToken": pia.token, "If-None-Match": "*"})  # fmt: skip
        assert answer.status_code == 200
    page = pia.get(f"{draft}/rita/{path}")

    assert page.status_code == 200
    assert script in page.text
    assert "modeller.css" in page.text
    assert "modeller.css" not in pia.get(draft).text


def test_there_is_no_editor_of_what_is_not_there_or_has_none(pia: Browser, draft: str) -> None:
    assert pia.get(f"{draft}/rita/x.bpmn").status_code == 404
    assert pia.get(f"{draft}/rita/aktorer.toml").status_code == 404
    assert pia.get(f"/utkast/x/rita/{MAIN}").status_code == 404


def test_the_page_of_a_diagram_names_the_way_without_a_canvas(pia: Browser, draft: str) -> None:
    page = pia.get(f"{draft}/rita/{MAIN}").text

    assert f"{draft}/steg/{MAIN}" in page
    assert "<noscript>" in page
    assert "f – " in page or "&#34;f&#34;" in page


def test_a_closed_draft_says_that_nothing_is_saved(pia: Browser, draft: str) -> None:
    pia.send(f"{draft}/kasta")
    page = pia.get(f"{draft}/rita/{MAIN}").text

    assert 'data-open="no"' in page
    assert "data-upload" not in page


def test_the_check_is_told_in_json(pia: Browser, draft: str) -> None:
    assert pia.get(f"{draft}/kontroll").json == {"findings": []}


def test_a_diagram_is_drawn_anew_and_nothing_is_saved(pia: Browser, draft: str) -> None:
    askew = LIVE[MAIN].replace('height="80"', 'height="33"')
    answer = pia.post(f"{draft}/rita-om/{MAIN}", data=askew.encode(),
                      headers={"X-CSRFToken": pia.token})  # fmt: skip

    assert answer.mimetype == "application/xml"
    assert 'height="33"' not in answer.text
    assert pia.get(f"{draft}/filer/{MAIN}").text == LIVE[MAIN]


def test_what_cannot_be_drawn_says_why(pia: Browser, draft: str) -> None:
    answer = pia.post(f"{draft}/rita-om/{MAIN}", data=b"<a", headers={"X-CSRFToken": pia.token})

    assert answer.status_code == 422
    assert answer.json is not None
    assert "inte giltig XML" in answer.json["problem"]


def test_the_plugin_has_the_choices_of_the_draft(pia: Browser, draft: str) -> None:
    answer = pia.get(f"{draft}/camunda")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        names = archive.namelist()
        script = archive.read("skyddsprocessen/client.js").decode()

    assert names == ["skyddsprocessen/index.js", "skyddsprocessen/client.js"]
    first = script.partition("\n")[0]
    choices = json.loads(first.removeprefix("globalThis.SKYDD = ").removesuffix(";"))
    assert choices["agencies"]["polismyndigheten"] == "Polismyndigheten"
    assert answer.data == pia.get(f"{draft}/camunda").data


def test_nobody_else_finds_any_of_it(draft: str, sign_in: SignIn) -> None:
    soc = sign_in("soc")

    for place in (f"rita/{MAIN}", "kontroll", "camunda", f"steg/{MAIN}"):
        assert soc.get(f"{draft}/{place}").status_code == 404
    sent = soc.post(f"{draft}/rita-om/{MAIN}", data=b"", headers={"X-CSRFToken": soc.token})
    assert sent.status_code == 404
