"""What belongs to a task beside its answers: a draft that saves itself, files, comments, a day."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from flask import Blueprint, jsonify, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]

from engine.casebook.filetypes import KINDS
from engine.errors import Conflict, InvalidAnswers, NotAllowed, NotFound, Outdated
from engine.texts import read_date
from engine.views import TaskPage
from web.current import about, actor, command_for_this, engine, tell
from web.language import _, lazy, said
from web.swedish import clock
from web.taskpage import again, keep_answers, overtaken, seen, stale, typed

SEALED_OFF = "sandbox; default-src 'none'"
"""The policy of a file that somebody else has made: wherever it is opened, it can do nothing."""
OLD_PAGE = lazy(
    "Utkastet sparades inte: du har loggat in på nytt. Tryck på ”Spara utkast”, så behålls allt."
)
GONE = lazy("Utkastet sparades inte: uppgiften finns inte längre. Kopiera det du vill ha kvar.")

pages = Blueprint("papers", __name__)


@pages.post("/uppgift/<task_id>/utkast")
def autosave(task_id: str) -> ResponseReturnValue:
    """Keep what has been typed, asked for by the page itself; tell it when, or why not."""
    try:
        version = engine().casework.save_draft(actor(), task_id, typed(), seen(), by_itself=True)
    except (NotFound, NotAllowed):
        return jsonify(problem=str(GONE)), 404
    except Conflict as error:
        return jsonify(problem=_("Utkastet sparades inte. %(error)s", error=said(str(error)))), 409
    at = engine().clock.now()
    saved = _("Utkast sparat %(at)s", at=clock(at, midnight=True))
    return jsonify(version=version, said=saved)


@pages.post("/uppgift/<task_id>/bilaga")
def attach(task_id: str) -> ResponseReturnValue:
    """Keep a file with the task, and a draft of what stood in the form."""
    page = engine().queries.task_page(actor(), task_id)
    sent = request.files.get("_bilaga")
    if sent is None or not sent.filename:
        return again(page, {"_bilaga": _("Välj en fil")})
    name, content = sent.filename, sent.read()
    return _done(
        page, lambda: engine().deskwork.attach(actor(), task_id, name, content),
        _("Bilagan är sparad."), "bilagor",
    )  # fmt: skip


@pages.get("/bilaga/<attachment_id>")
def download(attachment_id: str) -> ResponseReturnValue:
    """Hand out a file of the reader's agency, never shown inside our pages."""
    file, content = engine().taskfile.attached(actor(), attachment_id)
    about(file.case_id)
    answer = send_file(
        BytesIO(content), KINDS[file.kind].media_type, as_attachment=True, download_name=file.name
    )
    answer.headers["Content-Security-Policy"] = SEALED_OFF
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


@pages.post("/bilaga/<attachment_id>/ta-bort")
def detach(attachment_id: str) -> ResponseReturnValue:
    """Remove a file whose task is not completed."""
    task_id = engine().deskwork.detach(actor(), attachment_id)
    tell(_("Bilagan är borttagen."))
    return redirect(url_for("tasks.task", task_id=task_id, _anchor="bilagor"), 303)


@pages.post("/uppgift/<task_id>/kommentar")
def comment(task_id: str) -> ResponseReturnValue:
    """Write to the colleagues, and keep a draft of what stood in the form."""
    page = engine().queries.task_page(actor(), task_id)
    text = request.form.get("_kommentar", "")
    return _done(
        page, lambda: engine().deskwork.comment(actor(), task_id, text, command_for_this()),
        _("Kommentaren är sparad. Bara er myndighet läser den."), "kommentarer",
    )  # fmt: skip


@pages.post("/uppgift/<task_id>/bevaka")
def follow_up(task_id: str) -> ResponseReturnValue:
    """Say when the task is to be looked at again, or that it need not be."""
    page = engine().queries.task_page(actor(), task_id)
    if request.form.get("_sluta") == "1":
        return _done(
            page, lambda: engine().deskwork.follow_up(actor(), task_id, None),
            _("Bevakningen är borttagen."), "bevakning",
        )  # fmt: skip
    written = [request.form.get(f"_bevaka-{part}", "").strip() for part in ("day", "month", "year")]
    day = read_date(*written)
    if day is None:
        return again(page, {"_bevaka": _("Skriv dagen som ett datum, till exempel 24 11 2026")})
    return _done(
        page, lambda: engine().deskwork.follow_up(actor(), task_id, day),
        _("Bevakningen är sparad. Den syns i uppgiftslistan."), "bevakning",
    )  # fmt: skip


@pages.errorhandler(CSRFError)
def old_page(error: CSRFError) -> ResponseReturnValue:
    """Tell a page that saves itself, and a person, that they have signed in anew since."""
    if request.endpoint == "papers.autosave":
        return jsonify(problem=str(OLD_PAGE)), 400
    return stale(error)


def _done(page: TaskPage, act: Callable[[], object], said: str, place: str) -> ResponseReturnValue:
    """Keep the answers, then act; what is refused comes back with everything that was typed."""
    task_id = page.task.id
    try:
        keep_answers(page)
        act()
    except InvalidAnswers as error:
        return again(engine().queries.task_page(actor(), task_id), error.problems)
    except Outdated as error:
        return overtaken(task_id, error)
    tell(said)
    return redirect(url_for("tasks.task", task_id=task_id, _anchor=place), 303)
