"""Who does the work: substitutes, and how a leader gives out tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.access import leads
from engine.errors import InvalidAnswers, NotFound
from engine.model import Actor
from engine.staff.substitution import REASONS
from engine.views import TaskLine
from web.current import actor, command, engine, tell
from web.language import _, lazy

NO_DAY = lazy("Ange {} som ett datum, till exempel 27 3 2026")

pages = Blueprint("people", __name__)

Outcomes = Sequence[tuple[str, str | None]]


@pages.get("/ersattare")
def substitutes() -> ResponseReturnValue:
    """Show whom I stand in for, who stands in for me, and how to arrange it."""
    return _substitutes_page({})


@pages.post("/ersattare")
def arrange() -> ResponseReturnValue:
    """Let a colleague stand in."""
    form, me = request.form, actor()
    absent = form.get("borta", me.id) if leads(me) else me.id
    problems = _missing(absent)
    first, last = _day("fran"), _day("till")
    if problems or first is None or last is None:
        return _substitutes_page(problems), 422
    try:
        substitute = form.get("ersattare", "")
        reason = form.get("skal", "")
        engine().staffing.arrange(me, absent, substitute, (first, last), reason, command())
    except InvalidAnswers as error:
        return _substitutes_page(error.problems), 422
    tell(_("Ersättaren är bestämd och får veta det den första dagen."))
    return redirect(url_for(".substitutes"), 303)


@pages.post("/ersattare/<substitution_id>/avsluta")
def end(substitution_id: str) -> ResponseReturnValue:
    """End a substitution before its last day."""
    engine().staffing.end(actor(), substitution_id)
    tell(_("Ersättningen är avslutad. Ersättaren kan inte göra fler uppgifter i kollegans ställe."))
    return redirect(url_for(".substitutes"), 303)


@pages.get("/fordelning")
def distribution() -> ResponseReturnValue:
    """Show the load of each colleague, and what nobody has."""
    return _distribution_page(_holder())


@pages.post("/fordelning")
def distribute() -> ResponseReturnValue:
    """Give the chosen tasks to a colleague, and tell what came of each."""
    holder, chosen = _holder(), request.form.getlist("uppgift")
    colleague = request.form.get("kollega", "")
    problems = {} if chosen else {"uppgift": _("Välj minst en uppgift")}
    if colleague not in {load.person.id for load in engine().workload.loads(actor())}:
        problems["kollega"] = _("Välj en kollega")
    if problems:
        return _distribution_page(holder, problems), 422
    named = {line.task.id: line for line in engine().workload.tasks(actor(), holder)}
    outcomes = engine().staffing.distribute(actor(), chosen, colleague)
    told = [(_name(named.get(task_id)), why) for task_id, why in outcomes]
    return _distribution_page(holder, outcomes=told)


def _name(line: TaskLine | None) -> str:
    return (
        _("%(name)s i %(case_number)s", name=line.task.name, case_number=line.case_number)
        if line
        else _("En uppgift i listan")
    )


def _holder() -> str | None:
    """Return the colleague whose tasks are asked for; None for what nobody has."""
    asked = request.values.get("hos", "")
    if asked and asked not in {load.person.id for load in engine().workload.loads(actor())}:
        raise NotFound(f"colleague {asked}")
    return asked or None


def _distribution_page(
    holder: str | None, problems: Mapping[str, str] | None = None, outcomes: Outcomes = ()
) -> str:
    loads = engine().workload.loads(actor())
    return render_template(
        "people/distribution.html", loads=loads, holder=holder, problems=problems or {},
        lines=engine().workload.tasks(actor(), holder), outcomes=outcomes,
        names={load.person.id: load.person.name for load in loads},
        chosen=request.form.getlist("uppgift") if problems else (), typed=request.form,
    )  # fmt: skip


def _substitutes_page(problems: Mapping[str, str]) -> str:
    me, colleagues = actor(), engine().substitutions.colleagues(actor())
    absents = engine().substitutions.absents(me)
    return render_template(
        "people/substitutes.html", colleagues=colleagues, absents=absents, reasons=REASONS,
        lines=engine().workload.tasks_in_place_of(me, absents) if absents else (),
        arranged=engine().substitutions(me), names=_names(colleagues), problems=problems,
        typed=request.form, missed={name for name in ("fran", "till") if name in problems},
    )  # fmt: skip


def _names(people: Sequence[Actor]) -> dict[str, str]:
    return {person.id: person.name for person in people}


def _missing(absent: str) -> dict[str, str]:
    """Return one sentence for each question without an answer that can be read."""
    colleagues = {each.id for each in engine().substitutions.colleagues(actor())}
    problems = {}
    if absent not in colleagues:
        problems["borta"] = _("Välj vem som är borta")
    if request.form.get("ersattare", "") not in colleagues:
        problems["ersattare"] = _("Välj en ersättare")
    if _day("fran") is None:
        problems["fran"] = NO_DAY.format(_("första dagen"))
    if _day("till") is None:
        problems["till"] = NO_DAY.format(_("sista dagen"))
    if request.form.get("skal", "") not in REASONS:
        problems["skal"] = _("Välj skälet till frånvaron")
    return problems


def _day(name: str) -> date | None:
    parts = [request.form.get(f"{name}-{part}", "").strip() for part in ("year", "month", "day")]
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
