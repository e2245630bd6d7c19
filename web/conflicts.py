"""Jäv: saying that somebody must not take part in a case, and letting them in again."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.errors import InvalidAnswers
from web.current import actor, command, engine, tell
from web.language import _

pages = Blueprint("conflicts", __name__)


@pages.get("/arende/<case_id>/jav")
def disqualifying(case_id: str) -> ResponseReturnValue:
    """Ask who is disqualified in the case, and why; a chef sees who is."""
    return _page(case_id, {})


@pages.post("/arende/<case_id>/jav")
def disqualify(case_id: str) -> ResponseReturnValue:
    """Hide the case from somebody from now on."""
    number = engine().casefile.case_page(actor(), case_id).case.number
    person, reason = _person(), request.form.get("skal", "")
    if person not in {each.id for each in engine().substitutions.colleagues(actor())}:
        return _page(case_id, {"vem": _("Välj vem det gäller")}), 422
    try:
        engine().staffing.disqualify(actor(), case_id, person, reason, command())
    except InvalidAnswers as error:
        return _page(case_id, error.problems), 422
    if person == actor().id:
        tell(_("Jävet är antecknat. Ärende %(number)s visas inte längre för dig.", number=number))
        return redirect(url_for("tasks.worklist"), 303)
    tell(_("Jävet är antecknat. Ärendet visas inte längre för kollegan."))
    return redirect(url_for(".disqualifying", case_id=case_id), 303)


@pages.post("/arende/<case_id>/jav/<disqualification_id>/hav")
def lift(case_id: str, disqualification_id: str) -> ResponseReturnValue:
    """Let somebody into the case again."""
    engine().staffing.lift(actor(), case_id, disqualification_id)
    tell(_("Jävet är hävt. Kollegan ser ärendet igen."))
    return redirect(url_for(".disqualifying", case_id=case_id), 303)


def _person() -> str:
    """Return whom it is about: only a chef may speak of anybody but themselves."""
    return request.form.get("vem", "") if "chef" in actor().roles else actor().id


def _page(case_id: str, problems: Mapping[str, str]) -> str:
    page, colleagues = (
        engine().casefile.case_page(actor(), case_id),
        engine().substitutions.colleagues(actor()),
    )
    decides = "chef" in actor().roles
    found = tuple(engine().disqualified(actor(), case_id)) if decides else ()
    return render_template(
        "conflicts/disqualifying.html", case=page.case, colleagues=colleagues, decides=decides,
        disqualified=found, names={each.id: each.name for each in colleagues},
        problems=problems, typed=request.form,
    )  # fmt: skip
