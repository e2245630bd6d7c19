"""Shows the engine to people: HTML in, HTML out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from apiflask import APIFlask
from flask import Flask, url_for
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from engine.operating.safety import require_safe
from web import (
    analysis,
    approvals,
    auditing,
    auth,
    cases,
    conflicts,
    consents,
    contacts,
    diagrams,
    differences,
    errands,
    errors,
    exchange,
    extracts,
    files,
    handouts,
    happenings,
    headers,
    health,
    incidents,
    integration,
    language,
    modeller,
    modelling,
    moving,
    notices,
    observed,
    pace,
    papers,
    people,
    protection,
    publishing,
    readers,
    regions,
    rehearsals,
    replays,
    retention,
    reviewing,
    rules,
    security,
    sheets,
    signin,
    statement,
    statistics,
    steps,
    swedish,
    traces,
    worklist,
)
from web.api import audits, drafts, figures, incoming, messages, spec, tasks, versions
from web.api import cases as cases_of_api
from web.api import publishing as publishing_of_api

if TYPE_CHECKING:
    from engine.bootstrap import Engine

PAGES = (
    *(
        signin,
        signin.own,
        signin.accounts,
        worklist,
        papers,
        approvals,
        cases,
        diagrams,
        traces,
        people,
        conflicts,
        notices,
    ),
    *(statistics, statement, protection, auditing, sheets, language, replays, retention),
    *(modelling, differences, publishing, modeller, steps, happenings, files, moving, analysis),
    *(readers, rehearsals),
    *(health, incidents, integration, observed, exchange),
)

OF_OTHERS = (consents, contacts, errands, extracts, handouts, regions, reviewing)
OPERATIONS = (
    *(tasks, cases_of_api, messages, incoming, versions, drafts, publishing_of_api, audits),
    figures,
)
"""Modules whose routes are among those of another module: to be imported is all they need."""
DIST = Path(__file__).parent / "static" / "dist"


def create_app(engine: Engine | None = None) -> Flask:
    """Make the application; None means the engine that the environment describes."""
    app = APIFlask(__name__, json_errors=False, **spec.DESCRIBED)
    app.url_rule_class = rules.LateRule
    app.extensions["engine"] = engine = engine or _engine_of_the_environment()
    app.secret_key = engine.settings.secret_key
    _believe_proxies(app, engine.settings.proxies)
    _prepare_templates(app)
    for module in (
        *(observed, security, headers, language, signin.provider, auth, pace, errors),
        *(protection, retention),
    ):
        module.init_app(app)
    for each in PAGES:
        app.register_blueprint(each.pages)
    spec.init_app(app)
    return app


def _engine_of_the_environment() -> Engine:
    from engine.bootstrap import build  # noqa: PLC0415  (it brings the whole engine with it)

    engine = build(channel="webb")
    require_safe(engine.settings)
    return engine


def _believe_proxies(app: Flask, number: int) -> None:
    """Let so many proxies tell who asks, and whether by https; nobody else can."""
    if number:
        believing = ProxyFix(app.wsgi_app, x_for=number, x_proto=number)
        app.wsgi_app = believing  # type: ignore[method-assign]


def _prepare_templates(app: Flask) -> None:
    components = {"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}
    own = app.jinja_loader
    app.jinja_loader = ChoiceLoader([*([own] if own else []), PrefixLoader(components)])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters |= swedish.FILTERS
    version = (DIST / "version").read_text().strip() if (DIST / "version").exists() else "0"

    def asset(name: str) -> str:
        return url_for("static", filename=f"dist/{name}", v=version)

    app.jinja_env.globals |= {"asset": asset, "command_id": lambda: str(uuid4())}
