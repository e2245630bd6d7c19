"""Proposals to publish: made by one process owner, decided on by others."""

from __future__ import annotations

from datetime import datetime, time

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.access import owns_processes
from engine.errors import Conflict, InvalidAnswers, ModelError
from engine.modelling.proposal import DONE, RETIRE, ROLLBACK, STOPPED, Proposal
from engine.texts import read_date
from web.current import actor, command, engine, tell
from web.differences import drawings, found, svg
from web.language import _, said
from web.modelling import names
from web.swedish import ZONE

pages = Blueprint("publishing", __name__)

Problems = dict[str, str]
DAY = ("dag-day", "dag-month", "dag-year")


@pages.get("/utkast/<draft_id>/foresla")
def proposing(draft_id: str) -> ResponseReturnValue:
    """Show what a draft changes, whom it concerns, and ask for a reason."""
    return _proposing(draft_id, {})


@pages.post("/utkast/<draft_id>/foresla")
def propose(draft_id: str) -> ResponseReturnValue:
    """Submit a draft for approval."""
    try:
        when = _when()
        proposal = engine().publishing.propose(actor(), draft_id, _reason(), when, command())
    except InvalidAnswers as error:
        return _proposing(draft_id, error.problems), 422
    except ModelError:
        return _proposing(draft_id, {"": _("Utkastet har fel som måste avhjälpas först")}), 422
    except Conflict as error:
        return _proposing(draft_id, {"": said(str(error))}), 409
    tell(_("Förslaget är lämnat. Det gäller när alla som berörs har godkänt det."))
    return redirect(url_for(".proposal", proposal_id=proposal.id), 303)


@pages.post("/versioner/<version>/foresla")
def propose_version(version: str) -> ResponseReturnValue:
    """Propose that an earlier version applies again, or is retired."""
    kind = RETIRE if request.form.get("vad") == "avveckla" else ROLLBACK
    try:
        when = _when()
        proposal = engine().publishing.propose_version(
            actor(), version, kind, _reason(), when, command()
        )
    except InvalidAnswers as error:
        return _version(version, error.problems), 422
    except ModelError:
        return _version(version, {"": _("Versionen klarar inte längre kontrollen")}), 422
    except Conflict as error:
        return _version(version, {"": said(str(error))}), 409
    tell(_("Förslaget är lämnat. Det gäller när alla som berörs har godkänt det."))
    return redirect(url_for(".proposal", proposal_id=proposal.id), 303)


@pages.get("/forslag/<proposal_id>")
def proposal(proposal_id: str) -> ResponseReturnValue:
    """Show a proposal to those who own processes or decide on it."""
    return _proposal(proposal_id, {})


@pages.get("/forslag/<proposal_id>/<process>.svg")
def drawing(proposal_id: str, process: str) -> Response:
    """Return a drawing of what a proposal changes."""
    return svg(engine().versions.proposal(actor(), proposal_id).difference, process)


@pages.post("/forslag/<proposal_id>/godkann")
def approve(proposal_id: str) -> ResponseReturnValue:
    """Approve, as a process owner or for one's agency."""
    done = engine().publishing.approve(actor(), proposal_id, request.form.get("kommentar", ""))
    tell(_told(done))
    return redirect(url_for(".proposal", proposal_id=proposal_id), 303)


@pages.post("/forslag/<proposal_id>/avsla")
def reject(proposal_id: str) -> ResponseReturnValue:
    """Say no, with a reason."""
    try:
        engine().publishing.reject(actor(), proposal_id, _reason())
    except InvalidAnswers as error:
        return _proposal(proposal_id, error.problems), 422
    tell(_("Förslaget är avslaget. Utkastet kan ändras och lämnas igen."))
    return redirect(url_for(".proposal", proposal_id=proposal_id), 303)


@pages.post("/forslag/<proposal_id>/ta-tillbaka")
def withdraw(proposal_id: str) -> ResponseReturnValue:
    """Take a proposal back before it takes effect."""
    engine().publishing.withdraw(actor(), proposal_id, _reason())
    tell(_("Förslaget är taget tillbaka. Utkastet kan ändras igen."))
    return redirect(url_for(".proposal", proposal_id=proposal_id), 303)


def _told(done: Proposal) -> str:
    if done.state == DONE:
        return _("Godkänt av alla. Det gäller från och med nu.")
    if done.state == STOPPED:
        return _("Godkänt, men stoppat: se varför nedan.")
    return _("Ditt godkännande är antecknat.")


def _proposing(draft_id: str, problems: Problems) -> str:
    page = engine().drafts.read_draft(actor(), draft_id)
    difference = None if page.findings else engine().versions.of_draft(actor(), draft_id)
    rehearsed = engine().rehearsals.page(actor(), draft_id)
    return render_template(
        "modelling/proposing.html", page=page, draft=page.draft, difference=difference,
        problems=problems, typed=request.form, rehearsed=rehearsed,
    )  # fmt: skip


def _proposal(proposal_id: str, problems: Problems) -> str:
    page = engine().versions.proposal(actor(), proposal_id)
    drawn = drawings(page.difference, ".drawing", proposal_id=proposal_id)
    return render_template(
        "modelling/proposal.html", page=page, proposal=page.proposal, drawn=drawn,
        difference=page.difference, names=names(), problems=problems, typed=request.form,
        agencies=engine().versions.agencies(), owner=owns_processes(actor()),
        rehearsed=engine().rehearsals.of(page.proposal.draft_id, page.proposal.version),
    )  # fmt: skip


def _version(version: str, problems: Problems) -> str:
    lines = engine().versions.lines(actor())
    return render_template(
        "modelling/version.html", line=found(lines, version), lines=lines, against=None,
        names=names(), difference=None, drawn=[], owner=owns_processes(actor()),
        typed=request.form, problems=problems,
    )  # fmt: skip


def _reason() -> str:
    return request.form.get("skal", "")


def _when() -> datetime | None:
    """Return when it is to take effect; None for at once. Raises InvalidAnswers."""
    if request.form.get("nar") != "senare":
        return None
    day = read_date(*(request.form.get(part, "").strip() for part in DAY))
    hour = _hour(request.form.get("tid", "").strip() or "00:00")
    problems: Problems = {}
    if day is None:
        problems["dag"] = _("Ange dagen som ett datum, till exempel 27 3 2026")
    if hour is None:
        problems["tid"] = _("Ange klockslaget med timmar och minuter, till exempel 08:00")
    if day is None or hour is None:
        raise InvalidAnswers(problems)
    return datetime.combine(day, hour, ZONE)


def _hour(text: str) -> time | None:
    try:
        return time.fromisoformat(text.replace(".", ":"))
    except ValueError:
        return None
