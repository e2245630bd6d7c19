"""What the fake engine knows of substitutes, jäv, load and notices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from engine.errors import InvalidAnswers, NotFound
from engine.model import Actor
from engine.staff.conflicts import Disqualification, require_reason
from engine.staff.notices import Mailbox, NoticeLine
from engine.staff.substitution import Substitution
from engine.staff.workload import Load
from engine.views import TaskLine

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
ARRANGED = Substitution("s1", "bo", "ada", "socialtjansten", date(2026, 11, 20),
                        date(2026, 11, 27), "semester", "bo", AT)  # fmt: skip
BARRED = Disqualification("j1", "c1", "bo", "socialtjansten", "Granne till en part.", "ada", AT)
LINES = (
    NoticeLine("n1", "Du har fått en uppgift", AT, True, "c1", "SSP-2026-0142", "u2",
               "Kalla till samverkansmöte"),
    NoticeLine("n2", "Nya uppgifter har kommit in i ett ärende", AT, False, "c1",
               "SSP-2026-0142", None, None),
    NoticeLine("n3", "Du är ersättare för en kollega från och med nu", AT, False, None, None,
               None, None),
)  # fmt: skip


@dataclass
class FakeStaff:
    """Every part about people at once; what it is asked to do, the engine remembers."""

    engine: Any
    people: Sequence[Actor]
    problems: dict[str, str] = field(default_factory=dict)
    outcomes: tuple[str | None, ...] = (None, "Kollegan har redan uppgiften.")
    kept: Mailbox = field(default_factory=Mailbox)
    waiting: tuple[NoticeLine, ...] = LINES
    arranged: list[Substitution] = field(default_factory=lambda: [ARRANGED])

    def __call__(self, reader: Actor) -> list[Substitution]:
        return self.arranged

    def colleagues(self, reader: Actor) -> list[Actor]:
        return [each for each in self.people if each.agency == reader.agency]

    def absents(self, reader: Actor) -> list[Actor]:
        away = {s.absent for s in self.arranged if s.substitute == reader.id}
        return [each for each in self.people if each.id in away]

    def tasks_in_place_of(self, reader: Actor, absents: Sequence[Actor]) -> tuple[TaskLine, ...]:
        held = {absent.id for absent in absents}
        return tuple(x for x in self.engine.worklist(reader) if x.task.assignee in held)

    def arrange(
        self, actor: Actor, absent: str, substitute: str, days: Any, reason: str, _command: Any
    ) -> None:
        if self.problems:
            raise InvalidAnswers(self.problems)
        self.engine.did("arrange", actor, absent, substitute, *days, reason)

    def end(self, actor: Actor, substitution_id: str) -> None:
        self.engine.did("end", actor, substitution_id)

    def disqualify(
        self, actor: Actor, case_id: str, person: str, reason: str, _command: Any
    ) -> None:
        self.engine.did("disqualify", actor, case_id, person, require_reason(reason))

    def lift(self, actor: Actor, case_id: str, disqualification_id: str) -> None:
        self.engine.did("lift", actor, case_id, disqualification_id)

    def disqualified(self, reader: Actor, case_id: str) -> Iterator[Disqualification]:
        yield BARRED

    def loads(self, reader: Actor) -> tuple[Load, ...]:
        if "chef" not in reader.roles:
            raise NotFound("load")
        ada, bo = self.colleagues(reader)
        return (Load(ada, 1, 1, 0), Load(bo, 1, 0, 1, away=True))

    def tasks(self, reader: Actor, holder: str | None) -> tuple[TaskLine, ...]:
        return tuple(x for x in self.engine.worklist(reader) if x.task.assignee == holder)

    def distribute(
        self, actor: Actor, task_ids: Sequence[str], colleague: str
    ) -> list[tuple[str, str | None]]:
        self.engine.did("distribute", actor, tuple(task_ids), colleague)
        return list(zip(task_ids, self.outcomes, strict=False))

    def unread(self, reader: Actor) -> int:
        return sum(line.new for line in self.waiting)

    def lines(self, reader: Actor) -> tuple[NoticeLine, ...]:
        return self.waiting

    def opened(self, reader: Actor, notice_id: str) -> NoticeLine:
        found = [line for line in self.waiting if line.id == notice_id]
        if not found:
            raise NotFound(notice_id)
        self.engine.did("opened", reader, notice_id)
        return found[0]

    def read_all(self, reader: Actor) -> None:
        self.engine.did("read_all", reader)

    def mailbox(self, reader: Actor) -> Mailbox:
        return self.kept

    def keep_mailbox(self, reader: Actor, mailbox: Mailbox) -> None:
        self.kept = mailbox
