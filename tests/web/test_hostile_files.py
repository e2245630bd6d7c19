"""Hostile files over HTTP, on a real engine: refused with a sentence, or handed out harmless."""

import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest

from engine.bootstrap import Engine
from engine.casebook.deskwork import MOST
from engine.casebook.filetypes import UNPACKED
from engine.db.papers import SqlPapers
from engine.errors import InvalidAnswers
from engine.model import Task
from tests.engine.casebook.test_filetypes import DOCX, KNOWN
from tests.engine.db.small import FILES, Office
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app
from web.security import limiter

HTML = b"<!doctype html><script>alert(document.cookie)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
TYPED = {"_oppet": "1", "_utkast": "0", "skal": "Hon \u00e4r r\u00e4dd."}


def bomb() -> bytes:
    """A document of some hundred kilobytes that unpacks to more than any document is."""
    made = BytesIO(DOCX)
    with (
        zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/bild.bmp", "w") as part,
    ):
        for _ in range(UNPACKED // 2**20 + 1):
            part.write(bytes(2**20))
    return made.getvalue()


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(FILES)
    return office


@pytest.fixture
def task(office: Office) -> Task:
    return office.task(office.open(), "b")


@pytest.fixture
def soc(office: Office) -> Browser:
    app = create_app(office.engine)
    app.test_client_class = Browser
    limiter.reset()
    client = app.test_client()
    sit(client, "soc")
    client.get("/arenden/nytt")
    return client


def attach(client: Browser, task: Task, content: bytes, name: str):
    return client.send(f"/uppgift/{task.id}/bilaga", **TYPED, _bilaga=(BytesIO(content), name))


def got(client: Browser, office: Office, task: Task):
    """Return (name, answer) of the newest file of the case."""
    newest, *_ = office.engine.taskfile.attachments(office.soc, task.case_id)
    return newest.paper.name, client.get(f"/bilaga/{newest.paper.id}")


@pytest.mark.parametrize(
    "made",
    [bomb, lambda: b"GIF89a\x00" + HTML, lambda: b"\x00" + HTML, lambda: DOCX[:-40]],
    ids=["bomb", "gif", "nul", "cut"],
)
def test_what_nobody_should_open_is_refused_with_a_sentence_and_nothing_typed_is_lost(
    soc: Browser, office: Office, task: Task, made: Callable[[], bytes]
) -> None:
    answer = attach(soc, task, made(), "intyg.docx")

    assert answer.status_code == 422
    assert '<a href="#bilaga">Filen \u00e4r av ett slag som inte tas emot' in answer.text
    assert TYPED["skal"] in answer.text
    assert office.engine.taskfile.attachments(office.soc, task.case_id) == ()


@pytest.mark.parametrize(
    ("sent", "kept", "kind"),
    [
        ((HTML, "bild.png"), "bild.txt", "text/plain"),
        ((SVG, "logga.svg"), "logga.txt", "text/plain"),
        ((b"%PDF-1.7\n" + HTML, "avtal.html"), "avtal.pdf", "application/pdf"),
        ((KNOWN["png"] + HTML + DOCX, "foto.html"), "foto.png", "image/png"),
        ((HTML, "../../../etc/cron.d/ett"), "ett.txt", "text/plain"),
        ((HTML, "..\\..\\skrivbord\\ett.lnk"), "skrivbordett.txt", "text/plain"),
        ((HTML, "foto\u202egnp.exe"), "fotognp.txt", "text/plain"),
        ((HTML, "\u00e5" * 400 + ".exe"), "\u00e5" * 80 + ".txt", "text/plain"),
        ((HTML, "ett\0.png\0.exe"), "ett.png.txt", "text/plain"),
    ],
)  # fmt: skip
def test_a_disguised_file_comes_back_as_what_it_is_and_can_do_nothing(
    soc: Browser, office: Office, task: Task, sent: tuple[bytes, str], kept: str, kind: str
) -> None:
    content, name = sent
    assert attach(soc, task, content, name).status_code == 303
    called, answer = got(soc, office, task)

    assert (called, answer.data) == (kept, content)
    assert answer.mimetype == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert not set("\r\n\0") & set(answer.headers["Content-Disposition"])


def test_two_uploads_at_the_same_moment_do_not_pass_the_limit(
    office: Office, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each counts, and then waits for the other to have counted: so they would both be the last."""
    desk, counted = office.engine.deskwork, SqlPapers.attached_to
    for _ in range(MOST - 1):
        desk.attach(office.soc, task.id, "a.txt", b"Hej")
    both, said = threading.Barrier(2), []

    def slowly(papers: SqlPapers, about: Task) -> int:
        number = counted(papers, about)
        with suppress(threading.BrokenBarrierError):  # the other waits before it counts
            both.wait(0.7)
        return number

    def upload() -> None:
        try:
            desk.attach(office.soc, task.id, "b.txt", b"Hej")
        except InvalidAnswers as error:
            said.append(error.problems["_bilaga"])

    monkeypatch.setattr(SqlPapers, "attached_to", slowly)
    uploads = [threading.Thread(target=upload) for _ in range(2)]
    for each in uploads:
        each.start()
    for each in uploads:
        each.join()

    assert said == [f"En uppgift kan ha h\u00f6gst {MOST} bilagor"]
    assert len(office.engine.taskfile.attachments(office.soc, task.case_id)) == MOST
