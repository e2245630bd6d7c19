import io
from typing import Any

import pytest
from werkzeug.test import TestResponse

from engine.modelling.draft import digest_of
from engine.modelling.sources import packed, unpacked, uploaded
from tests.engine.modelling.small import FORM, LIVE, MAIN, Owners, main
from tests.web.conftest import Browser
from tests.web.owners_desk import SignIn, desk, ola, owners, pia, sign_in

__all__ = ["desk", "ola", "owners", "pia", "sign_in"]
NEW = main("b", "late", "n")


def opened(client: Browser, name: str = "Ett nytt steg") -> str:
    """Open a draft and return its address."""
    client.get("/utkast")
    return client.send("/utkast", namn=name).location


def put(client: Browser, address: str, content: str, seen: str | None, **more: str) -> TestResponse:
    headers = {"X-CSRFToken": client.token}
    headers |= {"If-Match": f'"{seen}"'} if seen else {}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    return client.put(address, data=content.encode(), headers=headers)


def sent(client: Browser, address: str, *files: tuple[str, bytes], **data: Any) -> TestResponse:
    given = [(io.BytesIO(content), name) for name, content in files]
    return client.post(address, data={"_csrf": client.token, "filer": given, **data},
                       content_type="multipart/form-data")  # fmt: skip


def state(page: str) -> str:
    return page.partition('name="laget" value="')[2].partition('"')[0]


def test_owners_come_to_the_drafts_and_see_no_cases(pia: Browser) -> None:
    page = pia.get("/", follow_redirects=True)

    assert page.request.path == "/utkast"
    assert "Processledningen" in page.text
    assert ">Ärenden<" not in page.text
    assert "Ingen ändrar i processerna just nu." in page.text
    assert pia.get("/arenden/nytt").status_code == 404


def test_nobody_else_sees_that_there_are_drafts(sign_in: SignIn) -> None:
    soc = sign_in("soc")

    assert ">Processer<" not in soc.get("/").text
    assert soc.get("/utkast").status_code == 404
    assert soc.send("/utkast", namn="x").status_code == 404


def test_a_draft_is_opened_and_listed(pia: Browser, ola: Browser) -> None:
    address = opened(pia)

    assert "Ett nytt steg" in ola.get("/utkast").text
    page = ola.get(address).text
    assert "Inga fel." in page
    assert "Inget är ändrat än." in page


def test_a_draft_without_a_name_is_asked_for_one(pia: Browser) -> None:
    answer = pia.send("/utkast", namn=" ")

    assert answer.status_code == 422
    assert "Skriv vad utkastet gäller" in answer.text


def test_a_file_is_read_with_its_hash_and_saved_over_what_was_seen(pia: Browser) -> None:
    address = f"{opened(pia)}/filer/{MAIN}"
    read = pia.get(address)
    assert (read.text, read.get_etag()[0]) == (LIVE[MAIN], digest_of(LIVE[MAIN]))
    assert read.mimetype == "application/xml"
    assert "sandbox" in read.headers["Content-Security-Policy"]

    saved = put(pia, address, NEW, read.get_etag()[0])

    assert saved.status_code == 200
    assert saved.json == {"hash": digest_of(NEW), "findings": []}
    assert saved.get_etag()[0] == digest_of(NEW)
    assert pia.get(address).text == NEW
    assert pia.get(address, headers={"If-None-Match": f'"{digest_of(NEW)}"'}).status_code == 304


def test_a_save_tells_everything_that_is_wrong_at_its_element(pia: Browser) -> None:
    address = opened(pia)
    wrong = LIVE[MAIN].replace('value="DL-10"', 'value="DL-99"')

    answer = put(pia, f"{address}/filer/{MAIN}", wrong, digest_of(LIVE[MAIN]))

    assert answer.json is not None
    (finding,) = answer.json["findings"]
    assert (finding["file"], finding["element"], finding["rule"]) == (MAIN, "late", "deadline")
    page = pia.get(address).text
    assert "fristen DL-99 finns inte" in page
    assert "<code>late</code>" in page


def test_the_second_who_saves_gets_what_the_first_saved(pia: Browser, ola: Browser) -> None:
    draft = opened(pia)
    address, seen = f"{draft}/filer/{MAIN}", digest_of(LIVE[MAIN])
    put(pia, address, NEW, seen)

    answer = put(ola, address, main("b"), seen)

    assert answer.status_code == 412
    assert answer.json is not None
    assert (answer.json["content"], answer.json["hash"]) == (NEW, digest_of(NEW))
    assert answer.json["author"] == "Pia Ros"
    assert pia.get(address).text == NEW


def test_what_cannot_be_read_is_refused_and_nothing_is_kept(pia: Browser) -> None:
    address = f"{opened(pia)}/filer/{MAIN}"

    answer = put(pia, address, NEW[:99], digest_of(LIVE[MAIN]))

    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["findings"][0]["rule"] == "xml"
    assert pia.get(address).text == LIVE[MAIN]


