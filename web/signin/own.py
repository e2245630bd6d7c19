"""One's own account: who one is here, the password, one-time codes, where one is signed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import segno
from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import logout_user
from markupsafe import Markup

from engine.entrance.sittings import Way
from engine.errors import InvalidAnswers, NotFound
from web.current import actor, engine, present, tell
from web.language import _
from web.security import limiter

REQUIRED = "required"
ALWAYS = frozenset({"auth.leave", "auth.stay"})
FIRST = {
    "account.choose": ALWAYS | {"account.choose", "account.change_password"},
    "account.codes": ALWAYS | {"account.codes", "account.confirm"},
}
"""The pages that somebody may have to do first, each with what is reached until then."""

pages = Blueprint("account", __name__)


def first_page() -> str | None:
    """Return the page that somebody has to do before anything else, if there is one."""
    here = present()
    if here.local and here.given:
        return "account.choose"
    asked = engine().settings.second_factor == REQUIRED
    return "account.codes" if asked and here.local and here.way is Way.PASSWORD else None


@pages.get("/konto")
def account() -> ResponseReturnValue:
    """Show who I am here, and where I am signed in."""
    return _page()


@pages.post("/konto/losenord")
@limiter.limit("10 per minute", key_func=lambda: actor().id)
def change_password() -> ResponseReturnValue:
    """Change my password; I am signed out everywhere else."""
    form = request.form
    new = (form.get("nytt", ""), form.get("igen", ""))
    try:
        engine().ownaccount.change_password(actor(), form.get("nu", ""), new, present().sitting)
    except InvalidAnswers as error:
        page = _choose_page if present().given else _page
        return page(error.problems), 422
    tell(_("Lösenordet är bytt. Du är utloggad överallt utom här."))
    return redirect(url_for("tasks.worklist" if present().given else ".account"), 303)


@pages.get("/konto/eget-losenord")
def choose() -> ResponseReturnValue:
    """Ask for a password of one's own, in place of one that somebody else has set."""
    return _choose_page() if present().given else redirect(url_for(".account"), 303)


@pages.post("/konto/logga-ut")
def end_sittings() -> ResponseReturnValue:
    """End one of my sittings, or all of them, this one too."""
    chosen = request.form.get("session", "")
    if chosen and chosen not in {each.id for each in engine().door.sittings(actor().id)}:
        raise NotFound("a sitting of mine")
    here = chosen in {"", present().sitting}
    ended = engine().door.end(actor().id, only=chosen or None)
    engine().trail.note("sittings_ended", actor(), "account.account", ended=ended)
    if here:
        logout_user()
        session.clear()
        return redirect(url_for("auth.sign_in"), 303)
    tell(_("Du är utloggad där."))
    return redirect(url_for(".account"), 303)


@pages.get("/konto/engangskoder")
def codes() -> ResponseReturnValue:
    """Show how to set up an authenticator."""
    return _codes_page()


@pages.post("/konto/engangskoder")
@limiter.limit("10 per minute", key_func=lambda: actor().id)
def confirm() -> ResponseReturnValue:
    """Take the first code, and show the recovery codes once."""
    try:
        made = engine().ownaccount.confirm_factor(
            actor(), request.form.get("kod", ""), request.form.get("nu", ""), present().sitting
        )
    except InvalidAnswers as error:
        return _codes_page(error.problems), 422
    engine().door.showed_both(present().sitting)
    return render_template("account/recovery.html", codes=made)


def page_first(texts: Sequence[str]) -> str:
    """Return what has to be done first, with what was written before: it must not be lost."""
    page = _choose_page if first_page() == "account.choose" else _codes_page
    return page(texts=texts)


def _choose_page(problems: Mapping[str, str] | None = None, texts: Sequence[str] = ()) -> str:
    return render_template("account/choose.html", problems=problems or {}, texts=texts)


def _codes_page(problems: Mapping[str, str] | None = None, texts: Sequence[str] = ()) -> str:
    factor = engine().ownaccount.begin_factor(actor())
    drawn = segno.make(factor.address, error="m").svg_inline(scale=5, border=4)
    groups = [factor.secret[at : at + 4] for at in range(0, len(factor.secret), 4)]
    return render_template(
        "account/codes.html", problems=problems or {}, texts=texts, must=first_page() is not None,
        drawn=Markup(drawn), groups=groups,  # noqa: S704
    )  # fmt: skip


def _page(problems: Mapping[str, str] | None = None) -> str:
    me, own = actor(), engine().ownaccount
    has_codes = present().local and own.has_factor(me)
    return render_template(
        "account/account.html", problems=problems or {}, local=present().local,
        sittings=engine().door.sittings(me.id), here=present().sitting, has_codes=has_codes,
        left=own.codes_left(me) if has_codes else 0, way=present().way,
    )  # fmt: skip
