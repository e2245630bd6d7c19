"""The consents of a case as one reader may know them: what concerns their agency, or it asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from engine.casebook import consents
from engine.casebook.consents import PURPOSES, Answer, Purpose
from engine.caseviews import ConsentLine, ConsentStep
from engine.db.casefile import CaseFile
from engine.db.log import opened
from engine.db.tables import events, people, records
from engine.model import Actor, Case
from engine.views import TaskLine

ELSEWHERE = "Registrerat av en annan aktör"
PAGE = "Registrerat på ärendesidan"


@dataclass(frozen=True)
class ConsentFile:
    """Reads the consents of a case."""

    casefile: CaseFile

    def lines(self, actor: Actor, case_id: str) -> tuple[ConsentLine, ...]:
        """Return the purposes that the reader may know of. Raises NotFound."""
        page = self.casefile.case_page(actor, case_id, {"tasks"})
        with self.casefile.queries.database.connect() as connection:
            log = opened(self.casefile.queries.vault, _setting(connection, case_id))
            kept = _own_records(connection, actor, case_id)
        found = ((each, consents.answers_in(log, each)) for each in PURPOSES.values())
        return tuple(
            self._line(actor, page.case, purpose, answers, kept, page.tasks)
            for purpose, answers in found
            if consents.may_know(actor.agency, purpose, answers)
        )

    def _line(
        self, actor: Actor, case: Case, purpose: Purpose, answers: Sequence[Answer],
        kept: dict[str, str], tasks: Sequence[TaskLine],
    ) -> ConsentLine:  # fmt: skip
        registers = self.casefile.queries.models.registers(case.version)
        value = answers[-1].value if answers else consents.NOT_ASKED
        may = (
            case.closed_at is None
            and actor.agency in registers.messages[consents.EVENT].registered_by
        )
        given = value == consents.GIVEN
        told = [a for a in answers if a.agency == actor.agency or a.value != consents.NOT_ASKED]
        steps = [_step(actor, answer, kept) for answer in reversed(told)]
        return ConsentLine(
            purpose.code, purpose.name, value, consents.VALUES[value], tuple(steps),
            may and given, may and not given and consents.may_answer(registers, purpose),
            tuple(self._asking(case, purpose, tasks)) if not given else (),
        )  # fmt: skip

    def _asking(
        self, case: Case, purpose: Purpose, tasks: Sequence[TaskLine]
    ) -> Iterator[tuple[str, str]]:
        for line in tasks:
            form = self.casefile.queries.models.form(case.version, line.task.form)
            if form and any(field.variable == purpose.variable for field in form.fields):
                yield line.task.id, line.task.name


def _step(actor: Actor, answer: Answer, kept: dict[str, str]) -> ConsentStep:
    entry = answer.entry
    value = consents.VALUES[answer.value]
    if answer.agency != actor.agency:
        return ConsentStep(answer.at, value, ELSEWHERE, None)
    on_page = entry["kind"] == "consent_answered"
    source = PAGE if on_page else f"Svar i ”{entry['details'].get('name', '')}”"
    return ConsentStep(answer.at, value, source, entry["person"], kept.get(entry["task_id"]))


def _setting(connection: Connection, case_id: str) -> Sequence[RowMapping]:
    """Return the entries that may have set a variable, whoever's they are: see `may_know`."""
    kinds = ("task_completed", "consent_answered", "message_caught", "timer_fired")
    query = (
        select(events, people.c.name.label("person"))
        .join_from(events, people, people.c.id == events.c.actor, isouter=True)
        .where(events.c.case_id == case_id, events.c.kind.in_(kinds))
        .order_by(events.c.sequence)
    )
    return connection.execute(query).mappings().all()


def _own_records(connection: Connection, actor: Actor, case_id: str) -> dict[str, str]:
    mine = (records.c.case_id == case_id) & (records.c.agency == actor.agency)
    query = select(records.c.task_id, records.c.id).where(mine)
    return {row.task_id: row.id for row in connection.execute(query)}
