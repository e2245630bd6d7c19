"""The second step: a one-time code after the password, for those who have an authenticator."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from engine.entrance.sittings import Way
from engine.model import Actor
from web.current import engine
from web.language import lazy
from web.security import limiter
from web.signin.kept import carried, kept
from web.signin.page import arrived, pages, sign_in_page

STEP = "steg2"
PATIENCE = timedelta(minutes=10)
"""How long after the password the code may come."""
TOO_LATE = lazy("Det gick för lång tid sedan lösenordet. Börja om.")


def ask(person: Actor) -> ResponseReturnValue:
    """Remember whose password was right, and ask for the code; what was written comes along."""
    session.clear()
    until = engine().clock.now() + PATIENCE
    session[STEP] = {"person": person.id, "until": until.isoformat()}
    if kept():
        return _page()
    return redirect(url_for("auth.second", till=request.form.get("till") or None), 303)


@pages.get("/logga-in/kod")
def second() -> ResponseReturnValue:
    """Ask for the code."""
    return _page() if _person() else sign_in_page("", problem=TOO_LATE)


@pages.post("/logga-in/kod")
@limiter.limit("10 per minute; 60 per hour", key_func=lambda: _person() or "")
@limiter.limit("120 per minute")
def show_code() -> ResponseReturnValue:
    """Take the code, and sign in."""
    name = _person()
    if name is None:
        return sign_in_page("", problem=TOO_LATE, found=kept()), 422
    if problem := engine().ownaccount.code_problem(name, request.form.get("kod", "")):
        return _page(problem), 422
    person = engine().queries.person(name)
    if person is None:
        return sign_in_page("", problem=TOO_LATE, found=kept()), 422
    return arrived(person, Way.BOTH)


def _person() -> str | None:
    """Return whose password was right just now."""
    step = session.get(STEP)
    if not step or engine().clock.now() >= datetime.fromisoformat(step["until"]):
        return None
    return str(step["person"])


def _page(problem: str | None = None) -> str:
    return render_template("auth/second.html", problem=problem, **carried(kept(), asked=False))
