"""Drafts of the processes: what process owners change, file by file, before anything is live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO
from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, redirect, render_template, request, send_file
from flask import url_for as address
from flask.typing import ResponseReturnValue

from engine.errors import Conflict, InvalidAnswers, ModelError, NotAllowed, NotFound, Overtaken
from engine.modelling.draft import DraftPage
from engine.modelling.drafts import state_of
from engine.modelling.sources import packed
from web.current import actor, engine, tell
from web.language import _, lazy, said

if TYPE_CHECKING:
    from engine.model import Finding

SEALED_OFF = {"Content-Security-Policy": "sandbox; default-src 'none'"}
"""Wherever a file that somebody has written is opened, it can do nothing."""
MEDIA = {"bpmn": "application/xml", "dmn": "application/xml", "form": "application/json"}
GONE = lazy("Filen sparades inte: utkastet finns inte längre. Ladda ner filen innan du går vidare.")
UNSEEN = lazy("Säg vilken version av filen du har sett (If-Match), eller att den är ny.")

pages = Blueprint("modelling", __name__)


@pages.get("/utkast")
def drafts() -> ResponseReturnValue:
    """List the drafts, and let a new one be opened."""
    return _drafts_page({})


@pages.post("/utkast")
def open_draft() -> ResponseReturnValue:
    """Open a draft on what is live now."""
    try:
        draft = engine().drafts.open_draft(actor(), request.form.get("namn", ""))
    except InvalidAnswers as error:
        return _drafts_page(error.problems), 422
    return redirect(address(".draft", draft_id=draft.id), 303)


@pages.get("/utkast/<draft_id>")
def draft(draft_id: str) -> ResponseReturnValue:
    """Show a draft: what it changes, everything that is wrong, and its files."""
    return _draft_page(draft_id)


@pages.get("/utkast/<draft_id>/filer/<path:path>")
def file(draft_id: str, path: str) -> Response:
    """Return a file as it stands in the draft; its ETag is the hash that `save` asks for."""
    found = engine().drafts.read_file(actor(), draft_id, path)
    media = MEDIA.get(path.rpartition(".")[2], "text/plain")
    answer = Response(found.content, content_type=f"{media}; charset=utf-8", headers=SEALED_OFF)
    answer.set_etag(found.digest)
    return answer.make_conditional(request)  # type: ignore[return-value]


@pages.put("/utkast/<draft_id>/filer/<path:path>")
def save(draft_id: str, path: str) -> ResponseReturnValue:
    """Save a file over the version that the editor has seen (RFC 9110 section 13.1).

    `If-Match: "<hash>"` replaces, `If-None-Match: *` makes a new one. Answers in JSON.
    """
    if not (request.if_match or request.if_none_match.star_tag):
        return jsonify(problem=str(UNSEEN)), 428
    expected = None if request.if_none_match.star_tag else _tag()
    try:
        data = request.get_data(cache=False)
        digest = engine().drafts.save_upload(actor(), draft_id, path, data, expected)
    except (NotFound, NotAllowed):
        return jsonify(problem=str(GONE)), 404
    except Overtaken as error:
        return jsonify(problem=said(str(error)), **_theirs(error)), 412
    except Conflict as error:
        return jsonify(problem=said(str(error))), 409
    except ModelError as error:
        return jsonify(problem=_not_kept(), findings=plain(error.findings)), 422
    found = engine().drafts.read_draft(actor(), draft_id).findings
    answer = jsonify(hash=digest, findings=plain(found))
    answer.set_etag(digest)
    return answer


@pages.post("/utkast/<draft_id>/ladda-upp")
def upload(draft_id: str) -> ResponseReturnValue:
    """Take over uploaded files: single ones, or a whole set as an archive."""
    sent = [each for each in request.files.getlist("filer") if each.filename]
    if not sent:
        return _draft_page(draft_id, {"filer": _("Välj minst en fil")}), 422
    whole, seen = request.form.get("hela") == "ja", request.form.get("laget", "")
    given = [(each.filename or "", each.read()) for each in sent]
    try:
        changed = engine().drafts.take_over(actor(), draft_id, given, whole, seen)
    except ModelError as error:
        return _draft_page(draft_id, {"filer": _not_kept()}, error.findings), 422
    except Conflict as error:
        return _draft_page(draft_id, {"filer": said(str(error))}), 409
    tell(_("%(number)s filer ändrades i utkastet.", number=changed))
    return redirect(address(".draft", draft_id=draft_id), 303)


@pages.post("/utkast/<draft_id>/ta-bort")
def remove(draft_id: str) -> ResponseReturnValue:
    """Take a file out of the draft, as the reader has seen it."""
    path, digest = request.form.get("fil", ""), request.form.get("hash", "")
    engine().drafts.remove_file(actor(), draft_id, path, digest)
    tell(_("%(path)s är borttagen ur utkastet.", path=path))
    return redirect(address(".draft", draft_id=draft_id), 303)


@pages.get("/utkast/<draft_id>/hamta")
def download(draft_id: str) -> ResponseReturnValue:
    """Hand out the whole set of the draft as one archive."""
    page = engine().drafts.read_draft(actor(), draft_id)
    archive = BytesIO(packed(page.files))
    return send_file(archive, "application/zip", as_attachment=True, download_name="processer.zip")


@pages.post("/utkast/<draft_id>/kasta")
def discard(draft_id: str) -> ResponseReturnValue:
    """Throw a draft away."""
    engine().drafts.discard(actor(), draft_id)
    tell(_("Utkastet är kastat. Det som gäller är orört."))
    return redirect(address(".drafts"), 303)


@pages.post("/utkast/<draft_id>/folj")
def follow(draft_id: str) -> ResponseReturnValue:
    """Let the draft go out from what is live now."""
    both = engine().drafts.follow_live(actor(), draft_id)
    text = _("Utkastet utgår nu från det som gäller.")
    if both:
        text += " " + _("Ändrat på båda håll, utkastets gäller: %(files)s.", files=", ".join(both))
    tell(text)
    return redirect(address(".draft", draft_id=draft_id), 303)


def names() -> dict[str, str]:
    """Return what people are called, by their id."""
    return {person.id: person.name for person in engine().queries.people()}


def _drafts_page(problems: dict[str, str]) -> str:
    found = engine().drafts.drafts(actor())
    return render_template(
        "modelling/drafts.html", drafts=found, names=names(), problems=problems,
        typed=request.form,
    )  # fmt: skip


def _draft_page(
    draft_id: str, problems: dict[str, str] | None = None, refused: Sequence[Finding] = ()
) -> str:
    page = engine().drafts.read_draft(actor(), draft_id)
    return render_template(
        "modelling/draft.html", page=page, draft=page.draft, names=names(), refused=refused,
        problems=problems or {}, by_file=_by_file(page), seen=state_of(page.draft),
        rehearsed=engine().rehearsals.page(actor(), draft_id),
    )  # fmt: skip


def _by_file(page: DraftPage) -> list[tuple[str, list[Finding]]]:
    """Return what is wrong, file by file: what the draft has changed comes first."""
    grouped: dict[str, list[Finding]] = {}
    for finding in page.findings:
        grouped.setdefault(finding.file, []).append(finding)
    return sorted(grouped.items(), key=lambda each: (each[0] not in page.touched, each[0]))


def _tag() -> str:
    return next(iter(request.if_match.as_set()), "")


def _theirs(error: Overtaken) -> dict[str, object]:
    """Return what the other has saved, for the page to show what differs."""
    who = names().get(error.author or "", error.author)
    at = error.at.isoformat() if error.at else None
    return {"content": error.content, "hash": error.digest, "author": who, "at": at}


def plain(found: Sequence[Finding]) -> list[dict[str, object]]:
    """Return findings as JSON takes them."""
    return [asdict(each) for each in found]


def _not_kept() -> str:
    return _("Inget är sparat: det som kom in kan inte läsas.")
