"""The page where one signs in, and what happens when somebody has shown who they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from flask import Blueprint, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_login import login_user

from engine.entrance.sittings import Way
from engine.errors import NotFound
from engine.model import Actor
from web.current import SignedIn, engine
from web.errors import is_code
from web.signin.browsers import browser_of
from web.signin.kept import carried, kept, went_on
from web.signin.own import first_page, page_first

pages = Blueprint("auth", __name__)


def arrived(person: Actor, way: Way) -> ResponseReturnValue:
    """Let somebody in, and go on with what was written, or to where they were on their way."""
    sit_down(person, way)
    return go_on(person)


def go_on(person: Actor) -> ResponseReturnValue:
    """Go on, unless something has to be done first: that page shows what waits."""
    waiting = [text for texts in kept().values() for text in texts if not is_code(text)]
    return page_first(waiting) if first_page() else went_on(person)


def sit_down(person: Actor, way: Way) -> None:
    """Begin a sitting; the session is begun anew, so that nobody can have prepared it.

    Raises NotFound if the account was locked at this very moment.
    """
    session.clear()
    token = engine().door.open(person, way, browser_of(request.user_agent.string))
    found = engine().door.reader(token)
    if found is None:
        raise NotFound(f"account {person.id}")
    login_user(SignedIn(found, token))
    engine().trail.note("signed_in", person, "auth.enter", way=way)


def sign_in_page(
    name: str, problem: str | None = None, found: Mapping[str, Sequence[str]] | None = None,
    asked: bool = False, about: str = "",
) -> str:  # fmt: skip
    """Return the page; `asked`: it stands in the place of another page, whose post it keeps.

    `about` is the field that the problem is about; none if it is about the whole of signing in.
    """
    people = sorted(engine().door.demo_people(), key=lambda person: (person.agency, person.name))
    agencies = [
        (engine().queries.agency_name(agency), list(members))
        for agency, members in groupby(people, key=lambda person: person.agency)
    ]
    agencies.sort(key=lambda each: each[0])
    return render_template(
        "auth/sign_in.html", agencies=agencies, name=name, problem=problem, about=about,
        provider=engine().settings.oidc_name if engine().settings.oidc_issuer else "",
        **carried(found or {}, asked),
    )  # fmt: skip
