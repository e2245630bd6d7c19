"""Cases in which every free text is a word of its own, so that it is known whose each word is."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.answers import TEXTS
from engine.bootstrap import Engine
from engine.model import Actor, Task
from engine.papers import Proposal
from tests.steps.desk import NAMES, Desk
from tests.web.secrets import ANSWERS, Case

WORD = re.compile(r"zq[a-z]{14}qz")
STEPS = 35
ADULT = ANSWERS | {
    "alderskategori": "vuxen", "skyddsbehov": "ja", "samtycke_svar": "givet", "vill_ha_skydd": "ja",
    "samtycke_iom": "givet", "intresse": "ja", "nsp_behov": "ja", "stallning": "samarbeta",
    "beslut_betanketid": "beviljas", "skyddsmarkering": "skyddad_folkbokforing",
}  # fmt: skip
CHILD = ANSWERS | {"skyddsmarkering": "skyddat_boende"}


@dataclass(frozen=True)
class Word:
    """Who wrote a word, where, and whether it tells who or where somebody is."""

    agency: str
    task_id: str
    key: str
    masked: bool


@dataclass
class Written:
    """Cases with their words."""

    engine: Engine
    words: dict[str, Word] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    """Each with what every agency keeps beside its tasks."""

    def lived(self, answers: Mapping[str, str], opener: str) -> None:
        """Open a case and let everybody work on it for a while, then leave drafts."""
        desk = Desk(self.engine, answers=dict(answers))
        desk.case_id = self.engine.casework.open_case(desk.person(opener)).id
        self.cases.append(Case(desk))
        for _ in range(STEPS):
            if not desk.tasks():
                break
            task = desk.tasks()[0]
            desk.complete(task, self._text(desk, task))
        for task in desk.tasks():
            typed = {key: [word] for key, word in self._text(desk, task).items()}
            person = desk.person(task.agency, task.role)
            self.engine.casework.save_draft(person, task.id, typed)
            self._beside(desk, task)

    def _beside(self, desk: Desk, task: Task) -> None:
        """Write in every other place where somebody may write about the case or the task."""
        engine, case, person = self.engine, task.case_id, desk.person(task.agency, task.role)

        def word() -> str:
            return self._word(Word(task.agency, task.id, "", masked=False))

        kept = self.cases[-1]
        file = engine.deskwork.attach(person, task.id, f"{word()}.txt", word().encode())
        kept.files[file] = task.agency
        engine.deskwork.comment(person, task.id, word())
        for colleague in self._colleagues(person, task):
            engine.deskwork.reassign(person, task.id, colleague.id, word())
        contact = {"roll": ["tolk"], "namn": [word()], "kontaktvag": [word()]}
        engine.contacts.add(person, case, contact)
        engine.errands.add(person, case, {"rubrik": [word()], "beskrivning": [word()]}, ())
        (*_, line), page = (
            engine.casetabs.contacts(person, case), engine.casefile.case_page(person, case)
        )  # fmt: skip
        kept.kept[task.agency] = (line.contact.id, page.errands[0].errand.id)
        engine.protection.ask_to_print(person, case, word())
        with engine.store.transaction() as unit:
            typed = {"skal": [word()]}
            unit.papers.propose(Proposal(task.id, case, task.agency, typed, {"skal": word()},
                                         engine.clock.now(), person.id))  # fmt: skip

    def _colleagues(self, person: Actor, task: Task) -> list[Actor]:
        """Return one other who could have the task, if there is one."""
        return [
            each for each in self.engine.queries.people()
            if each.agency == person.agency and each.id not in {person.id, task.assignee}
            and (task.role is None or task.role in each.roles)
        ][:1]  # fmt: skip

    def readers(self) -> dict[str, set[str]]:
        """Return who may read each word: the writer, and whoever it was handed over to."""
        allowed = {word: {known.agency} for word, known in self.words.items()}
        places = {(w.task_id, w.key): word for word, w in self.words.items()}
        for receiver, task_id, keys in self._handed():
            for key in keys:
                if (task_id, key) in places:
                    allowed[places[task_id, key]].add(receiver)
        return allowed

    def _text(self, desk: Desk, task: Task) -> dict[str, str]:
        owner = desk.person(task.agency, task.role)
        form = self.engine.queries.task_page(owner, task.id).form
        texts = {}
        for each in form.fields:
            if each.kind in TEXTS:
                known = Word(task.agency, task.id, each.key, each.masked)
                texts[each.key] = self._word(known)
        return texts

    def _word(self, known: Word) -> str:
        word = f"zq{''.join(random.choices('abcdefghijklmnop', k=14))}qz"  # noqa: S311
        self.words[word] = known
        return word

    def _handed(self) -> Iterator[tuple[str, str, list[str]]]:
        """Yield (receiver, task, keys) of everything that was handed over inside the system."""
        for case in self.cases:
            tasks = {}
            for entry in reversed(case.desk.log()):  # the hand-overs stand before their task
                if entry.kind == "task_completed":
                    tasks["now"] = entry.details["task_id"]
                if entry.kind == "disclosed" and entry.details["receiver"] in NAMES.values():
                    yield entry.details["receiver"], tasks["now"], entry.details["fields"]


def found_in(text: str) -> set[str]:
    """Return the words in a text."""
    return set(WORD.findall(text))
