"""Scenarios on a draft: how they went, and asking for them to be run; never within a request."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from engine.errors import ModelError
from web.current import actor, engine, tell
from web.language import _

pages = Blueprint("rehearsals", __name__)


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


def _page(draft_id: str, problem: str = "") -> str:
    page = engine().drafts.read_draft(actor(), draft_id)
    return render_template(
        "modelling/scenarios.html", draft=page.draft, page=page, problem=problem,
        rehearsed=engine().rehearsals.page(actor(), draft_id),
    )  # fmt: skip
