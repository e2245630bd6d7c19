"""How cookies are kept, how much is taken and how often, and that a form came from our page."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, Request, abort, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect  # type: ignore[import-untyped]

from engine.casebook.filetypes import LARGEST
from web.current import engine, of_api

A_YEAR = 365 * 24 * 3600
MEGABYTE = 1024 * 1024
WITH_FILES = {"papers.attach", "modelling.save", "modelling.upload", "modeller.tidy"}
BY_ITSELF = {
    *("static", "papers.autosave", "diagrams.diagram", "diagrams.picture"),
    *("modelling.file", "modelling.save", "modeller.check"),
}
"""What pages ask for by themselves: it keeps nobody signed in."""
FILES = LARGEST + 2 * MEGABYTE
"""Bytes of a post with a file: room for one that is too large, to say so on its page."""

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, storage_uri="memory://")


class Sessions(SecureCookieSessionInterface):
    """Sends the session's cookie over https only, once the page itself came so."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Return the session of a browser; a system that asks has none, whatever it sends."""
        return None if of_api() else super().open_session(app, request)

    def get_cookie_secure(self, app: Flask) -> bool:
        """Say whether the cookie is marked Secure."""
        return is_https()

    def get_cookie_name(self, app: Flask) -> str:
        """Return the name under which the browser keeps the session."""
        return cookie_name(str(app.config["SESSION_COOKIE_NAME"]))


def is_https() -> bool:
    """Say whether the browser came over https, to us or to the proxy before us."""
    return request.is_secure or engine().settings.https


def cookie_name(name: str) -> str:
    """Return what a cookie is called: over https so that no other host can have set it.

    A browser takes `__Host-` only with Secure, for all paths and for this host alone.
    """
    return f"__Host-{name}" if is_https() else name


def init_app(app: Flask) -> None:
    """Set up cookies, size limits, and the guards against forged and hasty requests."""
    app.config.update(
        SESSION_COOKIE_NAME="skydd",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(
            minutes=app.extensions["engine"].settings.session_longest
        ),
        SEND_FILE_MAX_AGE_DEFAULT=A_YEAR,
        MAX_CONTENT_LENGTH=2 * MEGABYTE,
        MAX_FORM_MEMORY_SIZE=2 * MEGABYTE,
        WTF_CSRF_FIELD_NAME="_csrf",
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        WTF_CSRF_CHECK_DEFAULT=False,  # auth asks who it is first, then checks
    )
    app.session_interface = Sessions()
    csrf.init_app(app)
    limiter.init_app(app)
    app.before_request(_let_files_in)
    app.before_request(_refuse_nul)


def _let_files_in() -> None:
    """Take more than text where a file is sent, from somebody who is signed in."""
    if request.endpoint in WITH_FILES and "_user_id" in session:
        request.max_content_length = FILES


def _refuse_nul() -> None:
    """Answer 404 to a NUL in an address or a name: no database takes it as text."""
    asked = [request.path, *request.args.values(), request.form.get("namn", "")]
    if any("\0" in each for each in asked):
        abort(404)
