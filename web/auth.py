"""Who is asking: nothing is shown to those who have not signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from flask import Flask, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user

from engine.access import (
    OFFICES,
    administers,
    leads,
    may_analyse,
    may_audit,
    may_connect,
    may_dispose,
    owns_processes,
    statistics_of,
)
from engine.model import Actor
from web.current import SignedIn, actor, engine, of_api, present
from web.errors import written
from web.language import lazy
from web.security import BY_ITSELF, csrf
from web.signin.kept import is_worth_keeping
from web.signin.own import FIRST, first_page, page_first
from web.signin.page import sign_in_page

PUBLIC = frozenset(
    {"auth.sign_in", "auth.enter", "auth.second", "auth.show_code"}
    | {"auth.begin", "auth.back", "auth.resume"}
    | {"statement.statement", "static", "language.choose"}
    | {"health.alive", "health.ready", "observed.metrics", "openapi.spec", "integration.operations"}
)
"""What answers without asking who you are; everything else asks."""

OUT = lazy(
    "Utkastet sparades inte: du är utloggad. Tryck på ”Spara utkast”, så får du logga in och "
    "behålla det."
)
NOT_KEPT = lazy("Filen sparades inte: du är utloggad. Logga in i en ny flik och spara igen.")
FOR_SOME: Mapping[str, Callable[[Actor], object]] = {
    "modelling.drafts": owns_processes, "people.distribution": leads,
    "statistics.report": statistics_of, "analysis.analysis": may_analyse,
    "auditing.review": may_audit, "retention.retention": may_dispose,
    "accounts.accounts": administers, "exchange.exchange": may_connect,
    "incidents.incidents": administers,
}  # fmt: skip
"""Pages of the menu, and whom they are of use to."""

manager = LoginManager()


def init_app(app: Flask) -> None:
    """Ask everybody who they are, before anything else is done."""
    manager.init_app(app)
    manager.user_loader(_load)
    app.before_request(_require_actor)
    app.before_request(_require_our_page)
    app.context_processor(_who)


def _require_our_page() -> None:
    if not of_api():
        csrf.protect(apply_exemptions=True)


def _require_actor() -> ResponseReturnValue | None:
    if of_api() or request.endpoint in PUBLIC:
        return None
    if current_user.is_authenticated:
        return _require_first()
    if request.endpoint in {"papers.autosave", "modelling.save"}:
        return jsonify(problem=str(OUT if request.blueprint == "papers" else NOT_KEPT)), 401
    if is_worth_keeping():
        return sign_in_page("", found=request.form.to_dict(flat=False), asked=True), 401
    wanted = request.full_path.rstrip("?") if request.method == "GET" else ""
    return redirect(url_for("auth.sign_in", till=wanted if wanted != "/" else None), 303)


def _require_first() -> ResponseReturnValue | None:
    first = first_page()
    if first is None or request.endpoint in FIRST[first]:
        return None
    return page_first(written()) if written() else redirect(url_for(first), 303)


def _load(token: str) -> SignedIn | None:
    found = engine().door.reader(token, counts=request.endpoint not in BY_ITSELF)
    return SignedIn(found, token) if found else None


def _who() -> dict[str, object]:
    demo = engine().settings.demo
    if not current_user.is_authenticated:
        return {"actor": None, "demo": demo}
    return {
        "actor": actor(), "demo": demo, "agency": present().agency,
        "leads": leads(actor()), "hidden": tuple(_hidden(actor())),
        "unread": engine().notices.unread(actor()),
        "session_seconds": present().idle_seconds, "longest_seconds": present().longest_seconds,
    }  # fmt: skip


def _hidden(reader: Actor) -> Iterator[str]:
    """Yield the pages of the menu that this reader has no use for."""
    if reader.agency in OFFICES:
        yield from ("tasks.worklist", "cases.cases", "people.substitutes")
    yield from (page for page, has_use_for in FOR_SOME.items() if not has_use_for(reader))
