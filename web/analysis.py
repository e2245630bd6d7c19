"""How the processes are run: numbers on the drawings and in tables, and files of the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from engine.analysis import heat, layouts
from engine.analysis.courses import ABOUT, Seen, xes
from engine.counts import spreadsheet, statistics
from engine.counts.spreadsheet import Cell, Sheet
from engine.errors import ModelError, NotFound
from web import swedish
from web.current import actor, engine, tell
from web.diagrams import ALONE
from web.language import _, briefly, lazy, said

if TYPE_CHECKING:
    from engine.analysis.reading import Analysis, Cells
    from engine.counts.statistics import Period, Shown, Table
    from engine.modelling.versions import VersionLine

MAIN = "stod_och_skydd"
XES, CSV = "xes", "csv"
MIMES = {XES: "application/xml", CSV: "text/csv; charset=utf-8"}
ROUNDED = lazy(
    "Alla tal är avrundade till närmaste femtal, i alla perioder: det som går in i ett vägval "
    "kommer ut ur det, så exakta tal skulle kunna dras från varandra."
)
HIDDEN = lazy(
    "”Färre än 5” är 0 till 4. ”Visas inte” är 5 eller mer, men talet skulle avslöja ett mindre. "
    "En nolla visas bara i en grupp om minst fem."
)
SHARES = lazy(
    "Andelar räknas på de tal som visas, i hela tiotal. ”Minst” betyder att en del av dem är dolda."
)

WHATIF = lazy(
    "Avslutade ärenden körs om på utkastet med de svar som gavs då, till den första skillnaden. "
    "Människor kunde ha svarat annorlunda: det är antal, ingen prognos. Inget sparas i ärendena."
)
SOON = "2"
"""Seconds after which a page that is not finished is fetched again, without any script."""
WAITS = (*layouts.WAITED.values(), statistics.TOTAL)
SO_FAR = (*layouts.SO_FAR.values(), statistics.TOTAL)

pages = Blueprint("analysis", __name__)


@pages.get("/analys")
def analysis() -> ResponseReturnValue:
    """Show how a drawing of a version was run in a period, on it and in tables."""
    lines = engine().versions.lines(actor())
    version, process, period = _asked(lines)
    found = engine().analysis.reading.report(actor(), version, process, period)
    view = _view()
    return render_template(
        "analysis/analysis.html", found=found, view=view, marked=found.heat(view), lines=lines,
        views=heat.VIEWS, processes=engine().analysis.reading.processes(actor(), version),
        periods=statistics.choices(engine().analysis.counting.today()), waits=WAITS, so_far=SO_FAR,
        share=_share, part_of=_part, limits=_limits(found), layouts=layouts,
        notes=(ROUNDED, HIDDEN, SHARES),
    )  # fmt: skip


@pages.get("/analys/<version>/<process>.svg")
def drawing(version: str, process: str) -> Response:
    """Return a drawing with numbers on it."""
    picture = engine().analysis.reading.picture(actor(), version, process, _period(), _view())
    return Response(picture, mimetype="image/svg+xml", headers=ALONE)


@pages.post("/analys/fil")
def file() -> ResponseReturnValue:
    """Hand out the analysis of a drawing as a file; that it was taken is noted."""
    kind, lines = request.form.get("format", ""), engine().versions.lines(actor())
    version, process, period = _asked(lines)
    if kind not in MIMES:
        raise NotFound("no such file of an analysis")
    found, courses = engine().analysis.reading.take_out(actor(), version, process, period, kind)
    number = next(line.number for line in lines if line.version == version)
    if kind == XES:
        name = f"{found.name}, version {number}, {period.name}"
        content = xes(name, *engine().analysis.reading.drawn(version, process), courses)
    else:
        content = spreadsheet.csv_of(list(_sheets(found, number, courses)))
    name = f"analys-{process}-version-{number}-{period.key}.{kind}"
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(content, mimetype=MIMES[kind], headers=headers)


@pages.get("/utkast/<draft_id>/omkorning")
def rerun(draft_id: str) -> ResponseReturnValue:
    """Show how many closed cases would go another way on a draft."""
    draft = engine().drafts.read_draft(actor(), draft_id).draft
    found = engine().analysis.reruns.page(actor(), draft_id)
    answer = make_response(render_template("analysis/rerun.html", draft=draft, found=found,
                                           about=WHATIF, few=HIDDEN))  # fmt: skip
    if found and not found.table and not found.changed:
        answer.headers["Refresh"] = SOON
    return answer


@pages.post("/utkast/<draft_id>/omkorning")
def begin(draft_id: str) -> ResponseReturnValue:
    """Ask for the closed cases to be run again on a draft, as it is now."""
    try:
        engine().analysis.reruns.begin(actor(), draft_id)
    except ModelError:
        tell(_("Utkastet har fel som måste avhjälpas först"))
    return redirect(url_for(".rerun", draft_id=draft_id), 303)


def _asked(lines: tuple[VersionLine, ...]) -> tuple[str, str, Period]:
    """Return the version, the drawing and the period asked for; what applies now if none is."""
    known = [line.version for line in lines]
    version = request.values.get("version") or known[0]
    if version not in known:
        raise NotFound("no such version")
    return version, request.values.get("process") or MAIN, _period()


def _period() -> Period:
    """Return a year or a quarter; this year if none is asked for. Raises NotFound."""
    key = request.values.get("period") or str(engine().analysis.counting.today().year)
    if (found := statistics.period(key)) is None:
        raise NotFound("no such period")
    return found


def _view() -> str:
    view = request.args.get("visa") or heat.NUMBER
    if view not in heat.VIEWS:
        raise NotFound("no such view")
    return view


def _share(cells: Cells) -> str:
    """Say what part of the cases waited more than a week."""
    found = heat.share(cells, heat.SLOW)
    return _part(found)


def _part(found: heat.Share | None) -> str:
    if found is None:
        return "–"
    text = _("minst %(percent)s\u00a0%%") if found.at_least else _("ca %(percent)s\u00a0%%")
    return text % {"percent": found.percent}


def _limits(found: Analysis) -> list[str]:
    """Say what part of the cases missed each limit, in the order of the lines."""
    return [_part(heat.share(cells, heat.LATE)) for _name, cells in found.limits.lines]


def _sheets(found: Analysis, number: int, courses: tuple[Seen, ...]) -> Iterator[Sheet]:
    """Yield the definitions first, then a sheet for each table."""
    counted = swedish.day(found.counted_at) if found.counted_at else _("aldrig")
    yield Sheet(_("Om analysen"), [
        [_("Process"), found.name], [_("Version"), number],
        [_("Period"), briefly(found.period.name)], [_("Räknad"), counted],
        [_("Noggrannhet"), str(ROUNDED)], [_("Dolda tal"), str(HIDDEN)],
        [_("Förlopp"), said(ABOUT)],
    ])  # fmt: skip
    waits = [said(name) for name in WAITS]
    yield Sheet(_("Steg"), [
        [_("Steg"), _("Aktör"), *waits],
        *([each.name, each.agency, *map(_cell, each.cells)] for each in found.steps),
    ])  # fmt: skip
    so_far = [said(name) for name in SO_FAR]
    yield Sheet(_("Väntar nu"), [
        [_("Steg"), _("Aktör"), *so_far],
        *([each.name, each.agency, *map(_cell, each.cells)] for each in found.waiting),
    ])  # fmt: skip
    for table in (found.limits, *found.gateways):
        yield _sheet(table)
    yield Sheet(_("Aktörer"), [
        [_("Aktör"), *waits], *([each.name, *map(_cell, each.cells)] for each in found.agencies),
    ])  # fmt: skip
    yield Sheet(_("Förlopp"), [
        [_("Förlopp"), _("Ärenden"), _("Dygn till sista steget")],
        *(_course(found, each) for each in courses),
    ])  # fmt: skip


def _sheet(table: Table) -> Sheet:
    heads = [said(name) for name in (table.layout.head, *table.columns)]
    lines = [[said(name), *map(_cell, cells)] for name, cells in table.lines]
    return Sheet(said(table.layout.title), [heads, *lines])


def _course(found: Analysis, seen: Seen) -> list[Cell]:
    names = {each.id: each.name for each in found.steps}
    return [" → ".join(names[step] for step in seen.steps), seen.number, seen.days[-1]]


def _cell(shown: Shown) -> Cell:
    return said(shown.text) if shown.value is None else shown.value
