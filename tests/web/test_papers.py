"""Files, comments, days and the draft that saves itself, over HTTP."""

import re
from io import BytesIO

import pytest

from engine.errors import Conflict
from web.papers import GONE, OLD_PAGE

PDF = b"%PDF-1.7 hej"
TYPED = {"_oppet": "1", "_utkast": "0", "motivering": "Hon är rädd."}


def file(content: bytes = PDF, name: str = "Anna Ek.exe"):
    return {"_bilaga": (BytesIO(content), name)}


def test_a_draft_saves_itself_and_says_when(ada, engine):
    answer = ada.send("/uppgift/u1/utkast", **TYPED)

    assert answer.json == {"version": 1, "said": "Utkast sparat kl. 12.00"}
    assert engine.drafts["u1"]["motivering"] == "Hon är rädd."


def test_a_draft_of_another_tab_is_not_overwritten(ada, engine):
    ada.send("/uppgift/u1/utkast", **TYPED)
    ada.send("/uppgift/u1/utkast", **TYPED | {"_utkast": "1", "motivering": "Andra fliken."})
    answer = ada.send("/uppgift/u1/utkast", **TYPED | {"_utkast": "1", "motivering": "Första."})

    assert answer.status_code == 409
    assert "annan sida" in answer.json["problem"]
    assert engine.drafts["u1"]["motivering"] == "Andra fliken."


@pytest.mark.parametrize("button", ["utkast", "slutfor"])
def test_the_button_says_it_too_and_keeps_what_was_typed(ada, engine, button):
    ada.send("/uppgift/u1/utkast", **TYPED)
    ada.send("/uppgift/u1/utkast", **TYPED | {"_utkast": "1", "motivering": "Andra fliken."})
    posted = TYPED | {"_utkast": "1", "motivering": "Första fliken.", "_handling": button}
    answer = ada.send("/uppgift/u1", **posted)

    assert answer.status_code == 422
    assert "från en annan sida" in answer.text
    assert "Första fliken.</textarea>" in answer.text
    assert 'name="_utkast" value="2"' in answer.text
    assert engine.drafts["u1"]["motivering"] == "Andra fliken."


def test_the_button_pressed_again_lets_the_newer_stand(ada, engine):
    ada.send("/uppgift/u1/utkast", **TYPED)
    ada.send("/uppgift/u1", **TYPED | {"_utkast": "1", "motivering": "Nyare.", "_handling": "x"})

    assert engine.drafts["u1"]["motivering"] == "Nyare."


def test_a_page_that_saves_itself_is_told_why_it_could_not(ada, stranger, engine):
    engine.fails_with = Conflict("Uppgiften är redan slutförd av Bo Lind.")
    told = ada.send("/uppgift/u1/utkast", **TYPED)
    assert (told.status_code, told.json["problem"][-40:]) == (
        409, "Uppgiften är redan slutförd av Bo Lind.".rjust(40)
    )  # fmt: skip

    ada.token = "old"  # noqa: S105
    assert ada.send("/uppgift/u1/utkast", **TYPED).json == {"problem": OLD_PAGE}
    assert GONE.endswith("kvar.")


def test_signed_out_it_is_told_so_and_no_page_is_sent(app, ada):
    ada.post("/logga-ut", data={"_csrf": ada.token})
    answer = ada.send("/uppgift/u1/utkast", **TYPED)

    assert answer.status_code == 401
    assert "utloggad" in answer.json["problem"]


def test_a_file_is_attached_and_what_was_typed_becomes_a_draft(ada, engine):
    answer = ada.send("/uppgift/u1/bilaga", **TYPED, **file())

    assert answer.location == "/uppgift/u1#bilagor"
    assert engine.asked == [("draft", "ada", "u1"), ("attach", "ada", "u1")]
    page = ada.get("/uppgift/u1").text
    assert "Anna Ek.pdf</a>" in page
    assert "12 byte, Ada Ek, 23 november 2026 kl. 12.00" in page
    assert "Hon är rädd.</textarea>" in page


