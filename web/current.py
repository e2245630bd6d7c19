"""What a request is about: the engine it is put to, and the person who asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from uuid import NAMESPACE_OID, uuid5

from flask import current_app, flash, g, request
from flask_login import current_user

if TYPE_CHECKING:
    from engine.bootstrap import Engine
    from engine.entrance.sittings import Present
    from engine.model import Actor


UUID_LENGTH = 36
FORM_OWN = {"_csrf", "_kommando", "_utkast"}
"""What differs between two pages with the same form."""


@dataclass(frozen=True)
class SignedIn:
    """A person who is signed in, as Flask-Login wants it."""

    present: Present
    token: str
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """Return what the session keeps: which sitting it is, nothing else."""
        return self.token


def engine() -> Engine:
    """Return the engine of this application."""
    return cast("Engine", current_app.extensions["engine"])


def actor() -> Actor:
    """Return the person who is signed in; only public pages may be without one."""
    return present().actor


def present() -> Present:
    """Return who is signed in, and how."""
    return cast("SignedIn", current_user).present


def of_api() -> bool:
    """Say whether a system asks, and not somebody at a browser: it knows no cookies, no pages."""
    return request.path == "/api" or request.path.startswith("/api/")


def command() -> str | None:
    """Return the id of the command that a form carries: sent twice, it is done once."""
    sent = request.form.get("_kommando", "")
    return sent if 0 < len(sent) <= UUID_LENGTH else None


def command_for_this() -> str | None:
    """Return an id of what is sent: changed after the back button, it is something else."""
    sent = command()
    said = sorted((k, v) for k, v in request.form.items(multi=True) if k not in FORM_OWN)
    return str(uuid5(NAMESPACE_OID, f"{sent} {said}")) if sent else None


def tell(text: str, link: str = "", label: str = "") -> None:
    """Say on the next page what was done, and where to go on."""
    message = {"text": text, "link": link, "label": label}
    flash(cast("str", message))  # the session carries any JSON value


def about(case_id: str | None) -> None:
    """Say which case a request is about, when its address does not: the reading is kept there."""
    g.case = case_id
