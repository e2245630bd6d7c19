"""A small set with what a case can be moved to, and cases of it that stand here and there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.errors import Conflict, NotAllowed, NotFound
from engine.model import Actor, Case, Instance, Task
from engine.modelling.moves import CaseMove
from engine.modelling.preview.outcome import Group, grouped
from engine.modelling.proposal import Proposal
from engine.ports import Unit
from tests.engine.bpmn.samples import bpmn, drawn, extras, node, timer, user
from tests.engine.modelling.small import END, FORM, LATE, LIVE, MAIN, NODES, START, Owners, moved

A, B, N = user("a"), user("b", lagrum="LVU 7 §"), user("n")
G, J = node("exclusiveGateway", "g", name="Vilket?"), node("exclusiveGateway", "j")
BASE = "g -> b : val == 'ja'\ng -> j : default\nlate -> n\nn -> end2\nstart -> a\n"
ENDS = [node("endEvent", "end2"), J, END]


def drawing(nodes: list[str], flows: str, *polices: str) -> str:
    return drawn(moved(bpmn("stod_och_skydd", nodes, flows, lane="socialtjansten"), *polices))


def late(length: str) -> str:
    return LATE.replace("P7D", length)


NEW_STEP = drawing(
    [START, A, user("ny"), G, B, LATE, N, *ENDS],
    BASE + "a -> ny\nny -> g\nb -> j\nj -> end", "b", "late", "ny",
)  # fmt: skip
"""A new step of the police, right after `a`."""
NO_B = drawing([START, A, G, user("c"), *ENDS[1:]],
               "start -> a\na -> g\ng -> c : val == 'ja'\ng -> j : default\nc -> j\nj -> end",
               "c")  # fmt: skip
"""`b` is gone; `c` stands there now."""
RENAMED = LIVE[MAIN].replace('name="B"', 'name="Beslut"')
OTHER_LANE = drawing(NODES, BASE + "a -> g\nb -> j\nj -> end")
"""`b` belongs to the social services."""
FLOWS = BASE + "a -> g\nb -> j\nj -> end"


def _timed(form: str) -> str:
    sent = node("boundaryEvent", "sent", extras({"frist": "DL-10"}) + timer("P7D"),
                attachedToRef="a", cancelActivity="false", name="Sent")  # fmt: skip
    nodes = [START, A, sent, user("m", form=form), node("endEvent", "end3"), G, B, LATE, N, *ENDS]
    flows = BASE + "a -> g\nb -> j\nj -> end\nsent -> m\nm -> end3"
    return drawing(nodes, flows, "b", "late")


TIMED = _timed("f")
"""`a` has got a limit on its border."""
ASKS_ELSE = {
    MAIN: _timed("m"),
    "forms/m.form": LIVE[FORM]
    .replace('"id": "f"', '"id": "m"')
    .replace('"skydd.variabel": "val"', '"skydd.variabel": "mer"'),
}
"""So it has, and what follows on it asks something else than `a`: both may be answered last."""
NO_LIMIT = drawing([START, A, G, B, *ENDS[1:]],
                   "start -> a\na -> g\ng -> b : val == 'ja'\ng -> j : default\nb -> j\nj -> end",
                   "b")  # fmt: skip
"""`b` has lost its limit."""


def within(length: str) -> dict[str, str]:
    """Return what changes when `b` is to be done within another time."""
    text = drawing([START, A, G, B, late(length), N, *ENDS], FLOWS, "b", "late")
    return {MAIN: text, "frister.toml": LIVE["frister.toml"].replace('"P7D"', f'"{length}"')}


Changed = str | Mapping[str, str]
"""What differs from what is live: the drawing, or files."""


def target(changed: Changed) -> ProcessSet:
    return read_process_set(LIVE | files(changed))


def files(changed: Changed) -> dict[str, str]:
    return {MAIN: changed} if isinstance(changed, str) else dict(changed)


class Fleet:
    """Cases of the small set: some at `a`, some at `b`."""

    def __init__(self, owners: Owners) -> None:
        self.owners, self.engine = owners, owners.engine

    def at_a(self) -> Case:
        return self.engine.casework.open_case(self.owners.soc)

    def at_b(self) -> Case:
        case = self.at_a()
        self.complete(case, self.owners.soc, "a")
        return case

    def complete(self, case: Case, actor: Actor, element: str, val: str = "ja") -> None:
        self.engine.casework.complete_task(actor, self.task(case, element).id, {"val": [val]})

    def instance(self, case: Case) -> Instance:
        with self.unit() as unit:
            (instance,) = unit.all_instances(case.id)
        return instance

    def task(self, case: Case, element: str) -> Task:
        return next(t for t in self.instance(case).tasks if t.element == element)

    def open(self, case: Case) -> list[str]:
        return sorted(t.element for t in self.instance(case).tasks)

    def kinds(self, case: Case) -> list[str]:
        with self.unit() as unit:
            return [e.kind for e in unit.log(case.id)]

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        with self.engine.store.transaction() as unit:
            yield unit

    def deviations(self, case: Case) -> tuple[str, ...]:
        return self.engine.upkeep.rebuild(case.id).deviations

    def groups(self, main: Changed) -> tuple[Group, ...]:
        """Try all on a set, and group them."""
        trying, new = self.engine.trying, target(main)
        found = [(case, trying.one(new, case)) for case in trying.running(new)]
        return grouped((case, trial.outcome) for case, trial in found if trial)

    def grade(self, case: Case, main: Changed) -> str:
        (found,) = [g for g in self.groups(main) if case.id in g.cases]
        return found.outcome.grade

    def proposed(self, main: Changed) -> Proposal:
        """Propose a set and try all cases on it."""
        draft = self.owners.draft(**files(main))
        proposal = self.engine.publishing.propose(self.owners.pia, draft.id, "Det behövs")
        self.engine.trying.begin(target(main))
        self.engine.trying.advance(target(main), 60)
        return proposal

    def choose(self, proposal: Proposal, choice: str, grade: str | None = None) -> None:
        for group in self.kept(proposal):
            if grade in (None, group.outcome.grade):
                self.engine.moving.choose(self.owners.pia, proposal.id, group.key, choice)

    def kept(self, proposal: Proposal) -> tuple[Group, ...]:
        with self.unit() as unit:
            return grouped(unit.moves.outcomes(proposal.version))

    def published(self, proposal: Proposal) -> Proposal:
        """Let everybody concerned approve, and do what was chosen."""
        self.owners.wait()
        approve = self.engine.publishing.approve
        for person in (self.owners.ola, self.owners.chef, self.owners.police_chef):
            with suppress(NotAllowed, NotFound, Conflict):  # not concerned by this change
                approve(person, proposal.id)
        done = self.proposal(proposal.id)
        self.execute(done)
        return done

    def execute(self, proposal: Proposal) -> None:
        found = self.engine.versions.published(proposal.version)
        assert self.engine.moving.execute(proposal, found, 60) == 0

    def proposal(self, proposal_id: str) -> Proposal:
        with self.unit() as unit:
            return unit.publications.proposal(proposal_id)

    def moves(self, proposal: Proposal) -> dict[str, CaseMove]:
        return self.moves_of(proposal.id)

    def moves_of(self, proposal_id: str) -> dict[str, CaseMove]:
        with self.unit() as unit:
            return {m.case_id: m for m in unit.moves.moves((), proposal_id)}
