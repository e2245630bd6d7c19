"""Published versions of the processes, and whether files of one's own would hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from flask import Response
from pydantic import Field

from engine.accounts.account import PROCESSES_CHECK, PROCESSES_READ
from engine.errors import ModelError, NotFound
from engine.modelling.sources import packed, uploaded
from engine.modelling.versions import VersionLine
from web.api.answering import Paged, Shape, page, part, plain, tagged
from web.api.asking import actor, engine
from web.api.room import api, needs

MOST_FILES = 1_000
ZIP = "application/zip"
TEXT = "text/plain"


class Version(Shape):
    """A published version of the processes."""

    version: str
    number: int
    at: datetime
    by: str
    reason: str | None
    live: bool
    retired: bool


class VersionList(Shape):
    """Versions, the one that applies first, then the newest."""

    items: tuple[Version, ...]
    next: str | None


class File(Shape):
    """A file of a set."""

    path: str
    sha256: str
    bytes: int


class WholeVersion(Version):
    """A version with its files."""

    files: tuple[File, ...]


class Files(Shape):
    """Files by their paths: a whole set, or what differs from what applies now."""

    files: dict[str, str] = Field(max_length=MOST_FILES)
    whole: bool = False


class Fault(Shape):
    """One thing that is wrong, in Swedish."""

    file: str
    element: str | None
    rule: str
    message: str


class Verdict(Shape):
    """Everything that is wrong; nothing if the set would hold."""

    findings: tuple[Fault, ...]


@api.get("/processes")
@needs(PROCESSES_READ)
@api.input(Paged, location="query")
@api.output(VersionList)
def versions(query_data: Paged) -> Response:
    """List the versions that were published."""
    items, after = part(engine().versions.lines(actor()), query_data)
    return page(VersionList, [Version(**_told(line)) for line in items], after)


@api.get("/processes/<version>")
@needs(PROCESSES_READ)
@api.output(WholeVersion)
def version(version: str) -> Response:
    """Tell a version and its files."""
    found, files = _line(version), engine().versions.files(version)
    return tagged(WholeVersion(**_told(found), files=files_of(files)))


@api.get("/processes/<version>/archive")
@needs(PROCESSES_READ, media=ZIP)
def archive(version: str) -> Response:
    """Hand out all files of a version as one archive."""
    return Response(packed(engine().versions.files(version)), content_type=ZIP)


@api.get("/processes/<version>/files/<path:path>")
@needs(PROCESSES_READ, media=TEXT)
def file(version: str, path: str) -> Response:
    """Hand out one file of a version."""
    files = engine().versions.files(version)
    if path not in files:
        raise NotFound(f"{path[:80]} is not in the version")
    return Response(files[path], content_type="text/plain; charset=utf-8")


@api.post("/processes/check")
@needs(PROCESSES_CHECK)
@api.input(Files)
@api.output(Verdict)
def check(json_data: Files) -> Response:
    """Tell everything that is wrong with files, at once. Nothing is kept."""
    try:
        given = uploaded([(path, text.encode()) for path, text in json_data.files.items()])
        live = {} if json_data.whole else engine().versions.files(_live())
        found = engine().drafts.check({**live, **given})
    except ModelError as error:
        found = error.findings
    return plain(Verdict(findings=tuple(Fault.model_validate(each) for each in found)))


def files_of(files: Mapping[str, str]) -> tuple[File, ...]:
    """Return what is told of files."""
    known = [(path, text.encode()) for path, text in sorted(files.items())]
    return tuple(
        File(path=path, sha256=sha256(data).hexdigest(), bytes=len(data)) for path, data in known
    )


def _live() -> str:
    return next(line.version for line in engine().versions.lines(actor()) if line.live)


def _line(version: str) -> VersionLine:
    for line in engine().versions.lines(actor()):
        if line.version == version:
            return line
    raise NotFound(f"version {version[:64]}")


def _told(line: VersionLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in Version.model_fields}
