"""The cases of my agency: opening one, its page, registering an event, ending it by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.errors import InvalidAnswers, NotFound
from engine.registers import NO_REGION
from engine.views import CasePage, DiagramLine
from web.current import actor, command, engine, tell
from web.language import _, lazy

pages = Blueprint("cases", __name__)

TABS = {
    "": lazy("Översikt"),
    "gang": lazy("Gången"),
    "handelser": lazy("Händelser"),
    "samtycken": lazy("Samtycken"),
    "medverkande": lazy("Medverkande"),
    "utbyte": lazy("Utbyte"),
    "akt": lazy("Akt"),
}
PARTS = {"": ("todo", "received"), "gang": ("diagrams",), "handelser": ("timeline",)}
"""What of the case page each tab shows."""


def _people(case_id: str) -> dict[str, Any]:
    parties, colleagues = engine().casetabs.people(actor(), case_id)
    contacts = engine().casetabs.contacts(actor(), case_id)
    return {"parties": parties, "colleagues": colleagues, "contacts": contacts}


def _exchange(case_id: str) -> dict[str, Any]:
    sent, received, notices = engine().casetabs.exchange(actor(), case_id)
    return {"sent": sent, "received": received, "notices": notices}


def _akt(case_id: str) -> dict[str, Any]:
    files = engine().taskfile.attachments(actor(), case_id)
    return {"akt": engine().casetabs.akt(actor(), case_id), "files": files}


READERS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "samtycken": lambda case_id: {"consents": engine().consentfile.lines(actor(), case_id)},
    "medverkande": _people,
    "utbyte": _exchange,
    "akt": _akt,
}
"""What else a tab shows."""


@pages.get("/arenden")
def cases() -> ResponseReturnValue:
    """List the cases that concern my agency."""
    found = engine().queries.cases(actor())
    may_open = engine().queries.may_open(actor())
    return render_template("cases/cases.html", lines=found, may_open=may_open)


@pages.get("/arenden/nytt")
def new() -> ResponseReturnValue:
    """Tell what opening a case means, and ask."""
    _require_may_open()
    return _new_page({})


@pages.post("/arenden")
def opened() -> ResponseReturnValue:
    """Open a case and go to its first task."""
    _require_may_open()
    try:
        region = request.form.get("region", NO_REGION)
        case = engine().casework.open_case(actor(), command(), region)
    except InvalidAnswers as error:
        return _new_page(error.problems), 422
    tell(_("Ärende %(number)s är öppnat.", number=case.number))
    first = engine().queries.next_in_case(actor(), case.id)
    if first is None:
        return redirect(url_for(".case", case_id=case.id), 303)
    return redirect(url_for("tasks.task", task_id=first.id), 303)


@pages.get("/arende/<case_id>")
def case(case_id: str) -> ResponseReturnValue:
    """Show a case, one tab at a time; the first tells what I must do, by when, what we wait for."""
    asked = request.args.get("flik", "gang" if "diagram" in request.args else "")
    tab = asked if asked in TABS else ""
    page = engine().casefile.case_page(actor(), case_id, PARTS.get(tab, ()))
    more = READERS[tab](case_id) if tab in READERS else {}
    more["region"] = engine().regionfile.shown(actor(), case_id)
    chosen = _chosen(page, request.args.get("diagram", "")) if tab == "gang" else None
    return render_template("cases/case.html", page=page, tabs=TABS, tab=tab, chosen=chosen, **more)


@pages.get("/arende/<case_id>/handelse")
def event(case_id: str) -> ResponseReturnValue:
    """Ask which event to register."""
    return _event_page(_page_with_events(case_id))


@pages.post("/arende/<case_id>/handelse")
def register(case_id: str) -> ResponseReturnValue:
    """Register an event, once it has been confirmed."""
    page, name = _page_with_events(case_id), request.form.get("handelse", "")
    label = dict(page.registrable).get(name)
    if label is None:
        return _event_page(page, problem=_("Välj den händelse som har inträffat")), 422
    if "_bekraftad" not in request.form:
        return _event_page(page, chosen=(name, label))
    engine().messages.register(actor(), case_id, name, command())
    tell(_("Registrerat: %(label)s", label=label))
    return redirect(url_for(".case", case_id=case_id), 303)


@pages.get("/arende/<case_id>/avsluta")
def ending(case_id: str) -> ResponseReturnValue:
    """Ask how and why the case ends."""
    return _ending_page(_page_to_close(case_id), {})


@pages.post("/arende/<case_id>/avsluta")
def close(case_id: str) -> ResponseReturnValue:
    """End a case by hand."""
    page, form = _page_to_close(case_id), request.form
    end_state, reason = form.get("end_state", ""), form.get("reason", "").strip()
    try:
        engine().casework.close_case(actor(), case_id, end_state, reason, command())
    except InvalidAnswers as error:
        return _ending_page(page, error.problems), 422
    tell(_("Ärende %(number)s är avslutat.", number=page.case.number))
    return redirect(url_for(".case", case_id=case_id), 303)


def _new_page(problems: Mapping[str, str]) -> str:
    regions = engine().regionfile.choices()
    return render_template("cases/new.html", regions=regions, unknown=NO_REGION, problems=problems)


def _require_may_open() -> None:
    if not engine().queries.may_open(actor()):
        raise NotFound("may not open a case")


def _chosen(page: CasePage, wanted: str) -> DiagramLine | None:
    """Return the diagram asked for, else one where something is to be done, else the last."""
    asked = [each for each in page.diagrams if f"{each.instance_id}.{each.process}" == wanted]
    active = [each for each in page.diagrams if each.current]
    return next(iter([*asked, *active, *page.diagrams[::-1]]), None)


def _page_with_events(case_id: str) -> CasePage:
    page = engine().casefile.case_page(actor(), case_id, ())
    if not page.registrable:
        raise NotFound("no event to register")
    return page


def _page_to_close(case_id: str) -> CasePage:
    page = engine().casefile.case_page(actor(), case_id, ())
    if not page.may_close:
        raise NotFound("may not close")
    return page


def _event_page(
    page: CasePage, chosen: tuple[str, str] | None = None, problem: str | None = None
) -> str:
    return render_template("cases/event.html", page=page, chosen=chosen, problem=problem)


def _ending_page(page: CasePage, problems: Mapping[str, str]) -> str:
    return render_template("cases/ending.html", page=page, problems=problems, typed=request.form)
