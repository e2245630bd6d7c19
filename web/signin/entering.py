"""The sign-in page: name and password, in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from flask import Blueprint, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from engine.accounts.sittings import Way, browser_of
from engine.model import Actor
from web.current import SignedIn, actor, engine, present
from web.language import lazy
from web.security import limiter
from web.signin.kept import carried, kept, went_on

WRONG = lazy("Användarnamnet eller lösenordet stämmer inte")

pages = Blueprint("auth", __name__)


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
    person = engine().door.sign_in(name, request.form.get("losenord", ""))
    if person is None:
        engine().trail.note("sign_in_refused", place="auth.enter")
        return sign_in_page(name, problem=WRONG, found=kept()), 422
    sit_down(person, Way.PASSWORD)
    return went_on(person)


@pages.post("/logga-ut")
def leave() -> ResponseReturnValue:
    """Sign out: the sitting is over, and the browser forgets it."""
    engine().trail.note("signed_out", actor(), "auth.leave")
    engine().door.end(actor().id, only=present().sitting)
    logout_user()
    session.clear()
    return redirect(url_for("auth.sign_in"), 303)


@pages.post("/fortsatt")
def stay() -> ResponseReturnValue:
    """Keep the sitting of somebody who says that they are still there (WCAG 2.2.1)."""
    return jsonify(longest=present().longest_seconds)


def sit_down(person: Actor, way: Way) -> None:
    """Begin a sitting; the session is begun anew, so that nobody can have prepared it."""
    session.clear()
    token = engine().door.open(person, way, browser_of(request.user_agent.string))
    found = engine().door.reader(token)
    assert found is not None, "a sitting that has just begun"  # noqa: S101
    login_user(SignedIn(found, token))
    engine().trail.note("signed_in", person, "auth.enter", way=way)


def sign_in_page(
    name: str, problem: str | None = None, found: Mapping[str, Sequence[str]] | None = None,
    asked: bool = False,
) -> str:  # fmt: skip
    """Return the page; `asked`: it stands in the place of another page, whose post it keeps."""
    people = sorted(engine().door.demo_people(), key=lambda person: (person.agency, person.name))
    agencies = [
        (engine().queries.agency_name(agency), list(members))
        for agency, members in groupby(people, key=lambda person: person.agency)
    ]
    agencies.sort(key=lambda each: each[0])
    return render_template(
        "auth/sign_in.html", agencies=agencies, name=name, problem=problem,
        **carried(found or {}, asked),
    )  # fmt: skip
