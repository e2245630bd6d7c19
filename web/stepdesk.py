"""A diagram of a draft as one request finds it, and how a change of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import redirect, request
from flask import url_for as address
from flask.typing import ResponseReturnValue

from engine.errors import Conflict, InvalidAnswers, NotFound, Overtaken
from engine.modelling.choices import Choices, choices_in
from engine.modelling.draft import DraftFile, DraftPage
from engine.modelling.table.rows import Row, Table, Way, read_table
from web.current import actor, engine, tell
from web.language import lazy
from web.stepforms import ENDS, KINDS

UNSAVABLE = lazy("Något du skrev har ett tecken som inte kan stå i ett diagram. Skriv om det.")


@dataclass(frozen=True)
class Desk:
    """A diagram of a draft, as one request finds it."""

    page: DraftPage
    file: DraftFile
    table: Table
    choices: Choices

    def row(self, element: str) -> Row:
        """Return a step, or raise NotFound."""
        if (row := self.table.row(element)) is None:
            raise NotFound(f"{element[:80]} is not in {self.file.path}")
        return row

    def before(self, flow: str) -> tuple[Row, Way]:
        """Return the step that a way leaves, and the way; or raise NotFound."""
        for row in self.table.rows:
            for way in row.ways:
                if way.id == flow:
                    return row, way
        raise NotFound(f"{flow[:80]} is not in {self.file.path}")

    def steps(self) -> dict[str, str]:
        """Return what a way may lead to: id → what people call it, and whose it is."""
        here = (row for row in self.table.rows if row.kind not in ("startEvent", "boundaryEvent"))
        return {row.id: f"{row.name or f'{KINDS[row.kind]} {row.id}'} – "
                f"{self.choices.agencies.get(row.agency, row.agency)}" for row in here}  # fmt: skip

    def common(self) -> dict[str, object]:
        """Return what every page about it needs."""
        return {"draft": self.page.draft, "file": self.file, "table": self.table,
                "choices": self.choices, "kinds": KINDS, "ends": ENDS,
                "steps": self.steps()}  # fmt: skip


def reading(draft_id: str, path: str) -> Desk:
    """Return a diagram of a draft. Raises NotFound, or ModelError for what cannot be read."""
    return desk_of(engine().drafts.read_files(actor(), draft_id), path)


def desk_of(page: DraftPage, path: str) -> Desk:
    """Return a diagram of a draft that was read. Raises NotFound."""
    if not path.endswith(".bpmn"):
        raise NotFound(f"{path[:80]} is no diagram")
    file = page.file(path)
    return Desk(page, file, read_table(path, file.content), choices_in(page.files))


def kept(
    desk: Desk, changed: Callable[[], str], again: Callable[..., str], place: str | list[str],
    said: str,
) -> ResponseReturnValue:  # fmt: skip
    """Save what was changed over what the person has seen, or show their form again."""
    seen, draft, file = request.form.get("hash", ""), desk.page.draft, desk.file
    try:
        if seen != file.digest:
            return again({}, Overtaken("", file.content, file.digest, file.author, file.at)), 409
        engine().drafts.save_file(actor(), draft.id, file.path, _as_xml(changed), seen)
    except InvalidAnswers as error:
        return again(dict(error.problems)), 422
    except Overtaken as error:
        return again({}, error), 409
    except Conflict as error:
        return again({"steg": str(error)}), 409
    tell(said)
    anchor = place if isinstance(place, str) else "".join(place[:1])
    back = address("steps.table", draft_id=draft.id, path=file.path, _anchor=anchor or None)
    return redirect(back, 303)


def _as_xml(changed: Callable[[], str]) -> str:
    """Return the changed diagram. Raises InvalidAnswers for a sign that XML has no place for."""
    try:
        return changed()
    except ValueError as error:
        if "XML compatible" not in str(error):
            raise
        raise InvalidAnswers({"steg": str(UNSAVABLE)}) from error
