"""For those who answer for what an agency keeps: what falls due, stops, and erasing by two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from engine.access import may_dispose
from engine.errors import InvalidAnswers, NotFound
from web.current import actor, command_for_this, engine, tell
from web.language import _
from web.protection import case_of_page

if TYPE_CHECKING:
    from collections.abc import Callable

GONE = 410
pages = Blueprint("retention", __name__)


def init_app(app: Flask) -> None:
    """Show that a case is erased, in place of every page about it."""
    app.before_request(_erased)


@pages.before_request
def _require_leader() -> None:
    """Hide the pages from everybody else; that they tried is noted."""
    if current_user.is_authenticated and not may_dispose(actor()):
        engine().trail.note("denied", actor(), str(request.endpoint))
        raise NotFound("retention")


@pages.get("/gallring")
def retention() -> ResponseReturnValue:
    """Show what falls due and why, what is kept, what waits for a second person, what is gone."""
    return _page({})


@pages.post("/gallring/foresla")
def propose() -> ResponseReturnValue:
    """Propose to erase the chosen cases."""
    chosen, looked = request.form.getlist("arenden"), "provat" in request.form

    def verb() -> None:
        by = actor()
        engine().retention.propose(by, by.agency, chosen, looked, command_for_this())

    done = _("Förslaget är sparat. Ingenting är gallrat än: en kollega måste också godkänna.")
    return _done(verb, done)


@pages.post("/gallring/ta-tillbaka")
def drop() -> ResponseReturnValue:
    """Take a proposal back."""
    named = request.form.get("forslag", "")
    done = _("Förslaget är borttaget. Ingenting är gallrat.")
    return _done(lambda: engine().retention.drop(actor(), named), done)


@pages.post("/gallring/verkstall")
def carry_out() -> ResponseReturnValue:
    """Erase what a colleague has proposed."""
    named, understood = request.form.get("forslag", ""), "forstatt" in request.form

    def verb() -> None:
        engine().retention.carry_out(actor(), named, understood, command_for_this())

    return _done(verb, _("Ärendena är gallrade. Innehållet går inte att läsa längre."))


@pages.post("/gallring/stoppa")
def hold() -> ResponseReturnValue:
    """Stop the erasing of a case."""
    number, reason = request.form.get("nummer", ""), request.form.get("skal", "")
    done = _("Gallringen är stoppad för ärendet.")
    return _done(lambda: engine().retention.stops.hold(actor(), number, reason), done)


@pages.post("/gallring/hav")
def lift() -> ResponseReturnValue:
    """Lift a stop."""
    named = request.form.get("stopp", "")
    return _done(lambda: engine().retention.stops.lift(actor(), named), _("Stoppet är hävt."))


def _done(verb: Callable[[], None], text: str) -> ResponseReturnValue:
    try:
        verb()
    except InvalidAnswers as error:
        return _page(error.problems), 422
    tell(text)
    return redirect(url_for(".retention"), 303)


def _page(problems: Mapping[str, str]) -> str:
    engine().trail.note("read", actor(), str(request.endpoint))
    page = engine().retained.page(actor())
    return render_template(
        "retention/retention.html", listed=page, problems=problems, typed=request.form,
        chosen=request.form.getlist("arenden"), target=_target(problems),
    )  # fmt: skip


def _target(problems: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (sentence, id of the field) for the summary; a proposal's box is named after it."""
    named = request.form.get("forslag", "")
    places = {"forstatt": f"forstatt-{named}"}
    return [(said, places.get(key, key)) for key, said in problems.items()]


def _erased() -> ResponseReturnValue | None:
    """Answer with what became of the case, if the reader's agency has erased its part."""
    case_id = case_of_page() if current_user.is_authenticated else None
    gone = engine().retained.erased(actor(), case_id) if case_id else None
    if gone is None:
        return None
    return render_template("retention/erased.html", gone=gone), GONE
