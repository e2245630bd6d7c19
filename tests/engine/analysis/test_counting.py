from engine.analysis.tally import STEP
from engine.counts.statistics import year
from tests.engine.modelling.fleet import Fleet
from tests.engine.modelling.small import Owners


def steps(owners: Owners) -> dict[tuple[str, str], int]:
    sums = owners.engine.analysis.counting.shelf.sums(owners.live, year(2026))
    return {(row, column): number for (_, measure, row, column), number in sums.items()
            if measure == STEP}  # fmt: skip


def test_a_night_counts_the_cases_that_have_changed_and_each_night_once(owners: Owners) -> None:
    fleet, counting = Fleet(owners), owners.engine.analysis.counting
    case = fleet.at_a()

    assert counting.nightly("2026-03-02") == 1
    assert counting.nightly("2026-03-02") is None
    assert counting.nightly("2026-03-03") == 0
    assert steps(owners) == {("a", "vantar"): 1}

    fleet.complete(case, owners.soc, "a")
    assert counting.count_now() == 1
    assert steps(owners) == {("a", "dygn"): 1, ("b", "vantar"): 1}
    assert counting.shelf.counted_at() == owners.engine.clock.now()


def test_a_case_that_is_erased_stays_what_it_was_last_counted_as(owners: Owners) -> None:
    case, counting = Fleet(owners).at_a(), owners.engine.analysis.counting
    counting.count()
    owners.engine.store.vault.erase(case.id, "logg")
    with owners.engine.store.transaction() as unit:
        assert unit.tallies.of(case.id) == {}
    counting._count(case.id)

    assert steps(owners) == {("a", "vantar"): 1}
