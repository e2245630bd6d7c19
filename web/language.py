"""The language of a page: what was chosen in its header, else what the browser asks for.

Our texts are Swedish in the source; the catalogue says them in English. The sentences of the engine
are in it too, whole or with blanks. What it does not know was written by those who own the
processes: it stays as it is, and is marked as Swedish for those who hear it read.
"""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

from flask import Blueprint, Flask, g, has_request_context, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import (  # type: ignore[import-untyped]
    Babel,
    Domain,
    force_locale,
    get_translations,
    gettext,
    lazy_gettext,
    ngettext,
)
from markupsafe import Markup, escape

from web.current import of_api, tell
from web.english import ENGLISH, FEW, MANY, in_english, translations
from web.security import cookie_name, is_https

SWEDISH = "sv"
NAMES = {SWEDISH: "Svenska", ENGLISH: "English"}
COOKIE = "sprak"
A_YEAR = 365 * 24 * 3600
IN_SWEDISH = Markup('<span lang="sv">{}</span>')

pages = Blueprint("language", __name__)


def init_app(app: Flask) -> None:
    """Translate the pages, from the catalogue as it is in git: nothing has to be compiled."""
    babel = Babel(app, default_locale=SWEDISH, locale_selector=chosen)
    babel.domain_instance = texts = Domain()
    texts.cache[ENGLISH, "messages"] = translations()
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=_of_template, ngettext=ngettext, newstyle=True
    )
    app.jinja_env.globals |= {"language": chosen, "other_language": _other}
    app.jinja_env.filters |= {"said": said, "briefly": briefly, "own": own, "marked": marked}


@pages.get("/sprak")
def choose() -> ResponseReturnValue:
    """Keep the choice in this browser, signed in or not, and go back to where it was made."""
    code = request.args.get("kod", "")
    answer = redirect(inside(request.args.get("till", "")), 303)
    if code != SWEDISH and code in NAMES:
        with force_locale(code):
            tell(
                _(
                    "Processernas egna texter, som uppgifternas namn, frågor och vägledning, är på "
                    "svenska."
                )
            )
    if code in NAMES:
        answer.set_cookie(
            cookie_name(COOKIE), code, max_age=A_YEAR, httponly=True, samesite="Lax",
            secure=is_https(),
        )  # fmt: skip
    return answer


def chosen() -> str:
    """Return the language of the page that is asked for; looked up once for each."""
    if not has_request_context():
        return SWEDISH
    if "language" not in g:
        g.language = _asked_for()
    return cast("str", g.language)


def _asked_for() -> str:
    kept = "" if of_api() else request.cookies.get(cookie_name(COOKIE), "")
    asked = request.accept_languages.best_match(list(NAMES))
    return kept if kept in NAMES else asked or SWEDISH


def _(text: str, **values: object) -> str:
    """Say a text of ours in the language of the page, with its blanks filled in."""
    return cast("str", gettext(text, **values))


def _of_template(text: str) -> str:
    """Say it likewise, the quick way: a page has hundreds of texts, most in their own language."""
    return text if chosen() == SWEDISH else cast("str", get_translations().ugettext(text))


def lazy(text: str) -> str:
    """Mark a text that is written before anybody has asked for a page."""
    return cast("str", lazy_gettext(text))


def said(text: str) -> str:
    """Say a sentence of the engine in the language of the page; others are returned as they are."""
    return _plain(str(text), MANY)


def briefly(text: str) -> str:
    """Say the same of a text that is certainly the engine's: it may be as short as `om 2 dagar`."""
    return _plain(str(text), FEW)


def _plain(text: str, signs: int) -> str:
    known = None if chosen() == SWEDISH else in_english(text, signs)
    return text if known is None else "".join(piece for piece, _known in known)


def own(text: str) -> Markup:
    """Say it in the language of the page as far as it can be, and mark the rest as Swedish."""
    if chosen() == SWEDISH or not text:
        return escape(text)
    pieces = in_english(str(text), MANY) or ((str(text), False),)
    return Markup("").join(escape(each) if known else IN_SWEDISH.format(each)
                           for each, known in pieces)  # fmt: skip


def marked(text: str) -> dict[str, str]:
    """Return the attributes of an option, which cannot have a part of it marked."""
    known = chosen() == SWEDISH or not text or in_english(str(text), MANY)
    return {} if known else {"lang": SWEDISH}


def inside(path: str) -> str:
    """Return the path if it leads to a page of ours, else the start page."""
    local = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if local else url_for("tasks.worklist")


def _other() -> dict[str, str]:
    """Return the language that can be chosen instead: its code, its name and the way there."""
    code = SWEDISH if chosen() == ENGLISH else ENGLISH
    here = request.full_path.rstrip("?") if request.method == "GET" else _from()
    return {
        "code": code,
        "name": NAMES[code],
        "href": url_for("language.choose", kod=code, till=here),
    }


def _from() -> str:
    """Return the page that a form was sent from: what answers it has no address of its own."""
    sent_from = urlsplit(request.referrer or "")
    query = f"?{sent_from.query}" if sent_from.query else ""
    return f"{sent_from.path}{query}" if sent_from.netloc == request.host else ""
