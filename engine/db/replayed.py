"""The history of a case for one reader, read off its log: what is played back on the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from engine.access import may_audit
from engine.audit.history import Telling
from engine.audit.moments import Drawing, History
from engine.db.casefile import CaseFile
from engine.db.log import opened
from engine.db.tables import events
from engine.errors import NotFound
from engine.model import Actor, Case
from engine.secrecy.vault import Vault
from engine.timeline import Timeline

END = 10**9


@dataclass(frozen=True)
class Replayed:
    """Reads histories, filtered for the reader as everything else of a case is."""

    casefile: CaseFile

    def history(self, actor: Actor, case_id: str) -> tuple[Case, History]:
        """Return a case and its history; NotFound where the reader's agency takes no part.

        Who reviews the log is also shown that there are other entries, and no more of them.
        """
        with self.casefile.queries.database.connect() as connection:
            case = self.casefile.require(connection, actor, case_id)
            known = self.casefile.own_log(connection, actor, case_id)
            whole = _skeleton(connection, case_id) if may_audit(actor) else ()
            started = _started(connection, self.casefile.queries.vault, case_id)
        models = self.casefile.queries.models
        telling = Telling(Timeline(models.registers(case.version)), models, started)
        return case, telling.history(known, whole)

    def drawing(self, actor: Actor, case_id: str, drawing_id: str) -> tuple[Drawing, History]:
        """Return a drawing of a history, with the history; NotFound if there is none."""
        _, history = self.history(actor, case_id)
        found = history.drawing(drawing_id, 0)
        if found is None:
            raise NotFound(f"drawing {drawing_id}")
        return found, history

    def diagram(self, actor: Actor, case_id: str, drawing_id: str) -> str:
        """Return a drawing as BPMN XML, in the version that was in force."""
        found, _ = self.drawing(actor, case_id, drawing_id)
        return self.casefile.queries.models.drawing(found.version, found.process)

    def picture(self, actor: Actor, case_id: str, drawing_id: str, number: int) -> str:
        """Return a drawing as SVG, marked as it stood after an entry."""
        found, history = self.drawing(actor, case_id, drawing_id)
        marks = history.marks(number, found.id)
        return self.casefile.queries.models.picture(found.version, found.process, marks)

    def pictures(
        self, actor: Actor, case_id: str
    ) -> tuple[History, tuple[tuple[Drawing, str], ...]]:
        """Return a history, and all its drawings as SVG, marked as they stand after its end."""
        _, history = self.history(actor, case_id)
        models = self.casefile.queries.models
        return history, tuple(
            (each, models.picture(each.version, each.process, history.marks(END, each.id)))
            for each in history.drawings
        )

    def log(self, actor: Actor, case_id: str) -> tuple[Case, Sequence[Mapping[str, Any]]]:
        """Return the entries of a case that the reader may know of, with their facts."""
        with self.casefile.queries.database.connect() as connection:
            case = self.casefile.require(connection, actor, case_id)
            return case, self.casefile.own_log(connection, actor, case_id)

    def titles(self, case: Case) -> Callable[[Mapping[str, Any]], str | None]:
        """Return what says in words what an entry of a case is; None for what is not told."""
        timeline = Timeline(self.casefile.queries.models.registers(case.version))

        def title(row: Mapping[str, Any]) -> str | None:
            told = next(iter(timeline.entries([row], {})), None)
            return told.title if told else None

        return title


def _skeleton(connection: Connection, case_id: str) -> list[tuple[int, str | None]]:
    query = select(events.c.sequence, events.c.agency).where(events.c.case_id == case_id)
    found = connection.execute(query.order_by(events.c.sequence))
    return [(row.sequence, row.agency) for row in found]


def _started(connection: Connection, vault: Vault, case_id: str) -> dict[str, tuple[str, str]]:
    """Return the version that each instance began with, by the log, and its process."""
    begun = (events.c.case_id == case_id) & (events.c.kind == "instance_started")
    found = opened(vault, connection.execute(select(events).where(begun)).mappings())
    return {row["instance_id"]: (row["details"]["version"], row["details"]["process"])
            for row in found}  # fmt: skip
