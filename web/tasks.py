"""The work list; a task's page; taking, giving, drafting and completing a task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]

from engine.errors import Conflict, EngineError, Expiring, InvalidAnswers, NotFound
from engine.model import Actor, Expiry
from engine.views import TaskPage
from web.current import actor, command, engine, tell
from web.errors import out_of_date

STALE = (
    "Sidan hade legat öppen för länge, eller så har du loggat in på nytt i en annan flik. "
    "Inget av det du skrev är förlorat: kontrollera svaren och tryck på knappen igen."
)

pages = Blueprint("tasks", __name__)


@pages.get("/")
def worklist() -> ResponseReturnValue:
    """List the open tasks of my agency, by when they are due."""
    shown, search = request.args.get("visa", ""), request.args.get("sok", "")
    found = engine().queries.worklist(
        actor(), mine=shown == "mina", unassigned=shown == "otilldelade", search=search
    )
    listed = not search and shown != "otilldelade"
    own = engine().casetabs.open_errands(actor(), mine=shown == "mina") if listed else ()
    return render_template(
        "tasks/worklist.html", lines=found, shown=shown, search=search, errands=own
    )


@pages.get("/uppgift/<task_id>")
def task(task_id: str) -> ResponseReturnValue:
    """Show a task: what to do, by when, under which paragraph."""
    page = engine().queries.task_page(actor(), task_id)
    return _shown(page, page.answers)


@pages.post("/uppgift/<task_id>")
def answer(task_id: str) -> ResponseReturnValue:
    """Complete the task, or keep a draft of it."""
    typed = request.form.to_dict(flat=False)
    try:
        page = engine().queries.task_page(actor(), task_id)
    except (NotFound, Conflict):
        return _answered_twice(task_id, typed)
    if request.form.get("_handling") != "slutfor":
        engine().casework.save_draft(actor(), task_id, typed)
        tell("Utkastet är sparat. Uppgiften är inte slutförd än.")
        return redirect(url_for(".task", task_id=task_id), 303)
    try:
        confirmed = typed.get("_bekraftat", ())
        engine().casework.complete_task(actor(), task_id, typed, command(), confirmed)
    except InvalidAnswers as error:
        return _shown(page, page.form.parse(typed), error.problems), 422
    except Expiring as error:
        return _shown(page, page.form.parse(typed), expiries=error.expiries), 422
    tell(f"”{page.task.name}” är slutförd i {page.case_number}.", *_next(page))
    return redirect(url_for(".worklist"), 303)


def _answered_twice(task_id: str, typed: Mapping[str, Sequence[str]]) -> ResponseReturnValue:
    """Say that the same form has been sent before; else say again why the task is not there."""
    if command() is None or request.form.get("_handling") != "slutfor":
        engine().queries.task_page(actor(), task_id)
    engine().casework.complete_task(actor(), task_id, typed, command())
    tell("Uppgiften är slutförd. Formuläret kom in två gånger, men räknas en gång.")
    return redirect(url_for(".worklist"), 303)


@pages.post("/uppgift/<task_id>/ta")
def claim(task_id: str) -> ResponseReturnValue:
    """Take a task and go to it."""
    engine().casework.claim(actor(), task_id)
    tell("Uppgiften är din. Kollegorna ser att du har den.")
    return redirect(url_for(".task", task_id=task_id), 303)


@pages.post("/uppgift/<task_id>/lamna")
def release(task_id: str) -> ResponseReturnValue:
    """Give a task back to the agency."""
    engine().casework.release(actor(), task_id)
    tell("Uppgiften är tillbakalämnad. Vem som helst i din grupp kan ta den.")
    return redirect(url_for(".worklist"), 303)


@pages.post("/uppgift/<task_id>/ge")
def assign(task_id: str) -> ResponseReturnValue:
    """Give a task to a colleague."""
    page = engine().queries.task_page(actor(), task_id)
    colleague = request.form.get("kollega", "")
    if colleague not in dict(page.colleagues):
        return _shown(page, page.answers, {"kollega": "Välj en kollega"}), 422
    engine().casework.assign(actor(), task_id, colleague)
    tell(f"{dict(page.colleagues)[colleague]} har nu uppgiften.")
    return redirect(url_for(".worklist"), 303)


@pages.errorhandler(CSRFError)
def stale(error: CSRFError) -> ResponseReturnValue:
    """Show the form again with everything that was typed, instead of refusing it."""
    if request.endpoint != "tasks.answer":
        return out_of_date(error)
    try:
        page = engine().queries.task_page(actor(), (request.view_args or {})["task_id"])
    except EngineError:
        return out_of_date(error)
    typed = page.form.parse(request.form.to_dict(flat=False))
    return _shown(page, typed, {"": STALE}), 422


def _shown(
    page: TaskPage,
    answers: Mapping[str, Any],
    problems: Mapping[str, str] | None = None,
    expiries: Sequence[Expiry] = (),
) -> str:
    return render_template(
        "tasks/task.html", page=page, answers=answers, problems=problems or {},
        expiries=expiries, may_answer=_may_answer(actor(), page),
    )  # fmt: skip


def _may_answer(reader: Actor, page: TaskPage) -> bool:
    free = page.mine or page.task.assignee is None
    return free and (page.task.role is None or page.task.role in reader.roles)


def _next(done: TaskPage) -> tuple[str, str]:
    """Lead on to the reader's next task in the same case, if there is one."""
    follows = engine().queries.next_in_case(actor(), done.task.case_id)
    if follows is None:
        case = url_for("cases.case", case_id=done.task.case_id)
        return case, f"Se ärende {done.case_number}"
    return url_for(".task", task_id=follows.id), f"Nästa uppgift i ärendet: {follows.name}"
