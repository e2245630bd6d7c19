"""A task as a PDF: what its page tells the reader, with what is masked left out."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, send_file, url_for
from flask.typing import ResponseReturnValue

from engine.book.sheet import Document, Part, pdf_of
from engine.errors import Conflict
from web.current import actor, engine, tell
from web.language import _, briefly, chosen, said
from web.swedish import clock, day, moment, prose

if TYPE_CHECKING:
    from engine.casebook.sheets import TaskSheet
    from engine.views import HandoverLine, TaskPage

NAME = "uppgift.pdf"
"""The same for every task: the name of a file travels further than the file."""

pages = Blueprint("sheets", __name__)


@pages.post("/uppgift/<task_id>/pdf")
def sheet(task_id: str) -> ResponseReturnValue:
    """Hand out a task as a file; in a marked case a colleague must have approved a print."""
    page = engine().queries.task_page(actor(), task_id)
    waiting = engine().taskfile.papers(actor(), page.task).proposal
    answers = waiting.paper.answers if waiting else page.answers
    try:
        found = engine().sheets.take_out(actor(), task_id, page.form, answers)
    except Conflict as error:
        tell(said(str(error)))
        return redirect(url_for("protection.prints", case_id=page.task.case_id), 303)
    content = pdf_of(document(page, found))
    return send_file(
        BytesIO(content), mimetype="application/pdf", as_attachment=True, download_name=NAME
    )


def document(page: TaskPage, found: TaskSheet) -> Document:
    """Return what the file says."""
    warning = _("Kan innehålla uppgifter som omfattas av sekretess: förvara den därefter.")
    taken = _("Uttagen %(at)s", at=moment(engine().clock.now()))
    return Document(
        chosen(), said(page.task.name), f"{page.case_number} · {said(page.process_name)}",
        warning, taken, tuple(part for part in _parts(page, found) if part),
    )  # fmt: skip


def _parts(page: TaskPage, found: TaskSheet) -> Iterator[Part | None]:
    yield Part(_("Uppgiften"), pairs=tuple(_facts(page)))
    blocks = prose(page.guidance or "")
    told = [line for kind, lines in blocks for line in lines if kind != "list"]
    points = [line for kind, lines in blocks for line in lines if kind == "list"]
    yield Part(_("Vägledning"), told, points) if blocks else None
    yield Part(_("Lagrum"), points=[said(each) for each in page.law]) if page.law else None
    yield Part(_("Sparade svar"), () if found.answers else (_("Inga svar är sparade än."),),
               pairs=[(said(asked), answer) for asked, answer in found.answers])  # fmt: skip
    hidden = _("Skyddade uppgifter som inte skrivs ut")
    yield Part(hidden, points=[said(each) for each in found.masked]) if found.masked else None
    leaves = [_leaves(each) for each in page.handovers]
    yield Part(_("Det här lämnar er myndighet"), pairs=leaves) if leaves else None


def _facts(page: TaskPage) -> Iterator[tuple[str, str]]:
    yield _("Myndighet"), page.agency_name
    yield _("Handläggare"), page.assignee_name or _("Ingen än")
    due = page.due
    if due is None:
        yield _("Klar senast"), _("Ingen bestämd tid")
        return
    when = " ".join(filter(None, (day(due.day), clock(due.at))))
    kind = _("Lag") if due.statutory else _("Mål")
    yield _("Klar senast"), f"{when} – {briefly(due.words)} ({kind})"
    if due.name or due.law:
        yield _("Tidsgräns"), ", ".join(said(each) for each in (due.name, due.law) if each)


def _leaves(line: HandoverLine) -> tuple[str, str]:
    """Return a hand-over and what is known of it, a line for each thing."""
    told = [
        (_("Till"), ", ".join(line.to)),
        (_("Grund"), _ground(line)),
        (_("Bara om"), "; ".join(f"{said(asked)} – {said(each)}" for asked, each in line.when)),
        (_("Svaren som följer med"), "; ".join(map(said, line.fields))),
    ]
    name = f"{said(line.name)} ({line.law})" if line.law else said(line.name)
    return name, "\n".join(f"{head}: {text}" for head, text in told if text)


def _ground(line: HandoverLine) -> str:
    if line.ground:
        return said(line.ground)
    if line.choices:
        choices = "; ".join(map(said, line.choices))
        return _("Du väljer i formuläret. Öppna just nu: %(choices)s", choices=choices)
    if line.consent:
        return _("Ingen än. Kräver samtycke: %(consent)s", consent=said(line.consent))
    return _("Ingen är öppen: uppgifterna får inte lämnas")
