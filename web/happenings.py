"""What may happen in a process, added to its table with plain forms.

Of a way: waits, what is sent, the first thing that happens, branches. Of a step: what may happen
meanwhile, one more event to wait for, one more branch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from engine.errors import NotFound, Overtaken
from engine.modelling.table import happenings
from engine.modelling.table.rows import Row, Way
from web import happeningforms as ask
from web.happeningforms import BORDER, SENDING, WAIT, Part, sent_branch, sent_event
from web.language import _, lazy
from web.modelling import names
from web.stepdesk import Desk, kept, reading
from web.stepforms import KINDS

ONLY_ONE = lazy(
    "Processen väntar på flera saker. Den första som händer avgör, de andra gäller inte mer."
)

View = Callable[..., ResponseReturnValue]

pages = Blueprint("happenings", __name__)


@dataclass(frozen=True)
class Place:
    """Where something is added: on a way, or at a step."""

    desk: Desk
    row: Row
    way: Way | None

    @property
    def id(self) -> str:
        """Return the id of the way or the step."""
        return self.way.id if self.way else self.row.id


@dataclass(frozen=True)
class Adding:
    """A thing that can be added: what it is called, what is asked, and how it is put in."""

    title: str
    lead: str
    asked: Callable[[Place], list[Part]]
    add: Callable[[Place, str, str], tuple[str, str]]
    """(place, path, text) → the new text and the new id."""
    at: tuple[str, ...] = ()
    """The kinds of steps that it is added to; none: it is put in on a way."""


def _after(place: Place) -> str:
    way = place.way
    return (way.name or str(KINDS.get(way.kind, way.target))) if way else ""


def _first(place: Place, path: str, text: str) -> tuple[str, str]:
    events = [sent_event(WAIT, place.desk, number) for number in ("1", "2")]
    return happenings.add_first(path, text, place.id, request.form.get("namn", ""), events)


def _parallel(place: Place, path: str, text: str) -> tuple[str, str]:
    branches = [sent_branch(place.desk, number) for number in ("1", "2")]
    return happenings.add_parallel(path, text, place.id, branches)


def _border(place: Place, path: str, text: str) -> tuple[str, str]:
    ends = request.form.get("avbryter") != "nej"
    new = sent_event(BORDER, place.desk)
    return happenings.add_border(path, text, place.id, new, interrupting=ends)


def _branch(place: Place, path: str, text: str) -> tuple[str, str]:
    target = request.form.get("till", "")
    return happenings.add_branch(path, text, place.id, sent_branch(place.desk), target)


ADDINGS = {
    "wait": Adding(
        lazy("Vänta på något"),
        lazy("Processen står still här tills det händer."),
        lambda place: ask.of_way(WAIT, place.desk),
        lambda place, path, text: happenings.add_wait(
            path, text, place.id, sent_event(WAIT, place.desk)
        ),
    ),
    "send": Adding(
        lazy("Skicka något"),
        lazy(
            "Ett meddelande når en process i ärendet som väntar på det, eller startar en. En "
            "signal når alla som väntar på den just då."
        ),
        lambda place: ask.of_way(SENDING, place.desk),
        lambda place, path, text: happenings.add_sending(
            path, text, place.id, sent_event(SENDING, place.desk)
        ),
    ),
    "first": Adding(
        lazy("Det som händer först avgör"),
        ONLY_ONE,
        lambda place: ask.of_first(place.desk, _after(place)),
        _first,
    ),
    "parallel": Adding(
        lazy("Gör flera saker parallellt"),
        lazy(
            "Grenarna görs i vilken ordning som helst, och processen går vidare när alla är klara. "
            "Vad stegen ska ha mer, som formulär, väljs på deras egna sidor."
        ),
        lambda place: ask.of_parallel(place.desk),
        _parallel,
    ),
    "border": Adding(
        lazy("Något som kan hända under tiden"),
        lazy("Det gäller så länge steget är öppet."),
        lambda place: ask.of_border(place.desk),
        _border,
        happenings.HOSTS,
    ),
    "event": Adding(
        lazy("En händelse till att vänta på"),
        ONLY_ONE,
        lambda place: ask.of_event(place.desk),
        lambda place, path, text: happenings.add_event(
            path, text, place.id, sent_event(WAIT, place.desk)
        ),
        ("eventBasedGateway",),
    ),
    "branch": Adding(
        lazy("En gren till"),
        lazy(
            "Den görs samtidigt som de andra. Leder den dit grenarna möts väntar de på den också."
        ),
        lambda place: ask.of_branch(place.desk),
        _branch,
        ("parallelGateway",),
    ),
}  # fmt: skip
SLUGS = {
    "wait": "vanta", "send": "skicka", "first": "forst", "parallel": "parallellt",
    "border": "under-tiden", "event": "handelse", "branch": "gren",
}  # fmt: skip
"""What each is called in addresses."""


def show(kind: str, draft_id: str, path: str, **at: str) -> ResponseReturnValue:
    """Show the form of something to add."""
    found = _place(ADDINGS[kind], reading(draft_id, path), **at)
    return _page(ADDINGS[kind], found, ask.begun(found.row))


def take(kind: str, draft_id: str, path: str, **at: str) -> ResponseReturnValue:
    """Add it."""
    adding, desk = ADDINGS[kind], reading(draft_id, path)
    found = _place(adding, desk, **at)
    made: list[str] = []

    def added() -> str:
        text, element = adding.add(found, path, desk.file.content)
        made.append(element)
        return text

    def again(problems: dict[str, str], overtaken: Overtaken | None = None) -> str:
        return _page(adding, found, request.form.to_dict(), problems, overtaken)

    return kept(desk, added, again, made, _("Det är tillagt."))


def _place(adding: Adding, desk: Desk, flow: str = "", element: str = "") -> Place:
    if flow:
        return Place(desk, *desk.before(flow))
    row = desk.row(element)
    if row.kind not in adding.at:
        raise NotFound(f"nothing of the kind is added to {element[:80]}")
    return Place(desk, row, None)


def _page(
    adding: Adding, place: Place, typed: dict[str, str], problems: dict[str, str] | None = None,
    overtaken: Overtaken | None = None,
) -> str:  # fmt: skip
    return render_template(
        "modelling/happening.html", **place.desk.common(), title=adding.title, lead=adding.lead,
        row=place.row, way=place.way, asked=adding.asked(place), typed=typed,
        problems=problems or {}, overtaken=overtaken, names=names(),
    )  # fmt: skip


def _register() -> None:
    for kind, adding in ADDINGS.items():
        at = "<element>" if adding.at else "ny/<flow>"
        address = f"/utkast/<draft_id>/steg/<path>/{at}/{SLUGS[kind]}"
        pages.add_url_rule(address, kind, _of(kind, show))
        pages.add_url_rule(address, f"add_{kind}", _of(kind, take), methods=["POST"])


def _of(kind: str, view: View) -> View:
    @wraps(view)
    def of_kind(draft_id: str, path: str, **at: str) -> ResponseReturnValue:
        return view(kind, draft_id, path, **at)

    return of_kind


_register()
