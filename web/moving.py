"""Running cases when the processes change: tried, chosen for in groups, asked about."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.errors import Conflict, InvalidAnswers
from engine.modelling.moves import STAY
from engine.modelling.preview.words import said
from engine.timeline import CHOSEN_FOR
from web.current import actor, engine, tell
from web.language import _, lazy
from web.language import said as in_their_language

pages = Blueprint("moving", __name__)

Problems = dict[str, str]
SOON = "2"
"""Seconds after which a page that is not finished is fetched again, without any script."""
CHOSEN = {
    "move": lazy("Ärendena i gruppen flyttas när ändringen gäller."),
    "stay": lazy("Ärendena i gruppen stannar i den ordning de har."),
    "ask": lazy("Myndigheten som har ärendet får frågan när ändringen gäller."),
}


@pages.get("/forslag/<proposal_id>/arenden")
def cases(proposal_id: str) -> ResponseReturnValue:
    """Show what becomes of the running cases, in numbers; it goes on while one looks."""
    return _cases(proposal_id, {})


@pages.post("/forslag/<proposal_id>/arenden")
def begin(proposal_id: str) -> ResponseReturnValue:
    """Try the running cases, or try them anew."""
    engine().moves.begin(actor(), proposal_id)
    return redirect(url_for(".cases", proposal_id=proposal_id), 303)


@pages.post("/forslag/<proposal_id>/arenden/<group>")
def choose(proposal_id: str, group: str) -> ResponseReturnValue:
    """Choose what becomes of the cases with one outcome."""
    choice = request.form.get("val", "")
    try:
        engine().moving.choose(actor(), proposal_id, group, choice)
    except InvalidAnswers as error:
        return _cases(proposal_id, {group: error.problems["val"]}, 422)
    except Conflict as error:
        return _cases(proposal_id, {group: str(error)}, 409)
    tell(CHOSEN[choice])
    return redirect(url_for(".cases", proposal_id=proposal_id), 303)


@pages.post("/forslag/<proposal_id>/arenden/<group>/angra")
def undo(proposal_id: str, group: str) -> ResponseReturnValue:
    """Move the cases of a group back, those in which nothing has happened since."""
    try:
        engine().moving.undo(actor(), proposal_id, group)
    except Conflict as error:
        return _cases(proposal_id, {group: str(error)}, 409)
    tell(_("Ärendena flyttas tillbaka, utom de som det har hänt något i."))
    return redirect(url_for(".cases", proposal_id=proposal_id), 303)


@pages.get("/ny-ordning")
def questions() -> ResponseReturnValue:
    """List the cases that the reader's agency is asked about."""
    return _questions("", {})


@pages.post("/ny-ordning/<proposal_id>/<case_id>")
def decide(proposal_id: str, case_id: str) -> ResponseReturnValue:
    """Let a case follow the new version, or stay, with a reason."""
    choice, reason = request.form.get("val", ""), request.form.get("skal", "")
    try:
        engine().moving.decide(actor(), proposal_id, case_id, choice, reason)
    except InvalidAnswers as error:
        return _questions(case_id, error.problems), 422
    except Conflict as error:
        return _questions(case_id, {"": str(error)}), 409
    stays = choice == STAY
    tell(
        _("Ärendet stannar i sin ordning.") if stays else _("Ärendet följer nu den nya ordningen.")
    )
    return redirect(url_for(".questions"), 303)


def _cases(proposal_id: str, problems: Problems, status: int = 200) -> Response:
    page = engine().moves.page(actor(), proposal_id)
    shown = render_template(
        "modelling/running.html", page=page, proposal=page.proposal, problems=problems, said=said,
    )  # fmt: skip
    again = {"Refresh": SOON} if page.busy and request.method == "GET" else {}
    return make_response(shown, status, again)


def _questions(case_id: str, problems: Problems) -> str:
    reasons = [(code, in_their_language(text)) for code, text in CHOSEN_FOR.items()]
    return render_template(
        "modelling/questions.html", questions=engine().moves.questions(actor()),
        reasons=reasons, problems=problems, wrong=case_id, typed=request.form,
    )  # fmt: skip
