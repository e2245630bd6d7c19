"""What somebody wrote before they had to sign in: it waits on the page, and goes on afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.model import Actor
from web.current import engine, tell
from web.errors import KEPT, is_code, written
from web.language import _, inside
from web.taskpage import seen

ANSWERS = "tasks.answer"
WITH_ANSWERS = {ANSWERS, "tasks.assign"} | {
    f"papers.{name}" for name in ("attach", "comment", "follow_up")
}
"""What is posted together with the answers of a task."""
BESIDE = ("_kommentar", "_skal", "_kollega", "_bevaka-day", "_bevaka-month", "_bevaka-year")
"""What is posted with the answers and is none: it is sent again once somebody has signed in."""


def is_worth_keeping() -> bool:
    """Say whether a post that was stopped comes from a page of ours, with something written."""
    return is_from_our_page() and (request.endpoint in WITH_ANSWERS or bool(written()))


def is_from_our_page() -> bool:
    """Say whether the browser tells that a form stood on a page of ours."""
    origin = urlsplit(request.headers.get("Origin", "")).netloc
    return request.method == "POST" and origin == request.host


def kept() -> dict[str, list[str]]:
    """Return what has waited on a page of signing in."""
    posted = request.form.to_dict(flat=False)
    return {n.removeprefix(KEPT): posted[n] for n in posted if n.startswith(KEPT)}


def worth(found: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return what somebody wrote or chose, without what only our pages put in a form."""
    return {key: found[key] for key in found if not key.startswith("_") or key in BESIDE}


def went_on(person: Actor) -> ResponseReturnValue:
    """Keep answers as a draft; what is not answers is shown, to be sent with one more press."""
    task_id, waited = request.form.get("uppgift", ""), kept()
    if not waited:
        return redirect(inside(request.form.get("till", "")), 303)
    beside = {key: waited[key] for key in BESIDE if any(waited.get(key, ()))}
    beside = beside if task_id else waited
    answers = {key: waited[key] for key in waited if task_id and key not in BESIDE}
    if answers:
        engine().casework.save_draft(person, task_id, answers, seen())
    where = inside(request.form.get("igen", ""))
    if beside and where != url_for("tasks.worklist"):
        said = [text for values in beside.values() for text in values if not is_code(text)]
        page = {"where": where, "kept": beside, "texts": said, "draft": bool(answers)}
        return render_template("auth/again.html", **page)
    tell(_("Du är inloggad igen. Det du hade skrivit är sparat som utkast."))
    return redirect(inside(request.form.get("till", "")), 303)


def carried(found: Mapping[str, Sequence[str]], asked: bool) -> dict[str, object]:
    """Return what a page of signing in shows and hands on; `asked`: it stands for another page."""
    task_id = (request.view_args or {}).get("task_id") or request.form.get("uppgift", "")
    page = url_for("tasks.task", task_id=task_id) if task_id else ""
    wanted = inside(page if request.view_args else request.values.get("till", ""))
    return {"wanted": wanted, "task_id": task_id, "kept": worth(found), "prefix": KEPT,
            "again": _again(task_id, asked)}  # fmt: skip


def _again(task_id: str, asked: bool) -> str:
    """Return where the form that was stopped is to be sent again."""
    if request.endpoint == ANSWERS:
        return url_for("papers.comment", task_id=task_id) if request.form.get("_kommentar") else ""
    return request.path if asked else request.form.get("igen", "")
