"""What differs between a draft and what is live, or between two versions: in words and drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from engine.access import owns_processes
from engine.errors import ModelError
from engine.modelling.sources import packed
from engine.modelling.versions import NEW
from web.current import actor, engine
from web.diagrams import ALONE
from web.modelling import names

if TYPE_CHECKING:
    from engine.modelling.versions import Difference, VersionLine

pages = Blueprint("differences", __name__)


@dataclass(frozen=True)
class Drawn:
    """The address of a drawing with what differs."""

    process: str
    name: str
    side: str
    address: str

    @property
    def new(self) -> bool:
        """Whether it shows the newer of the two."""
        return self.side == NEW


def drawings(difference: Difference, endpoint: str, **values: str) -> list[Drawn]:
    """Return the drawings of a difference, with where each is fetched."""
    return [
        Drawn(process, name, side, _address(endpoint, values, process=process, sida=side))
        for process, name, sides in difference.drawn() for side in sides
    ]  # fmt: skip


def _address(endpoint: str, values: Mapping[str, str], **more: str) -> str:
    everything: dict[str, Any] = {**values, **more}
    return url_for(endpoint, **everything)


def svg(difference: Difference, process: str) -> Response:
    """Return one drawing of a difference."""
    drawing = difference.picture(process, request.args.get("sida", NEW))
    return Response(drawing, mimetype="image/svg+xml", headers=ALONE)


@pages.get("/utkast/<draft_id>/skillnad")
def draft(draft_id: str) -> ResponseReturnValue:
    """Show what a draft changes of what is live, and whom it concerns."""
    page = engine().drafts.read_draft(actor(), draft_id)
    try:
        difference = engine().versions.of_draft(actor(), draft_id)
    except ModelError:
        return render_template("modelling/difference.html", draft=page.draft, page=page)
    drawn = drawings(difference, ".draft_drawing", draft_id=draft_id)
    return render_template(
        "modelling/difference.html", draft=page.draft, page=page, difference=difference,
        drawn=drawn,
    )  # fmt: skip


@pages.get("/utkast/<draft_id>/skillnad/<process>.svg")
def draft_drawing(draft_id: str, process: str) -> Response:
    """Return a drawing of what a draft changes, or of what is live (`sida=fore`)."""
    return svg(engine().versions.of_draft(actor(), draft_id), process)


@pages.get("/versioner")
def versions() -> ResponseReturnValue:
    """List the versions: who published each, when and why; and what waits to be approved."""
    return render_template(
        "modelling/versions.html", lines=engine().versions.lines(actor()), names=names(),
        waiting=engine().versions.waiting(actor()), history=engine().versions.history(),
        owner=owns_processes(actor()), agencies=engine().versions.agencies(),
    )  # fmt: skip


@pages.get("/versioner/<version>")
def version(version: str) -> ResponseReturnValue:
    """Show a version, and what it changed of the one before or of another (`mot`)."""
    lines = engine().versions.lines(actor())
    line = found(lines, version)
    against = request.args.get("mot") or line.previous
    difference = engine().versions.between(version, against) if against else None
    drawn = []
    if difference and against:
        drawn = drawings(difference, ".version_drawing", version=version, mot=against)
    return render_template(
        "modelling/version.html", line=line, lines=lines, against=against, names=names(),
        difference=difference, drawn=drawn, owner=owns_processes(actor()), typed={}, problems={},
    )  # fmt: skip


@pages.get("/versioner/<version>/<process>.svg")
def version_drawing(version: str, process: str) -> Response:
    """Return a drawing of what differs between two versions."""
    return svg(engine().versions.between(version, request.args.get("mot", "")), process)


@pages.get("/versioner/<version>/hamta")
def download(version: str) -> ResponseReturnValue:
    """Hand out the files of a version as one archive."""
    archive = BytesIO(packed(engine().versions.files(version)))
    return send_file(archive, "application/zip", as_attachment=True,
                     download_name=f"processer-{version[:12]}.zip")  # fmt: skip


def found(lines: tuple[VersionLine, ...], version: str) -> VersionLine:
    """Return the line of a version, or raise NotFound."""
    engine().versions.files(version)
    return next(line for line in lines if line.version == version)
