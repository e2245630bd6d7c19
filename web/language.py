"""The language of a page: what was chosen in its header, else what the browser asks for.

Our texts are Swedish in the source; the catalogue says them in English. The sentences of the engine
are in it too, whole or with blanks. What it does not know was written by those who own the
processes: it stays as it is, and is marked as Swedish for those who hear it read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from flask import Blueprint, Flask, has_request_context, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import (  # type: ignore[import-untyped]
    Babel,
    Domain,
    force_locale,
    gettext,
    lazy_gettext,
)
from markupsafe import Markup, escape

from web.current import engine, tell

SWEDISH, ENGLISH = "sv", "en"
NAMES = {SWEDISH: "Svenska", ENGLISH: "English"}
COOKIE = "sprak"
A_YEAR = 365 * 24 * 3600
FILE = Path(__file__).parent / "translations" / ENGLISH / "LC_MESSAGES" / "messages.po"
ENGINES = "engine"
"""The comment in the catalogue at a sentence that the engine makes."""
BLANK = re.compile(r"%\((\w+)\)s|\{(\w*)\}")

pages = Blueprint("language", __name__)


def init_app(app: Flask) -> None:
    """Translate the pages, from the catalogue as it is in git: nothing has to be compiled."""
    babel = Babel(app, default_locale=SWEDISH, locale_selector=chosen)
    babel.domain_instance = texts = Domain()
    texts.cache[ENGLISH, "messages"] = _translations()
    app.jinja_env.globals |= {"language": chosen, "other_language": _other}
    app.jinja_env.filters |= {"said": said, "own": own}


@pages.get("/sprak/<code>")
def choose(code: str) -> ResponseReturnValue:
    """Keep the choice in this browser, signed in or not, and go back to where it was made."""
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
            COOKIE, code, max_age=A_YEAR, httponly=True, samesite="Lax",
            secure=request.is_secure or engine().settings.https,
        )  # fmt: skip
    return answer


def chosen() -> str:
    """Return the language of the page that is asked for."""
    if not has_request_context():
        return SWEDISH
    kept = request.cookies.get(COOKIE, "")
    asked = request.accept_languages.best_match(list(NAMES))
    return kept if kept in NAMES else asked or SWEDISH


def _(text: str, **values: object) -> str:
    """Say a text of ours in the language of the page, with its blanks filled in."""
    return cast("str", gettext(text, **values))


def lazy(text: str) -> str:
    """Mark a text that is written before anybody has asked for a page."""
    return cast("str", lazy_gettext(text))


def said(text: str) -> str:
    """Say a sentence of the engine in the language of the page; others are returned as they are."""
    return str(text) if chosen() == SWEDISH else _in_english(str(text)) or str(text)


def own(text: str) -> Markup:
    """Say it in the language of the page if it can be, else mark it as Swedish."""
    if chosen() == SWEDISH or not text:
        return escape(text)
    known = _in_english(str(text))
    return escape(known) if known else Markup('<span lang="sv">{}</span>').format(text)


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
        "href": url_for("language.choose", code=code, till=here),
    }


def _from() -> str:
    """Return the page that a form was sent from: what answers it has no address of its own."""
    sent_from = urlsplit(request.referrer or "")
    query = f"?{sent_from.query}" if sent_from.query else ""
    return f"{sent_from.path}{query}" if sent_from.netloc == request.host else ""


@cache
def catalogue() -> Catalog:
    """Return the English texts by the Swedish ones."""
    with FILE.open("rb") as file:
        return read_po(file, locale=ENGLISH)


@cache
def _translations() -> Translations:
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    return Translations(compiled)


@lru_cache(maxsize=4096)
def _in_english(text: str) -> str | None:
    """Return what a whole text, or one that fits a sentence with blanks, is in English."""
    known = catalogue().get(text)
    if known is not None and known.string:
        return str(known.string).replace("%%", "%")
    for pattern, english in _patterns():
        if found := pattern.fullmatch(text):
            words = iter(_in_english(word) or word for word in found.groups())
            return _filled(english, {name: next(words) for name in pattern.groupindex})
    return None


def _filled(english: str, words: dict[str, str]) -> str:
    return BLANK.sub(lambda blank: words[blank[1] or blank[2] or "_0"], english)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the sentences with blanks, those that say most first: `om 2 dagar` before `om …`."""
    found = sorted(_with_blanks(), key=lambda pair: -len(BLANK.sub("", pair[0])))
    return tuple((_pattern(swedish), english) for swedish, english in found)


def _with_blanks() -> Iterator[tuple[str, str]]:
    for message in catalogue():
        if message.id and ENGINES in message.auto_comments and BLANK.search(str(message.id)):
            yield str(message.id), str(message.string)


def _pattern(swedish: str) -> re.Pattern[str]:
    pieces, last = [], 0
    for blank in BLANK.finditer(swedish):
        name = blank[1] or blank[2] or "_0"
        pieces += [re.escape(swedish[last : blank.start()]), f"(?P<{name}>.+)"]
        last = blank.end()
    return re.compile("".join([*pieces, re.escape(swedish[last:])]), re.DOTALL)