def test_a_new_file_is_made_only_if_it_is_not_there(pia: Browser) -> None:
    draft = opened(pia)
    form, new = LIVE[FORM].replace('"id": "f"', '"id": "f2"'), f"{draft}/filer/forms/f2.form"

    assert put(pia, new, form, None, If_None_Match="*").status_code == 200
    assert put(pia, new, form + " ", None, If_None_Match="*").status_code == 412
    assert put(pia, f"{draft}/filer/{MAIN}", NEW, None, If_None_Match="*").status_code == 409
    assert put(pia, new, form, None).status_code == 428
    assert pia.get(new).mimetype == "application/json"


def test_a_save_to_nowhere_and_from_nobody_is_told_in_json(
    pia: Browser, sign_in: SignIn, desk: object
) -> None:
    draft = opened(pia)
    address = f"{draft}/filer/{MAIN}"

    assert put(pia, f"/utkast/x/filer/{MAIN}", NEW, "x").status_code == 404
    assert put(sign_in("soc"), address, NEW, "x").status_code == 404
    pia.send(f"{draft}/kasta")
    assert put(pia, address, NEW, digest_of(LIVE[MAIN])).status_code == 409
    signed_out = desk.test_client().put(address, data=b"")  # type: ignore[attr-defined]
    assert signed_out.status_code == 401
    assert "utloggad" in signed_out.json["problem"]


def test_files_are_uploaded_one_by_one_or_as_an_archive(pia: Browser) -> None:
    draft = opened(pia)
    seen = state(pia.get(draft).text)
    answer = sent(pia, f"{draft}/ladda-upp", (MAIN, NEW.encode()), laget=seen)
    assert answer.status_code == 303
    assert pia.get(f"{draft}/filer/{MAIN}").text == NEW

    archive = pia.get(f"{draft}/hamta")
    assert uploaded(unpacked("a.zip", archive.data)) == LIVE | {MAIN: NEW}

    seen = state(pia.get(draft).text)
    back = sent(pia, f"{draft}/ladda-upp", ("a.zip", packed(LIVE)), laget=seen, hela="ja")
    assert back.status_code == 303
    assert "Inget är ändrat än." in pia.get(draft).text


@pytest.mark.parametrize(("files", "status", "said"), [
    ((), 422, "Välj minst en fil"), (((MAIN, b"<a"),), 422, "inte giltig XML"),
    ((("x.exe", b""),), 422, "Ett filnamn är gemener"), ((("a.zip", b"x"),), 422, "kan inte läsas"),
])  # fmt: skip
def test_an_upload_that_cannot_be_taken_says_why(
    pia: Browser, files: tuple[tuple[str, bytes], ...], status: int, said: str
) -> None:
    draft = opened(pia)
    answer = sent(pia, f"{draft}/ladda-upp", *files, laget=state(pia.get(draft).text))

    assert answer.status_code == status
    assert said in answer.text
    assert 'class="govuk-error-summary"' in answer.text


def test_an_upload_over_what_was_saved_meanwhile_is_stopped(pia: Browser, ola: Browser) -> None:
    draft = opened(pia)
    seen = state(ola.get(draft).text)
    put(pia, f"{draft}/filer/{MAIN}", NEW, digest_of(LIVE[MAIN]))

    answer = sent(ola, f"{draft}/ladda-upp", (MAIN, main("b").encode()), laget=seen)

    assert answer.status_code == 409
    assert "Någon har sparat i utkastet" in answer.text
    assert pia.get(f"{draft}/filer/{MAIN}").text == NEW


def test_a_file_is_removed_as_it_was_seen(pia: Browser) -> None:
    draft = opened(pia)
    old = pia.send(f"{draft}/ta-bort", fil=MAIN, hash="x")
    assert old.status_code == 409

    pia.send(f"{draft}/ta-bort", fil=FORM, hash=digest_of(LIVE[FORM]))
    page = pia.get(draft).text
    assert "(borttagen)" in page
    assert "formuläret f finns inte" in page
    assert pia.get(f"{draft}/filer/{FORM}").status_code == 404


def test_a_draft_behind_says_so_and_can_follow(pia: Browser, owners: Owners) -> None:
    draft = opened(pia)
    put(pia, f"{draft}/filer/{MAIN}", NEW, digest_of(LIVE[MAIN]))
    owners.publish(LIVE | {MAIN: main("b")})
    assert "Något annat har publicerats" in pia.get(draft).text

    page = pia.send(f"{draft}/folj", follow_redirects=False)
    shown = pia.get(page.location).text

    assert f"Ändrat på båda håll, utkastets gäller: {MAIN}." in shown
    assert "Något annat har publicerats" not in shown


def test_a_discarded_draft_can_only_be_read(pia: Browser) -> None:
    draft = opened(pia)
    pia.send(f"{draft}/kasta")
    page = pia.get(draft).text

    assert "Utkastet är kastat." in page
    assert "Ladda upp" not in page
    assert pia.send(f"{draft}/kasta").status_code == 409


def test_a_file_that_is_too_large_is_a_finding(pia: Browser) -> None:
    address = f"{opened(pia)}/filer/{MAIN}"

    answer = put(pia, address, f"<a>{' ' * 5_000_000}</a>", digest_of(LIVE[MAIN]))

    assert answer.status_code == 422
    assert answer.json is not None
    assert "större än 5 MB" in answer.json["findings"][0]["message"]
