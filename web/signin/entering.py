"""The sign-in page: name and password, in and out."""

from __future__ import annotations

from flask import jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from engine.entrance.sittings import Way
from engine.errors import InvalidAnswers
from web.current import actor, engine, present
from web.language import lazy, said
from web.security import limiter
from web.signin.kept import kept
from web.signin.page import arrived, pages, sign_in_page
from web.signin.provider import farewell
from web.signin.secondly import ask

WRONG = lazy("Användarnamnet eller lösenordet stämmer inte")


def account() -> str:
    """Count attempts at one account: a whole agency may come from one address."""
    return request.form.get("namn", "").strip().lower()


@pages.get("/logga-in")
def sign_in() -> ResponseReturnValue:
    """Show the sign-in page."""
    if current_user.is_authenticated:
        return redirect(url_for("tasks.worklist"))
    return sign_in_page(request.args.get("namn", ""))


@pages.post("/logga-in")
@limiter.limit("10 per minute; 100 per hour", key_func=account)
@limiter.limit("120 per minute")
def enter() -> ResponseReturnValue:
    """Sign in with a name and a password."""
    name = request.form.get("namn", "").strip()
    try:
        person = engine().door.sign_in(name, request.form.get("losenord", ""))
    except InvalidAnswers as error:
        return _refused(name, said(str(error)))
    if person is None:
        return _refused(name, WRONG, about="namn")
    return ask(person) if engine().ownaccount.has_factor(person) else arrived(person, Way.PASSWORD)


def _refused(name: str, problem: str, about: str = "") -> ResponseReturnValue:
    engine().trail.note("sign_in_refused", place="auth.enter")
    return sign_in_page(name, problem=problem, found=kept(), about=about), 422


@pages.post("/logga-ut")
def leave() -> ResponseReturnValue:
    """Sign out: the sitting is over, and the browser forgets it."""
    engine().trail.note("signed_out", actor(), "auth.leave")
    engine().door.end(actor().id, only=present().sitting)
    elsewhere = farewell() if present().way is Way.OIDC else None
    logout_user()
    session.clear()
    if elsewhere:
        return render_template("auth/left.html", where=elsewhere)
    return redirect(url_for("auth.sign_in"), 303)


@pages.post("/fortsatt")
def stay() -> ResponseReturnValue:
    """Keep the sitting of somebody who says that they are still there (WCAG 2.2.1)."""
    return jsonify(longest=present().longest_seconds)
