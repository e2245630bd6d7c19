"""The page of a task, shown as it is or again with what was typed; and what a form tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError  # type: ignore[import-untyped]

from engine.errors import EngineError, Outdated
from engine.model import Actor, Expiry
from engine.papers import TaskPapers
from engine.views import TaskPage
from web.current import actor, engine
from web.errors import out_of_date
from web.language import lazy, said

STALE = lazy(
    "Sidan hade legat öppen för länge, eller så har du loggat in på nytt i en annan flik. "
    "Inget av det du skrev är förlorat: kontrollera svaren och tryck på knappen igen."
)
AGAIN = lazy(
    "Öppna uppgiften i en ny flik om du vill jämföra. Tryck på knappen igen om det som står här "
    "ska gälla i stället."
)
DIGITS = 9
Typed = Mapping[str, Sequence[str]]


def typed() -> dict[str, list[str]]:
    """Return the posted form as a browser sends it."""
    return request.form.to_dict(flat=False)


def seen() -> int | None:
    """Return the version of the draft that the posted page had shown; None if it does not say."""
    sent = request.form.get("_utkast", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= DIGITS else None


def shown(
    page: TaskPage,
    answers: Mapping[str, Any],
    problems: Mapping[str, str] | None = None,
    expiries: Sequence[Expiry] = (),
) -> str:
    """Return the page, with these answers in its form."""
    papers = engine().taskfile.papers(actor(), page.task)
    return render_template(
        "tasks/task.html", page=page, answers=answers, problems=problems or {},
        expiries=expiries, papers=papers, may_answer=may_answer(actor(), page, papers),
        colleagues=engine().queries.colleagues(actor(), page.task),
        proposed=_proposed(page, papers), may_approve=_may_approve(actor(), page, papers),
        may_take_back=_may_take_back(actor(), page, papers),
        history=engine().taskfile.before(actor(), page.task), sent=request.form,
    )  # fmt: skip


def again(page: TaskPage, problems: Mapping[str, str]) -> ResponseReturnValue:
    """Show the page again with everything that was typed, and what is wrong with it."""
    answers = page.form.parse(typed()) if _has_answers(page) else page.answers
    return shown(page, answers, problems), 422


def overtaken(task_id: str, error: Outdated) -> ResponseReturnValue:
    """Show what was typed beside the news that another page has saved since."""
    page = engine().queries.task_page(actor(), task_id)
    return again(page, {"": f"{said(str(error))} {AGAIN}"})


def keep_answers(page: TaskPage) -> None:
    """Keep a draft of what stood in the form when something else on the page was done.

    Raises Outdated, as when a draft is saved by its button.
    """
    if _has_answers(page) and _said(page.form.parse(typed())) != _said(page.answers):
        engine().casework.save_draft(actor(), page.task.id, typed(), seen())


def may_answer(reader: Actor, page: TaskPage, papers: TaskPapers) -> bool:
    """Say whether the reader could complete the task now."""
    reader = page.reader or reader
    free = page.task.assignee in (None, reader.id, reader.acting_for)
    fits = page.task.role is None or page.task.role in reader.roles
    return free and fits and papers.proposal is None


def stale(error: CSRFError) -> ResponseReturnValue:
    """Show the form again with everything that was typed, instead of refusing it."""
    task_id = (request.view_args or {}).get("task_id")
    if task_id is None or not _carries_answers():
        return out_of_date(error)
    try:
        page = engine().queries.task_page(actor(), task_id)
    except EngineError:
        return out_of_date(error)
    return again(page, {"": STALE})


def _said(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers that say something: a box that was never ticked is no answer."""
    return {key: value for key, value in answers.items() if value not in (False, "", [])}


def _carries_answers() -> bool:
    return "_utkast" in request.form or request.endpoint == "tasks.answer"


def _has_answers(page: TaskPage) -> bool:
    """Say whether the posted form had its questions open: a closed one sends no answers."""
    return request.endpoint == "tasks.answer" or request.form.get("_oppet") == "1"


def _proposed(page: TaskPage, papers: TaskPapers) -> Sequence[tuple[str, str]]:
    return page.form.shown(papers.proposal.paper.answers) if papers.proposal else ()


def _may_approve(reader: Actor, page: TaskPage, papers: TaskPapers) -> bool:
    waiting = papers.proposal
    return (
        waiting is not None and page.approval in reader.roles and waiting.paper.actor != reader.id
    )


def _may_take_back(reader: Actor, page: TaskPage, papers: TaskPapers) -> bool:
    """Say whether the reader proposed it, or stands in for the one who did."""
    waiting = papers.proposal
    absent = page.reader.acting_for if page.reader else None
    return waiting is not None and (
        waiting.paper.actor == reader.id
        or (absent is not None and absent in (waiting.paper.actor, waiting.paper.acting_for))
    )
