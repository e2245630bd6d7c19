"""For those who review the log: check it now, fetch anchors, take a case's log away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from engine.access import may_audit
from engine.errors import NotFound
from web.current import actor, engine
from web.language import _, lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.audit.audit import Verdict

SHOWN = 60
"""Anchors that the page lists: two months of them."""
WORDS = {
    "ändrad": lazy("Posten är ändrad efter att den skrevs"),
    "infogad": lazy("Posten är infogad eller står på fel plats"),
    "saknas": lazy("Här är en eller flera poster borttagna"),
    "bruten": lazy("Här hänger kedjan inte ihop"),
    "omskriven": lazy("Posten är en annan än den som ett ankare intygar"),
    "avkapad": lazy("Slutet saknas: ett ankare intygar fler poster"),
    "fel nyckel": lazy("Ankaret är signerat med en annan nyckel än vår"),
    "ändrat innehåll": lazy("Svaren i formuläret är andra än de som posten är bunden till"),
    "saknat innehåll": lazy("Svaren som posten är bunden till är borta"),
    "falskt": lazy("Ankarets signatur eller rot stämmer inte"),
}
NO_NUMBER = lazy("Skriv ärendets nummer, till exempel 2026-00001")
NO_CASE = lazy("Det finns inget sådant ärende hos er")

pages = Blueprint("auditing", __name__)


@pages.before_request
def _require_auditor() -> None:
    """Hide the pages from everybody else; that they tried is noted."""
    if current_user.is_authenticated and not may_audit(actor()):
        engine().trail.note("denied", actor(), str(request.endpoint))
        raise NotFound("review")


@pages.get("/granskning")
def review() -> ResponseReturnValue:
    """Show the anchors, and what can be checked and taken away."""
    return _page()


@pages.post("/granskning/prova")
def verify() -> ResponseReturnValue:
    """Check the log of the agency's cases and readings now, and say what it came to."""
    verdict, names = engine().audit.verify_own(actor())
    return _page(verdict, names)


@pages.get("/granskning/ankare")
def anchor() -> ResponseReturnValue:
    """Hand out one anchor as a file."""
    wanted = request.args.get("nr", "")
    for each in engine().audit.anchors():
        if str(each.number) == wanted:
            engine().trail.note("exported", actor(), "auditing.anchor", wanted)
            answer = jsonify(each.shown)
            name = f"attachment; filename=ankare-{each.number:06}.json"
            answer.headers["Content-Disposition"] = name
            return answer
    raise NotFound(f"anchor {wanted}")


@pages.post("/granskning/lamna-ut")
def export() -> ResponseReturnValue:
    """Hand out a case's log as it is stored, with what is needed to check it."""
    number = request.form.get("nummer", "").strip()
    if not number:
        return _page(problem=str(NO_NUMBER)), 422
    try:
        bundle = engine().audit.bundle(actor(), number)
    except NotFound:
        return _page(problem=str(NO_CASE)), 422
    headers = {"Content-Disposition": f"attachment; filename={bundle.name}"}
    return Response(bundle.content, mimetype="application/zip", headers=headers)


def _page(
    verdict: Verdict | None = None, names: Mapping[str, str] | None = None, problem: str = ""
) -> str:
    engine().trail.note("read", actor(), str(request.endpoint))
    anchors = engine().audit.anchors()
    return render_template(
        "auditing/review.html", verdict=verdict, found=_told(verdict, names or {}),
        anchors=anchors[:SHOWN], key=engine().audit.signer.public, problem=problem,
        number=request.form.get("nummer", ""),
    )  # fmt: skip


def _told(verdict: Verdict | None, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return what is wrong in words: where, which entry, what."""
    return [
        (_where(stream, names), str(place), str(WORDS.get(what, what)))
        for stream, place, what, _why in (verdict.findings if verdict else ())
    ]


def _where(stream: str, names: Mapping[str, str]) -> str:
    if number := names.get(stream):
        return _("Ärende %(number)s", number=number)
    return _("Myndighetens åtkomstlogg") if stream in names else _("Ankare")
