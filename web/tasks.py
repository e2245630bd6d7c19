"""A task's page; taking, giving, drafting and completing a task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]

from engine.errors import Conflict, Expiring, InvalidAnswers, NotFound, Outdated
from engine.views import TaskPage
from web.current import actor, command, engine, tell
from web.language import _
from web.taskpage import again, keep_answers, overtaken, seen, shown, stale, typed

pages = Blueprint("tasks", __name__)
pages.register_error_handler(CSRFError, stale)


@pages.get("/uppgift/<task_id>")
def task(task_id: str) -> ResponseReturnValue:
    """Show a task: what to do, by when, under which paragraph."""
    page = engine().queries.task_page(actor(), task_id)
    return shown(page, page.answers)


@pages.post("/uppgift/<task_id>")
def answer(task_id: str) -> ResponseReturnValue:
    """Complete the task, or keep a draft of it."""
    try:
        page = engine().queries.task_page(actor(), task_id)
    except (NotFound, Conflict):
        return _answered_twice(task_id, typed())
    try:
        if request.form.get("_handling") == "slutfor":
            return _completed(page)
        engine().casework.save_draft(actor(), task_id, typed(), seen())
    except InvalidAnswers as error:
        return again(page, error.problems)
    except Outdated as error:
        return overtaken(task_id, error)
    except Expiring as error:
        return shown(page, page.form.parse(typed()), expiries=error.expiries), 422
    tell(_("Utkastet är sparat. Uppgiften är inte slutförd än."))
    return redirect(url_for(".task", task_id=task_id), 303)


def _completed(page: TaskPage) -> ResponseReturnValue:
    """Complete the task, or propose its answers where a second person must approve."""
    if page.draft.version and seen() not in (None, page.draft.version):
        raise Outdated(
            _(
                "Utkastet har sparats från en annan sida eller flik sedan du öppnade den här, "
                "och uppgiften är inte slutförd."
            )
        )
    confirmed = typed().get("_bekraftat", ())
    engine().casework.complete_task(actor(), page.task.id, typed(), command(), confirmed)
    if page.approval:
        tell(_("Förslaget är lämnat. Uppgiften slutförs när en kollega har godkänt det."))
        return redirect(url_for(".task", task_id=page.task.id), 303)
    tell(
        _(
            "”%(name)s” är slutförd i %(case_number)s.",
            name=page.task.name,
            case_number=page.case_number,
        )
    )
    return redirect(url_for(".done", task_id=page.task.id), 303)


def _answered_twice(task_id: str, posted: Mapping[str, Sequence[str]]) -> ResponseReturnValue:
    """Say that the same form has been sent before; else say again why the task is not there."""
    if command() is None or request.form.get("_handling") != "slutfor":
        engine().queries.task_page(actor(), task_id)
    engine().casework.complete_task(actor(), task_id, posted, command())
    tell(_("Uppgiften är slutförd. Formuläret kom in två gånger, men räknas en gång."))
    return redirect(url_for(".done", task_id=task_id), 303)


@pages.get("/uppgift/<task_id>/klar")
def done(task_id: str) -> ResponseReturnValue:
    """Say what happens next and who has it, as far as the reader may know."""
    page = engine().taskfile.done(actor(), task_id)
    return render_template("tasks/done.html", page=page)


@pages.post("/uppgift/<task_id>/ta")
def claim(task_id: str) -> ResponseReturnValue:
    """Take a task and go to it."""
    engine().casework.claim(actor(), task_id)
    tell(_("Uppgiften är din. Kollegorna ser att du har den."))
    return redirect(url_for(".task", task_id=task_id), 303)


@pages.post("/uppgift/<task_id>/lamna")
def release(task_id: str) -> ResponseReturnValue:
    """Give a task back to the agency."""
    engine().casework.release(actor(), task_id)
    tell(_("Uppgiften är tillbakalämnad. Vem som helst i din grupp kan ta den."))
    return redirect(url_for(".worklist"), 303)


@pages.post("/uppgift/<task_id>/ge")
def assign(task_id: str) -> ResponseReturnValue:
    """Give a task to a colleague, or take it from one, with a reason."""
    page = engine().queries.task_page(actor(), task_id)
    colleague, reason = request.form.get("_kollega", ""), request.form.get("_skal", "")
    names = dict(engine().queries.colleagues(actor(), page.task))
    if colleague not in names:
        return again(page, {"_kollega": _("Välj en kollega")})
    try:
        keep_answers(page)
        engine().deskwork.reassign(actor(), task_id, colleague, reason)
    except InvalidAnswers as error:
        return again(engine().queries.task_page(actor(), task_id), error.problems)
    except Outdated as error:
        return overtaken(task_id, error)
    if colleague == actor().id:
        tell(_("Uppgiften är din. Skälet står bland kommentarerna."))
        return redirect(url_for(".task", task_id=task_id), 303)
    tell(_("%(name)s har nu uppgiften.", name=names[colleague]))
    return redirect(url_for(".worklist"), 303)
