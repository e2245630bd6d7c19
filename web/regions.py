"""The region of a case: seen and changed by Socialtjänsten and the regionkoordinator."""

from __future__ import annotations

from collections.abc import Mapping

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.casebook.regions import REASONS, RegionOfCase
from engine.errors import InvalidAnswers
from web.cases import pages
from web.current import actor, command, engine, tell
from web.language import _


@pages.get("/arende/<case_id>/region")
def region(case_id: str) -> ResponseReturnValue:
    """Ask which region the case belongs to now, and why."""
    return _page(engine().regionfile.to_change(actor(), case_id), {})


@pages.post("/arende/<case_id>/region")
def change_region(case_id: str) -> ResponseReturnValue:
    """Let the case belong to another region."""
    found = engine().regionfile.to_change(actor(), case_id)
    chosen, reason = request.form.get("region", ""), request.form.get("skal", "")
    try:
        engine().regions.change(actor(), case_id, chosen, reason, command())
    except InvalidAnswers as error:
        return _page(found, error.problems), 422
    tell(_("Regionen är ändrad."))
    return redirect(url_for(".case", case_id=case_id), 303)


def _page(found: RegionOfCase, problems: Mapping[str, str]) -> str:
    return render_template(
        "cases/region.html", region=found, reasons=REASONS, problems=problems, typed=request.form
    )