def test_a_file_alone_makes_no_draft_and_takes_no_task(ada, engine):
    ada.send("/uppgift/u2/bilaga", _oppet="1", _utkast="0", **file())
    ada.send("/uppgift/u4/bilaga", _utkast="0", motivering="Ovidkommande.", **file())

    assert [done[0] for done in engine.asked] == ["attach", "attach"]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Välj en fil"), (file(b"", ""), "Välj en fil"), (file(b""), "Filen är tom"),
        (file(b"MZ\x00"), "Filen är av ett slag som inte tas emot"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_accepted_is_said_and_nothing_typed_is_lost(ada, engine, sent, said):
    answer = ada.send("/uppgift/u1/bilaga", **TYPED, **sent)

    assert answer.status_code == 422
    assert re.search(rf'<a href="#bilaga">{said}', answer.text)
    assert "Hon är rädd.</textarea>" in answer.text
    assert not engine.files


def send_large(client, size: int):
    """Post a large file as one body: the test client would leave a temporary file open."""
    head = 'Content-Disposition: form-data; name="'
    fields = "".join(f'--b\r\n{head}{name}"\r\n\r\n{value}\r\n'
                     for name, value in {**TYPED, "_csrf": client.token}.items())  # fmt: skip
    start = f'{fields}--b\r\n{head}_bilaga"; filename="a.txt"\r\n\r\n'.encode()
    body = start + b"x" * size + b"\r\n--b--\r\n"
    kind = "multipart/form-data; boundary=b"
    return client.post("/uppgift/u1/bilaga", data=body, content_type=kind)


def test_a_file_just_too_large_is_said_on_its_page(ada, engine):
    assert send_large(ada, 10 * 1024 * 1024).status_code == 303
    answer = send_large(ada, 10 * 1024 * 1024 + 1)

    assert answer.status_code == 422
    assert "Filen är för stor, högst 10 MB" in answer.text
    assert "Hon är rädd.</textarea>" in answer.text


def test_far_too_large_a_file_is_refused_at_the_door(ada):
    answer = send_large(ada, 13_000_000)

    assert answer.status_code == 413
    assert "10 MB" in answer.text


def test_one_who_is_not_signed_in_sends_no_large_files(stranger):
    stranger.get("/logga-in")

    assert send_large(stranger, 3_000_000).status_code == 413


def test_a_file_is_handed_out_so_that_no_browser_runs_it(ada, engine):
    ada.send("/uppgift/u1/bilaga", **file(b"<script>alert(1)</script>", "Åsa.html"))
    answer = ada.get("/bilaga/f1")

    assert answer.data == b"<script>alert(1)</script>"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "filename*=UTF-8''%C3%85sa.txt" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "C:\\x\\y.exe", "\u202efdp.exe", 'a"; filename="evil.html', "CON",
     "ö" * 300, "a%0d%0aX-Evil: 1", "<script>.svg", "...", "\u2028", "a\tb"],
)  # fmt: skip
def test_a_hostile_name_does_no_harm_in_page_or_header(ada, name, caplog):
    caplog.set_level("DEBUG")
    assert ada.send("/uppgift/u1/bilaga", **file(PDF, name)).status_code == 303
    sent = ada.get("/bilaga/f1").headers["Content-Disposition"]

    assert re.fullmatch(
        r"attachment; filename=[^;]+\.pdf\"?(; filename\*=UTF-8''[\w.%-]+\.pdf)?", sent
    )
    assert "<script>." not in ada.get("/uppgift/u1").text
    assert "passwd" not in caplog.text
    assert "evil" not in caplog.text


def test_the_case_lists_the_files_of_the_agency(ada, engine):
    assert "Bilagor hos er" not in ada.get("/arende/c1?flik=akt").text
    ada.send("/uppgift/u1/bilaga", **file())

    assert "Anna Ek.pdf</a>" in ada.get("/arende/c1?flik=akt").text


def test_another_agency_finds_no_file(ada, stranger, engine):
    ada.send("/uppgift/u1/bilaga", **file())
    stranger.get("/")
    ada.post("/logga-ut", data={"_csrf": ada.token})
    stranger.sign_in("cy")

    assert stranger.get("/bilaga/f1").status_code == 404


def test_a_file_is_removed(ada, engine):
    ada.send("/uppgift/u1/bilaga", **file())

    assert ada.send("/bilaga/f1/ta-bort").location == "/uppgift/u1#bilagor"
    assert engine.asked[-1] == ("detach", "ada", "f1")


def test_a_comment_is_shown_to_the_agency_as_it_was_written(ada, engine):
    answer = ada.send("/uppgift/u4/kommentar", _kommentar="Rad ett\n<b>rad två</b>")

    assert answer.location == "/uppgift/u4#kommentarer"
    page = ada.get("/uppgift/u4").text
    assert "Rad ett\n&lt;b&gt;rad två&lt;/b&gt;" in page
    assert "<strong>Ada Ek</strong>" in page


def test_an_empty_comment_comes_back_with_the_answers(ada):
    answer = ada.send("/uppgift/u1/kommentar", _kommentar=" ", **TYPED)

    assert answer.status_code == 422
    assert '<a href="#kommentar">Skriv en kommentar</a>' in answer.text
    assert "Hon är rädd.</textarea>" in answer.text


def test_a_comment_from_an_older_session_is_not_lost(ada, engine):
    ada.token = ""
    answer = ada.send("/uppgift/u1/kommentar", _kommentar="Ring god man.", **TYPED)

    assert answer.status_code == 422
    assert "Ring god man.</textarea>" in answer.text
    assert "Hon är rädd.</textarea>" in answer.text
    assert not engine.asked


DAY = {"_bevaka-day": "24", "_bevaka-month": "12", "_bevaka-year": "2026"}


def test_a_day_to_look_again_is_set_and_taken_away(ada, engine):
    assert ada.send("/uppgift/u1/bevaka", **DAY).location == "/uppgift/u1#bevakning"
    assert "Ska ses om <strong>24 december 2026</strong>" in ada.get("/uppgift/u1").text

    ada.send("/uppgift/u1/bevaka", _sluta="1", **DAY)
    assert [str(done[-1]) for done in engine.asked] == ["2026-12-24", "None"]


@pytest.mark.parametrize(
    "wrong", [{}, {"_bevaka-day": "31", "_bevaka-month": "2"}, {"_bevaka-year": "2025"}]
)
def test_a_day_that_cannot_be_is_said(ada, wrong):
    given = {} if not wrong else DAY | wrong
    answer = ada.send("/uppgift/u1/bevaka", **given, **TYPED)

    assert answer.status_code == 422
    assert re.search(r'<a href="#bevaka-day">', answer.text)
    assert "Hon är rädd.</textarea>" in answer.text
