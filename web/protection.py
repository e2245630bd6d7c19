"""Protected personal data: the banner, what is masked, prints with a colleague's yes, readings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from engine.access import reads_protected
from engine.errors import InvalidAnswers
from engine.secrecy.protected import LASTS, MARKINGS, REASONS, UNMARKED
from web.current import about, actor, engine, of_api, tell
from web.language import _

if TYPE_CHECKING:
    from engine.secrecy.protected import Marking

pages = Blueprint("protection", __name__)


def init_app(app: Flask) -> None:
    """Show the banner on every page of a case, and keep who has read it."""
    app.context_processor(lambda: {"protection_of_case": _marking})
    app.after_request(_keep_reading)


@pages.get("/arende/<case_id>/skyddat/<what>/<held_id>")
def masked(case_id: str, what: str, held_id: str) -> ResponseReturnValue:
    """Tell which answers are masked, and ask why the reader must see them."""
    return _masked_page(case_id, what, held_id, {})


@pages.post("/arende/<case_id>/skyddat/<what>/<held_id>")
def reveal(case_id: str, what: str, held_id: str) -> ResponseReturnValue:
    """Show what is masked, once: the next time it is asked for anew."""
    reason, note = request.form.get("skal", ""), request.form.get("not", "")
    try:
        sheet = engine().protection.reveal(actor(), case_id, what, held_id, reason, note)
    except InvalidAnswers as error:
        return _masked_page(case_id, what, held_id, error.problems), 422
    return render_template("protection/revealed.html", sheet=sheet, case_id=case_id)


@pages.get("/arende/<case_id>/skyddsmarkering")
def marking(case_id: str) -> ResponseReturnValue:
    """Ask how the case is marked."""
    number, code = engine().protected.marking(actor(), case_id)
    return _marking_page(case_id, number, code, {})


@pages.post("/arende/<case_id>/skyddsmarkering")
def mark(case_id: str) -> ResponseReturnValue:
    """Mark the case, or lift the marking."""
    number = engine().protected.marking(actor(), case_id)[0]
    code = request.form.get("markering", "")
    try:
        engine().protection.mark(actor(), case_id, code)
    except InvalidAnswers as error:
        return _marking_page(case_id, number, code, error.problems), 422
    tell(
        _("Skyddsmarkeringen är borttagen.")
        if code == UNMARKED
        else _("Ärendet är skyddsmarkerat.")
    )
    return redirect(url_for("cases.case", case_id=case_id), 303)


@pages.get("/arende/<case_id>/utskrift")
def prints(case_id: str) -> ResponseReturnValue:
    """Tell what has been asked for and approved, and ask for a print."""
    return _prints_page(case_id, {})


@pages.post("/arende/<case_id>/utskrift")
def ask(case_id: str) -> ResponseReturnValue:
    """Ask a colleague to approve a print."""
    try:
        engine().protection.ask_to_print(actor(), case_id, request.form.get("skal", ""))
    except InvalidAnswers as error:
        return _prints_page(case_id, error.problems), 422
    tell(_("Begäran är sparad. En kollega behöver godkänna den på den här sidan."))
    return redirect(url_for(".prints", case_id=case_id), 303)


@pages.post("/arende/<case_id>/utskrift/<permit_id>/godkann")
def approve(case_id: str, permit_id: str) -> ResponseReturnValue:
    """Approve a colleague's print."""
    engine().protection.approve_print(actor(), case_id, permit_id)
    tell(_("Utskriften är godkänd i %(minutes)s minuter.", minutes=_minutes()))
    return redirect(url_for(".prints", case_id=case_id), 303)


@pages.post("/arende/<case_id>/utskrift/<permit_id>")
def print_out(case_id: str, permit_id: str) -> ResponseReturnValue:
    """Show all that the agency has in the case, in clear, to be printed."""
    number = engine().protected.marking(actor(), case_id)[0]
    sheets = engine().protection.print_out(actor(), case_id, permit_id)
    return render_template(
        "protection/print.html", sheets=sheets, case_id=case_id, number=number,
        now=engine().clock.now(), may_print=True,
    )  # fmt: skip


def _masked_page(case_id: str, what: str, held_id: str, problems: Mapping[str, str]) -> str:
    page = engine().protected.masked(actor(), case_id, what, held_id)
    return render_template(
        "protection/masked.html", page=page, what=what, held_id=held_id, reasons=REASONS,
        may_see=reads_protected(actor()), problems=problems, typed=request.form,
    )  # fmt: skip


def _marking_page(case_id: str, number: str, code: str, problems: Mapping[str, str]) -> str:
    return render_template(
        "protection/marking.html", case_id=case_id, number=number, code=code, markings=MARKINGS,
        unmarked=UNMARKED, problems=problems,
    )  # fmt: skip


def _prints_page(case_id: str, problems: Mapping[str, str]) -> str:
    page = engine().protected.prints(actor(), case_id)
    return render_template(
        "protection/prints.html", page=page, problems=problems, typed=request.form,
        minutes=_minutes(), may_see=reads_protected(actor()),
    )  # fmt: skip


def _minutes() -> int:
    return int(LASTS.total_seconds()) // 60


def case_of_page() -> str | None:
    """Return the case that the page is about; looked up once for a page of a task."""
    asked = request.view_args or {}
    if "case_id" in asked:
        return str(asked["case_id"])
    if "case" not in g and "task_id" in asked:
        about(engine().readings.case_of(asked["task_id"]))
    found: str | None = g.get("case")
    return found


def _marking() -> tuple[str, Marking] | None:
    """Return how the case of this page is marked, as the banner tells it; None elsewhere."""
    if "marking" not in g:
        case_id = case_of_page() if current_user.is_authenticated else None
        g.marking = engine().readings.marking(actor(), case_id) if case_id else None
    found: tuple[str, Marking] | None = g.marking
    return found


def _keep_reading(response: Response) -> Response:
    """Keep that a page of a case was read; a page that could not be kept is not shown."""
    if of_api():
        return response
    if response.status_code in {200, 422} and current_user.is_authenticated:
        case_id = case_of_page()
        if case_id is not None:
            engine().readings.note(actor(), case_id, str(request.endpoint))
    return response
