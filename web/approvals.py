"""A second person looks at a proposal: approves it, or sends it back."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]

from engine.errors import Conflict, Expiring, InvalidAnswers, NotFound
from web.current import actor, command, engine, tell
from web.language import _, briefly, lazy
from web.taskpage import shown, stale

CANNOT = lazy("Svaren håller inte längre: ")

pages = Blueprint("approvals", __name__)
pages.register_error_handler(CSRFError, stale)


@pages.post("/uppgift/<task_id>/godkann")
def approve(task_id: str) -> ResponseReturnValue:
    """Complete the task with the answers of the colleague who proposed them."""
    try:
        page = engine().queries.task_page(actor(), task_id)
    except (NotFound, Conflict):
        engine().approvals.approve(actor(), task_id, command())
        return redirect(url_for("tasks.done", task_id=task_id), 303)
    confirmed = request.form.getlist("_bekraftat")
    try:
        engine().approvals.approve(actor(), task_id, command(), confirmed)
    except InvalidAnswers as error:
        why = {"": CANNOT + "; ".join(briefly(each) for each in error.problems.values())}
        return shown(page, page.answers, why), 422
    except Expiring as error:
        return shown(page, page.answers, expiries=error.expiries), 422
    tell(
        _(
            "Du har godkänt ”%(name)s” i %(case_number)s.",
            name=page.task.name,
            case_number=page.case_number,
        )
    )
    return redirect(url_for("tasks.done", task_id=task_id), 303)


@pages.post("/uppgift/<task_id>/skicka-tillbaka")
def send_back(task_id: str) -> ResponseReturnValue:
    """Let the one who proposed go on with the task."""
    page = engine().queries.task_page(actor(), task_id)
    try:
        engine().approvals.send_back(actor(), task_id, request.form.get("_skal", ""))
    except InvalidAnswers as error:
        return shown(page, page.answers, error.problems), 422
    tell(_("Förslaget är tillbakaskickat. Svaren finns kvar som utkast."))
    return redirect(url_for("tasks.task", task_id=task_id), 303)
