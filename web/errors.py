"""What went wrong, as a page with a way on; the only place where errors become statuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]
from werkzeug.exceptions import HTTPException, InternalServerError

from engine.errors import (
    Conflict,
    EngineError,
    Expiring,
    InvalidAnswers,
    NotAllowed,
    NotFound,
    Stale,
    Unavailable,
)
from web.api.problems import told
from web.current import of_api
from web.language import _, briefly, lazy, said

KEPT = "k."
"""Before the names of answers that wait in the sign-in page, so that no text is lost."""
WORDS = {"_kommentar", "_skal"}
"""What people write on a task's page beside its form."""
WRITTEN_IN = {
    *("tasks", "cases", "papers", "approvals", "people", "conflicts", "protection", "notices"),
    *("modelling", "publishing", "retention", "exchange"),
}
CODE = re.compile(r"[a-z0-9_.\-]*")
"""What pages send for a choice, a day or a thing: nobody has written it."""
Handler = Callable[[Exception], ResponseReturnValue]
HURRIED = lazy("Många ändrade i ärendet samtidigt. Inget av det du gjorde är sparat; försök igen.")


@dataclass(frozen=True)
class Page:
    """What is said, and under which status."""

    status: int
    title: str
    text: str


MISSING = Page(
    404,
    lazy("Sidan finns inte, eller så får du inte se den"),
    lazy(
        "Det du söker kan vara flyttat eller avslutat, eller höra till en annan myndighet. "
        "Av sekretesskäl säger vi inte vilket."
    ),
)
TAKEN = Page(409, lazy("Läget har ändrats"), "")
BROKEN = Page(
    500,
    lazy("Något gick fel hos oss"),
    lazy(
        "Felet är antecknat. Det du gjorde senast kan vara ogjort: se efter i uppgiftslistan "
        "innan du försöker igen."
    ),
)
AWAY = Page(
    503,
    lazy("Databasen svarar inte just nu"),
    lazy(
        "Gå tillbaka och försök igen om en stund. Om det du skickade hann sparas räknas det "
        "ändå bara en gång."
    ),
)
SOON = {"Retry-After": "5"}
HTTP = {
    400: Page(
        400,
        lazy("Sidan hade legat öppen för länge"),
        lazy("Ingenting ändrades. Gå tillbaka, ladda om sidan och försök igen."),
    ),
    404: MISSING,
    405: MISSING,
    413: Page(
        413,
        lazy("Det blev för mycket på en gång"),
        lazy("Ingenting sparades. Gå tillbaka och korta texterna. En bilaga får vara högst 10 MB."),
    ),
    429: Page(
        429,
        lazy("För många försök"),
        lazy(
            "Vänta en minut och försök igen. Gränsen skyddar mot den som gissar lösenord eller "
            "hämtar mycket på en gång."
        ),
    ),
}


def init_app(app: Flask) -> None:
    """Answer every error with a page."""
    app.register_error_handler(EngineError, _page_or_problem(_refused))
    app.register_error_handler(CSRFError, out_of_date)
    app.register_error_handler(HTTPException, _page_or_problem(_http))
    app.register_error_handler(InternalServerError, _page_or_problem(lambda _: _broken()))


def _page_or_problem(shown: Callable[[Any], ResponseReturnValue]) -> Handler:
    """Answer a system that asks with a problem, and everybody else with a page."""

    def answer(error: Exception) -> ResponseReturnValue:
        return told(error) if of_api() else shown(error)

    return answer


def out_of_date(_: CSRFError) -> ResponseReturnValue:
    """Refuse a form that does not come from a page of this session."""
    return _shown(HTTP[400], written=written())


def _refused(error: EngineError) -> ResponseReturnValue:
    match error:
        case Unavailable():
            return *_bare(AWAY, written()), SOON
        case NotFound() | NotAllowed():
            return _shown(MISSING)
        case Stale():
            return _shown(TAKEN, HURRIED, written())
        case Conflict():
            return _shown(TAKEN, said(str(error)), written())
        case InvalidAnswers() | Expiring():
            return _shown(Page(422, _("Det går inte att göra så"), ""), briefly(str(error)))
    raise error


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:  # noqa: PLR2004  (a redirect is no error)
        return error
    return _shown(HTTP[error.code]) if error.code in HTTP else _broken()


def _shown(page: Page, text: str = "", written: Sequence[str] = ()) -> ResponseReturnValue:
    html = render_template("errors/error.html", page=page, text=text or page.text, written=written)
    return html, page.status


def is_code(value: str) -> bool:
    """Say whether a value is what a page sends by itself, not what somebody has written."""
    return CODE.fullmatch(value.strip()) is not None


def written() -> list[str]:
    """Return the sentences of a post that could not be kept, so that nobody loses them."""
    typed = request.form.items(multi=True)
    if request.blueprint == "auth":  # what waited for somebody to sign in again, no password
        kept = [value for key, value in typed if key.startswith(KEPT)]
        return [value for value in kept if not is_code(value)]
    if request.blueprint not in WRITTEN_IN:
        return []
    told = [value for key, value in typed if key in WORDS or not key.startswith("_")]
    return [value for value in told if not is_code(value)]


def _broken() -> ResponseReturnValue:
    return _bare(BROKEN)


def _bare(page: Page, written: Sequence[str] = ()) -> tuple[str, int]:
    """Say it without asking the engine anything: it may be what is broken."""
    template = current_app.jinja_env.get_template("errors/error.html")
    return template.render(page=page, text=page.text, written=written), page.status
