"""Who is asking: signing in and out, and nothing shown to those who have not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from flask import Blueprint, Flask, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user, login_user, logout_user

from engine.access import (
    PROCESS_OFFICE,
    SYSTEM,
    leads,
    may_analyse,
    may_audit,
    may_connect,
    may_dispose,
    owns_processes,
    statistics_of,
)
from engine.model import Actor
from web.current import SignedIn, actor, engine, of_api, tell
from web.errors import KEPT, is_code, written
from web.language import _, inside, lazy
from web.security import A_SHIFT, csrf, limiter
from web.taskpage import seen

PUBLIC = frozenset(
    {"auth.sign_in", "auth.enter", "statement.statement", "static", "language.choose"}
    | {"health.alive", "health.ready", "observed.metrics", "openapi.spec", "integration.operations"}
)
"""What answers without asking who you are; everything else asks."""

WRONG = lazy("Användarnamnet eller lösenordet stämmer inte")
ANSWERS = "tasks.answer"
WITH_ANSWERS = {ANSWERS, "tasks.assign"} | {
    f"papers.{name}" for name in ("attach", "comment", "follow_up")
}
"""What is posted together with the answers of a task."""
BESIDE = ("_kommentar", "_skal", "_kollega", "_bevaka-day", "_bevaka-month", "_bevaka-year")
"""What is posted with the answers and is none: it is sent again once somebody has signed in."""
OUT = lazy(
    "Utkastet sparades inte: du är utloggad. Tryck på ”Spara utkast”, så får du logga in och "
    "behålla det."
)
NOT_KEPT = lazy("Filen sparades inte: du är utloggad. Logga in i en ny flik och spara igen.")

pages = Blueprint("auth", __name__)
manager = LoginManager()


def _account() -> str:
    """Count attempts at one account: a whole agency may come from one address."""
    return request.form.get("namn", "").strip().lower()


def init_app(app: Flask) -> None:
    """Ask everybody who they are, before anything else is done."""
    manager.init_app(app)
    manager.user_loader(_load)
    app.before_request(_require_actor)
    app.before_request(_require_our_page)
    app.context_processor(_who)


@pages.get("/logga-in")
def sign_in() -> ResponseReturnValue:
    """Show the sign-in page."""
    if current_user.is_authenticated:
        return redirect(url_for("tasks.worklist"))
    return _page(request.args.get("namn", ""))


@pages.post("/logga-in")
@limiter.limit("10 per minute; 100 per hour", key_func=_account)
@limiter.limit("120 per minute")
def enter() -> ResponseReturnValue:
    """Sign in; the session is begun anew, so that nobody can have prepared it."""
    name = request.form.get("namn", "").strip()
    person = engine().queries.sign_in(name, request.form.get("losenord", ""))
    if person is None:
        engine().trail.note("sign_in_refused", place="auth.enter")
        return _page(name, problem=WRONG, kept=_kept()), 422
    session.clear()
    login_user(SignedIn(person, engine().queries.agency_name(person.agency)))
    engine().trail.note("signed_in", person, "auth.enter")
    return _went_on(person) if _kept() else redirect(inside(request.form.get("till", "")), 303)


@pages.post("/logga-ut")
def leave() -> ResponseReturnValue:
    """Sign out and forget the session."""
    engine().trail.note("signed_out", actor(), "auth.leave")
    logout_user()
    session.clear()
    return redirect(url_for("auth.sign_in"), 303)


@pages.post("/fortsatt")
def stay() -> ResponseReturnValue:
    """Keep the session of somebody who says that they are still there (WCAG 2.2.1)."""
    return "", 204


def _require_our_page() -> None:
    if not of_api():
        csrf.protect()


def _require_actor() -> ResponseReturnValue | None:
    if of_api() or request.endpoint in PUBLIC or current_user.is_authenticated:
        return None
    if request.endpoint in {"papers.autosave", "modelling.save"}:
        return jsonify(problem=str(OUT if request.blueprint == "papers" else NOT_KEPT)), 401
    if _is_from_our_page() and (request.endpoint in WITH_ANSWERS or written()):
        return _page("", kept=request.form.to_dict(flat=False)), 401
    wanted = request.full_path.rstrip("?") if request.method == "GET" else ""
    return redirect(url_for("auth.sign_in", till=wanted if wanted != "/" else None), 303)


def _went_on(person: Actor) -> ResponseReturnValue:
    """Keep answers as a draft; what is not answers is shown, to be sent with one more press."""
    task_id, kept = request.form.get("uppgift", ""), _kept()
    beside = {key: kept[key] for key in BESIDE if any(kept.get(key, ()))} if task_id else kept
    answers = {key: kept[key] for key in kept if task_id and key not in BESIDE}
    if answers:
        engine().casework.save_draft(person, task_id, answers, seen())
    where = inside(request.form.get("igen", ""))
    if beside and where != url_for("tasks.worklist"):
        said = [text for values in beside.values() for text in values if not is_code(text)]
        page = {"where": where, "kept": beside, "texts": said, "draft": bool(answers)}
        return render_template("auth/again.html", **page)
    tell(_("Du är inloggad igen. Det du hade skrivit är sparat som utkast."))
    return redirect(inside(request.form.get("till", "")), 303)


def _is_from_our_page() -> bool:
    origin = urlsplit(request.headers.get("Origin", "")).netloc
    return request.method == "POST" and origin == request.host


def _kept() -> dict[str, list[str]]:
    posted = request.form.to_dict(flat=False)
    return {n.removeprefix(KEPT): posted[n] for n in posted if n.startswith(KEPT)}


def _load(person_id: str) -> SignedIn | None:
    found = engine().queries.reader(person_id)
    return SignedIn(*found) if found else None


def _who() -> dict[str, object]:
    demo = engine().settings.demo
    if not current_user.is_authenticated:
        return {"actor": None, "demo": demo}
    return {
        "actor": actor(), "demo": demo, "agency": current_user.agency,
        "leads": leads(actor()), "hidden": tuple(_hidden(actor())),
        "unread": engine().notices.unread(actor()),
        "session_seconds": int(A_SHIFT.total_seconds()),
    }  # fmt: skip


def _hidden(reader: Actor) -> Iterator[str]:
    """Yield the pages of the menu that this reader has no use for."""
    if reader.agency == PROCESS_OFFICE:
        yield from ("tasks.worklist", "cases.cases", "people.substitutes")
    useful = {
        "modelling.drafts": owns_processes(reader),
        "people.distribution": leads(reader),
        "statistics.report": bool(statistics_of(reader)),
        "analysis.analysis": may_analyse(reader),
        "auditing.review": may_audit(reader),
        "retention.retention": may_dispose(reader),
        "exchange.exchange": may_connect(reader),
    }
    yield from (page for page, used in useful.items() if not used)


def _page(
    name: str, problem: str | None = None, kept: Mapping[str, Sequence[str]] | None = None
) -> str:
    known = engine().queries.people() if engine().settings.demo else ()
    shown = [person for person in known if SYSTEM not in person.roles]
    people = sorted(shown, key=lambda person: (person.agency, person.name))
    agencies = [
        (engine().queries.agency_name(agency), list(members))
        for agency, members in groupby(people, key=lambda person: person.agency)
    ]
    agencies.sort(key=lambda each: each[0])
    task_id = (request.view_args or {}).get("task_id") or request.form.get("uppgift", "")
    page = url_for("tasks.task", task_id=task_id) if task_id else ""
    wanted = inside(page if request.view_args else request.values.get("till", ""))
    return render_template(
        "auth/sign_in.html", agencies=agencies, name=name, problem=problem, wanted=wanted,
        task_id=task_id, kept=_worth(kept or {}), prefix=KEPT, again=_again(task_id),
    )  # fmt: skip


def _worth(kept: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return what somebody wrote or chose, without what only our pages put in a form."""
    return {key: kept[key] for key in kept if not key.startswith("_") or key in BESIDE}


def _again(task_id: str) -> str:
    """Return where the form that was stopped is to be sent again."""
    if request.endpoint == ANSWERS:
        return url_for("papers.comment", task_id=task_id) if request.form.get("_kommentar") else ""
    asked = request.endpoint not in PUBLIC
    return request.path if asked else request.form.get("igen", "")
