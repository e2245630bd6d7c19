"""Scenarios on a draft: how they went, and asking for them to be run; never within a request."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from engine.errors import ModelError, NotFound
from engine.proof.skeletons.draft import missing_for
from web.current import actor, engine, tell
from web.language import _

pages = Blueprint("rehearsals", __name__)
SCENARIO = "\n  Scenario"


@pages.get("/utkast/<draft_id>/scenarier")
def scenarios(draft_id: str) -> ResponseReturnValue:
    """Show how the scenarios went on a draft."""
    return _page(draft_id)


@pages.post("/utkast/<draft_id>/scenarier")
def ask(draft_id: str) -> ResponseReturnValue:
    """Ask for the scenarios to be run on the draft as it is now: a worker does so."""
    try:
        engine().rehearsals.ask(actor(), draft_id)
    except ModelError:
        return _page(draft_id, _("Utkastet har fel som måste avhjälpas först")), 422
    tell(_("Scenarierna körs. Det tar några minuter; ladda om sidan för att se hur det gick."))
    return redirect(url_for(".scenarios", draft_id=draft_id), 303)


@pages.get("/utkast/<draft_id>/scenarier/<process>.feature")
def skeleton(draft_id: str, process: str) -> Response:
    """Hand out the scenarios that are begun for a process, to go on with in any editor."""
    found = _missing(draft_id)
    if process not in found:
        raise NotFound(f"nothing is missing of {process[:80]}")
    headers = {"Content-Disposition": f"attachment; filename={process}_saknas.feature"}
    return Response(found[process], content_type="text/plain; charset=utf-8", headers=headers)


def _missing(draft_id: str) -> dict[str, str]:
    """Return the scenarios that are begun for a draft; none while it cannot be read."""
    try:
        difference = engine().versions.of_draft(actor(), draft_id)
    except ModelError:
        return {}
    known = engine().rehearsals.page(actor(), draft_id)
    return missing_for(difference, known, engine().settings.recording)


def _page(draft_id: str, problem: str = "") -> str:
    page = engine().drafts.read_draft(actor(), draft_id)
    missing = {process: text.count(SCENARIO) for process, text in _missing(draft_id).items()}
    return render_template(
        "modelling/scenarios.html", draft=page.draft, page=page, problem=problem,
        rehearsed=engine().rehearsals.page(actor(), draft_id), missing=missing,
    )  # fmt: skip
