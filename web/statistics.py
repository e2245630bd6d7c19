"""Statistics: tables and charts of many cases, never one; and files of the same numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from engine import access
from engine.counts import spreadsheet, statistics
from engine.counts.spreadsheet import Sheet
from engine.errors import NotFound
from engine.texts import swedish_month
from web import swedish
from web.current import actor, engine
from web.language import _, briefly, lazy, said

if TYPE_CHECKING:
    from engine.counts.counting import Report
    from engine.counts.statistics import Line, Period, Table

OWN = "egen"
ALL = "alla"
LONG = 14
"""Rows that are shown even when some of them are zeros throughout."""
PROBLEM = lazy("Välj en period på minst tre hela månader, och den första månaden före den sista")
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
EXACT = lazy("Talen är exakta, utom dem som döljs.")
ROUNDED = lazy(
    "Talen är avrundade till närmaste femtal, så summor kan skilja sig åt. Exakta tal visas bara "
    "för hela kalenderår som är slut."
)
HIDDEN = lazy(
    "”Färre än 5” är 0 till 4. ”Visas inte” är 5 eller mer, men talet skulle avslöja ett mindre. "
    "En nolla visas bara i en grupp om minst fem."
)
LEFT_OUT = lazy(
    "Kön, vilket land någon är medborgare i och vilken kommun finns inte bland de uppgifter som "
    "processen för vidare, och kan därför inte redovisas."
)

pages = Blueprint("statistics", __name__)


@pages.get("/statistik")
def report() -> ResponseReturnValue:
    """Show the figures of a period, as far as the reader may see them."""
    chosen, problem = _period(), None
    if chosen is None:
        chosen, problem = statistics.year(engine().counting.today().year), PROBLEM
    shown = engine().counting.report(actor(), _view(), chosen)
    found = _tables(shown)
    page = render_template(
        "statistics/report.html", report=shown, views=_views(), problem=problem,
        charts={each.layout.id: drawn for each in found if (drawn := _chart(each))},
        told=_told, table=request.args.get("tabell", ""), tables=found,
        note=EXACT if shown.exact else ROUNDED, hidden=HIDDEN, left_out=LEFT_OUT, own=OWN, all=ALL,
        choices=statistics.choices(engine().counting.today()), asked=_asked(),
        months=_months(),
    )  # fmt: skip
    return page, 422 if problem else 200


@pages.post("/statistik/fil")
def file() -> ResponseReturnValue:
    """Hand out the figures as a file; that they were taken is noted."""
    kind, chosen = request.values.get("format", ""), _period()
    if chosen is None or kind not in KINDS:
        raise NotFound("no such file of statistics")
    taken = engine().counting.take_out(actor(), _view(), chosen, kind)
    sheets = list(_sheets(taken))
    content = spreadsheet.xlsx_of(sheets) if kind == "xlsx" else spreadsheet.csv_of(sheets)
    name = f"statistik-{taken.view}-{taken.period.first}-{taken.period.last}.{kind}"
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(content, mimetype=KINDS[kind], headers=headers)


def _asked() -> dict[str, str]:
    """Return what was asked for, by the names of the form."""
    this_year = str(engine().counting.today().year)
    asked = {name: request.values.get(name, "") for name in ("period", "fran", "till", "urval")}
    return asked | {"period": asked["period"] or this_year}


def _period() -> Period | None:
    asked = _asked()
    return statistics.period(asked["period"], asked["fran"], asked["till"])


def _views() -> dict[str, str]:
    from engine.counts.counting import VIEWS  # noqa: PLC0415  (it brings the whole engine with it)

    return {view: said(VIEWS[view]) for view in access.statistics_of(actor())}


def _months() -> list[tuple[str, str]]:
    """Return the months that a period can begin and end with, and their names."""
    found = statistics.months(engine().counting.today())
    return [(month, briefly(swedish_month(month))) for month in found]


def _view() -> str:
    """Return the view asked for, else the widest that the reader may see."""
    return request.values.get("urval", "") or next(iter(access.statistics_of(actor())), "")


def _tables(shown: Report) -> Sequence[Table]:
    """Return the table that the address names, or all of them; the first if it names none."""
    asked = request.args.get("tabell", "")
    found = [table for table in shown.tables if asked in {table.layout.id, ALL}]
    return found or shown.tables[:1]


def _told(table: Table) -> list[Line]:
    """Return the lines of a table; of a long one only those that are not open zeros throughout."""
    if len(table.lines) <= LONG:
        return list(table.lines)
    return [line for line in table.lines if any(cell.value != 0 for cell in line[1])]


def _chart(table: Table) -> str | None:
    """Return what a chart is drawn from, without zeros and what is hidden; None if that is all."""
    columns = [name for name in table.columns if name != statistics.TOTAL] or list(table.columns)
    lines = [(name, cells) for name, cells in table.lines if name != statistics.TOTAL]
    drawn = [(name, cells[: len(columns)]) for name, cells in lines]
    kept = [(name, cells) for name, cells in drawn if any(each.value for each in cells)]
    if not kept:
        return None
    series = [
        {"name": said(column), "values": [cells[n].value or None for _name, cells in kept]}
        for n, column in enumerate(columns)
    ]
    title = said(table.layout.title)
    return json.dumps({
        "title": title, "rows": [said(name) for name, _cells in kept],
        "series": [each for each in series if any(each["values"])],
        "spoken": _("Stapeldiagram. %(title)s. {numbers}. Alla tal finns i tabellen nedanför.",
                    title=title),
    })  # fmt: skip


def _sheets(taken: Report) -> Iterator[Sheet]:
    """Yield the definitions first, then a sheet for each table."""
    counted = swedish.day(taken.counted_at) if taken.counted_at else _("aldrig")
    yield Sheet(_("Om statistiken"), [
        [_("Statistik ur Skyddsprocessen"), ""],
        [_("Urval"), said(taken.name)],
        [_("Period"), briefly(taken.period.name)],
        [_("Räknad"), counted],
        [_("Uttagen"), swedish.day(engine().counting.today())],
        [_("Noggrannhet"), str(EXACT if taken.exact else ROUNDED)],
        [_("Dolda tal"), str(HIDDEN)],
        [_("Saknas"), str(LEFT_OUT)],
        ["", ""],
        [_("Tabell"), _("Vad som räknas")],
        *([said(table.layout.title), said(table.layout.about)] for table in taken.tables),
    ], frozenset({0, 9}))  # fmt: skip
    for table in taken.tables:
        heads = [said(name) for name in (table.layout.head, *table.columns)]
        lines = [[said(name), *map(_cell, cells)] for name, cells in table.lines]
        yield Sheet(said(table.layout.title), [heads, *lines], frozenset({0}))


def _cell(shown: statistics.Shown) -> spreadsheet.Cell:
    return said(shown.text) if shown.value is None else shown.value
