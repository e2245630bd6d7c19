"""What I am told of, and where I want e-mail about it."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.errors import InvalidAnswers
from engine.staff.notices import TEXTS, mailbox_of
from web.current import actor, engine, tell
from web.language import _

pages = Blueprint("notices", __name__)


@pages.get("/aviseringar")
def notices() -> ResponseReturnValue:
    """List what I am told of, the newest first."""
    return _page({})


@pages.get("/avisering/<notice_id>")
def notice(notice_id: str) -> ResponseReturnValue:
    """Go to what a notice is about; from then on it is read."""
    line = engine().notices.opened(actor(), notice_id)
    if line.task_id:
        return redirect(url_for("tasks.task", task_id=line.task_id), 303)
    if line.text == TEXTS["asked"]:
        return redirect(url_for("moving.questions"), 303)
    if line.case_id:
        return redirect(url_for("cases.case", case_id=line.case_id), 303)
    about = "differences.versions" if line.of_processes else "people.substitutes"
    return redirect(url_for(about), 303)


@pages.post("/aviseringar/lasta")
def read_all() -> ResponseReturnValue:
    """Mark everything as read."""
    engine().notices.read_all(actor())
    tell(_("Alla aviseringar är markerade som lästa."))
    return redirect(url_for(".notices"), 303)


@pages.post("/aviseringar/epost")
def mailbox() -> ResponseReturnValue:
    """Keep where I want e-mail, or that I want none."""
    wanted = request.form.get("epost", "") == "ja"
    try:
        chosen = mailbox_of(request.form.get("adress", ""), wanted)
    except InvalidAnswers as error:
        return _page(error.problems), 422
    engine().notices.keep_mailbox(actor(), chosen)
    tell(
        _("Du får e-post till %(address)s.", address=chosen.address)
        if wanted
        else _("Du får ingen e-post.")
    )
    return redirect(url_for(".notices"), 303)


def _page(problems: Mapping[str, str]) -> str:
    kept = engine().notices.mailbox(actor())
    typed = request.form if problems else {
        "adress": kept.address, "epost": "ja" if kept.wanted else "nej"}  # fmt: skip
    lines = engine().notices.lines(actor())
    return render_template("notices/notices.html", lines=lines, typed=typed, problems=problems)
