"""What the fake engine remembers of papers: files, comments, proposals, what came of a task."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from engine.casebook.filetypes import clean_name, kind_of, problem
from engine.caseviews import AktEntry, ErrandLine
from engine.errors import Conflict, InvalidAnswers, NotFound, Outdated
from engine.model import Actor, Task
from engine.papers import COMMENT, Attachment, Note, Proposal, Signed, TaskPapers
from engine.views import DonePage, TimelineEntry
from tests.web.fake_protection import FakeReadings, FakeRetained, FakeTrail
from tests.web.fake_regions import FakeRegions
from tests.web.fake_sheets import FakeSheets

NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
BEFORE = (
    TimelineEntry(NOON, "Klar: Ta emot tipset", "Ada Ek", None, (("Tipset", "Påhittat."),)),
    TimelineEntry(NOON, "Ärendet öppnades", "Ada Ek"),
)


class FakePapers:
    """The parts of the fake engine that have to do with papers."""

    def begin_papers(self) -> None:
        self.papers_of: dict[str, TaskPapers] = {}
        self.files: dict[str, tuple[Attachment, bytes]] = {}
        self.approval: str | None = None
        self.versions: dict[str, int] = {}
        self.readings = FakeReadings()
        self.retained = FakeRetained()
        self.trail = FakeTrail()
        self.regions = self.regionfile = FakeRegions(self)
        self.sheets = FakeSheets(self)
        self.deskwork = self.approvals = self.taskfile = self.clock = self

    def now(self) -> datetime:
        return NOON

    def save_draft(
        self, actor: Actor, task_id: str, raw: Any, seen: Any = None, by_itself: bool = False
    ) -> int:
        version = self.versions.get(task_id, 0)
        if seen is not None and version and seen != version:
            raise Outdated("Utkastet har sparats från en annan sida.")
        self.did("draft", actor, task_id)
        self.drafts[task_id] = self.form.parse(raw)
        self.versions[task_id] = version + 1
        return version + 1

    def papers(self, actor: Actor, task: Task) -> TaskPapers:
        return self.papers_of.get(task.id, TaskPapers())

    def before(self, actor: Actor, task: Task) -> tuple[TimelineEntry, ...]:
        return BEFORE

    def done(self, actor: Actor, task_id: str) -> DonePage:
        if task_id in self.tasks or actor.agency != "socialtjansten":
            raise NotFound(task_id)
        lines = self.worklist(actor)
        return DonePage("Registrera misstanke", "c1", "SSP-2026-0142", NOON, lines[:1], lines[1:],
                        (), False, self.answers)  # fmt: skip

    def attach(self, actor: Actor, task_id: str, name: str, content: bytes) -> str:
        if found := problem(content):
            raise InvalidAnswers({"_bilaga": found})
        kind = kind_of(content)
        assert kind
        self.did("attach", actor, task_id)
        file = Attachment("f1", "c1", task_id, actor.agency, clean_name(name, kind), kind.name,
                          len(content), NOON, actor.id)  # fmt: skip
        self.files["f1"] = (file, content)
        self._add(task_id, attachments=(Signed(file, actor.name),))
        return "f1"

    def attachments(self, actor: Actor, case_id: str) -> tuple[Signed, ...]:
        return tuple(Signed(file, "Ada Ek") for file, _ in self.files.values())

    def attached(self, actor: Actor, attachment_id: str) -> tuple[Attachment, bytes]:
        if attachment_id not in self.files or actor.agency != "socialtjansten":
            raise NotFound(attachment_id)
        return self.files[attachment_id]

    def detach(self, actor: Actor, attachment_id: str) -> str:
        file = self.attached(actor, attachment_id)[0]
        self.did("detach", actor, attachment_id)
        self._add(file.task_id, attachments=())
        return file.task_id

    def comment(self, actor: Actor, task_id: str, text: str, _command: str | None = None) -> None:
        if not text.strip():
            raise InvalidAnswers({"_kommentar": "Skriv en kommentar"})
        self.did("comment", actor, task_id)
        note = Note("n1", "c1", task_id, actor.agency, COMMENT, text, NOON, actor.id)
        self._add(task_id, notes=(Signed(note, actor.name),))

    def reassign(self, actor: Actor, task_id: str, colleague_id: str, reason: str) -> None:
        if not reason.strip():
            raise InvalidAnswers({"_skal": "Skriv varför uppgiften byter handläggare"})
        self.did("reassign", actor, task_id, colleague_id)
        self._give(task_id, colleague_id)

    def follow_up(self, actor: Actor, task_id: str, day: date | None) -> None:
        if day and day < NOON.date():
            raise InvalidAnswers({"_bevaka": "Dagen måste vara 23 november 2026 eller senare"})
        self.did("follow_up", actor, task_id, day)
        self._add(task_id, follow_up=day)

    def propose(self, task_id: str, actor: Actor) -> None:
        answers: dict[str, Any] = {"akut_fara": "nej", "motivering": "Hon är rädd."}
        proposal = Proposal(task_id, "c1", actor.agency, {}, answers, NOON, actor.id)
        self._add(task_id, proposal=Signed(proposal, actor.name))

    def approve(
        self, actor: Actor, task_id: str, _command: str | None = None, confirmed: Any = ()
    ) -> None:
        if task_id not in self.papers_of:
            raise Conflict("Förslaget väntar inte längre.")
        self.did("approve", actor, task_id)
        del self.tasks[task_id]

    def send_back(self, actor: Actor, task_id: str, reason: str) -> None:
        own = self.papers_of[task_id].proposal.paper.actor == actor.id
        if not own and not reason.strip():
            raise InvalidAnswers({"_skal": "Skriv varför förslaget skickas tillbaka"})
        self.did("send_back", actor, task_id)
        self._add(task_id, proposal=None)

    def _add(self, task_id: str, **more: Any) -> None:
        self.papers_of[task_id] = replace(self.papers_of.get(task_id, TaskPapers()), **more)

    def akt(self, _actor: Actor, _case_id: str) -> tuple[AktEntry, ...]:
        return ()

    def open_errands(self, _actor: Actor, *, mine: bool = False) -> tuple[ErrandLine, ...]:
        return ()
