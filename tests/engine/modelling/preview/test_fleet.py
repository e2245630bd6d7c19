"""What is foreseen for a case is what becomes of it, for every case of a fleet drawn by lot."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from engine.bpmn.definitions import ProcessSet
from engine.bpmn.workflow import SpiffProcesses
from engine.modelling.carrying import carry, carry_back
from engine.modelling.moves import WAITING, CaseMove
from engine.modelling.preview.outcome import IMPOSSIBLE
from engine.modelling.preview.predict import Predictor, Trial
from engine.ports import Processes
from tests.engine.case_walks import CaseWalk, Published
from tests.engine.modelling.preview.changes import CHANGES, NEW, changed

SIZES = {"added": 60, "removed": 30, "renamed": 15, "deadline": 15, "lane": 15}
VARIANTS = 3
AFTER = 20
"""How many steps a moved case is followed."""


def fleet(published: ProcessSet, first: int, size: int) -> Iterator[CaseWalk]:
    """Yield cases, each a while on its way."""
    for seed in range(first, first + size):
        walk = CaseWalk(published, seed)
        list(islice(walk.steps(), seed % 31))
        if walk.case.closed_at is None:
            yield walk


def known(walk: CaseWalk, target: ProcessSet) -> None:
    """Let the case's processes know the set it is moved to."""
    published = walk.processes.published
    assert isinstance(published, Published)
    published.others[target.version] = target


def predictor(published: ProcessSet, target: ProcessSet) -> Predictor:
    both = Published(published)
    both.others[target.version] = target
    return Predictor(SpiffProcesses(both), target)


def tried(walk: CaseWalk, predictor: Predictor) -> Trial:
    instances = list(walk.instances.values())
    return predictor.tried(instances, walk.store.kept.log, walk.clock.now())


def move(walk: CaseWalk, target: ProcessSet, trial: Trial) -> CaseMove:
    planned = CaseMove("p", walk.case_id, target.version, trial.outcome.key, WAITING,
                       walk.clock.now(), "agare")  # fmt: skip
    with walk.store.transaction() as unit:
        carry(unit, planned, trial, walk.clock.now())  # type: ignore[arg-type]
    return planned


def met(walk: CaseWalk, before: int) -> bool:
    """Say whether the new step has been opened since the log was so long."""
    log = walk.store.kept.log[before:]
    return any(e.kind == "task_opened" and e.details["element"] == NEW for e in log)


@pytest.mark.parametrize("kind", CHANGES)
def test_each_case_becomes_what_was_foreseen(published_set: ProcessSet, kind: str) -> None:
    seen: Counter[str] = Counter()
    targets = [changed(published_set, kind, seed) for seed in range(VARIANTS)]
    predictors = [predictor(published_set, target) for target in targets]
    for seed, walk in enumerate(fleet(published_set, 700, SIZES[kind])):
        target, predictor_ = targets[seed % VARIANTS], predictors[seed % VARIANTS]
        known(walk, target)
        trial = tried(walk, predictor_)
        seen[trial.outcome.grade] += 1
        if trial.outcome.grade == IMPOSSIBLE:
            continue
        length = len(walk.store.kept.log)
        move(walk, target, trial)
        for before, step in trial.steps:
            after = walk.instances[before.id]
            assert replace(after, revision=before.revision) == step.instance
        walk.published = target
        for _ in islice(walk.steps(), AFTER):
            assert list(walk.problems()) == []
        if met(walk, length):
            assert "Nytt steg" in trial.outcome.ahead
        assert walk.deviations() == {}
    assert seen.total() - seen[IMPOSSIBLE] > SIZES[kind] / 2, seen


def test_moved_back_each_case_is_as_it_was(published_set: ProcessSet) -> None:
    target = changed(published_set, "removed", 1)
    predictor_ = predictor(published_set, target)
    for walk in fleet(published_set, 300, 20):
        known(walk, target)
        trial = tried(walk, predictor_)
        were = dict(walk.instances)
        if not trial.steps or any(step.sent or step.instance.ended for _, step in trial.steps):
            continue
        planned = move(walk, target, trial)
        processes: Processes = walk.processes
        with walk.store.transaction() as unit:
            carry_back(unit, planned, processes, walk.clock.now())  # type: ignore[arg-type]
        for id_, was in were.items():
            now_is = walk.instances[id_]
            assert (now_is.version, now_is.state) == (was.version, was.state)
            assert sorted(map(str, now_is.tasks)) == sorted(map(str, was.tasks))
            assert sorted(map(str, now_is.timers)) == sorted(map(str, was.timers))
        assert walk.deviations() == {}


def test_a_set_that_is_the_same_in_all_that_matters_changes_nothing(
    published_set: ProcessSet,
) -> None:
    target = changed(published_set, "renamed", 3)
    predictor_ = predictor(published_set, target)
    for walk in fleet(published_set, 100, 15):
        trial = tried(walk, predictor_)
        assert trial.outcome.grade == "cosmetic"
        for before, step in trial.steps:
            assert [replace(t, name="") for t in step.instance.tasks] == [
                replace(t, name="") for t in before.tasks]  # fmt: skip
            assert set(step.instance.timers) == set(before.timers)
