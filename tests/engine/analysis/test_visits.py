from engine.analysis.visits import passes, visits
from tests.engine.analysis.logs import done, entry, gone, opened, started


def test_a_visit_has_the_version_that_the_case_followed_then() -> None:
    log = [started("old"), opened("a", 0), done("a", 1),
           entry("case_moved", 2, instances=["i"], version="new"), opened("b", 2),
           entry("case_move_undone", 3, instances=["i"], version="old"),
           opened("c", 3)]  # fmt: skip

    assert [(v.element, v.version) for v in visits(log)] == [
        ("a", "old"), ("b", "new"), ("c", "old"),
    ]  # fmt: skip


def test_a_visit_that_ends_after_its_time_is_late() -> None:
    log = [started(), opened("a", 0), done("a", 5, due=4), opened("b", 0), gone("b", 3, due=4)]
    a, b = visits(log)

    assert (a.late, a.withdrawn) == (True, False)
    assert (b.late, b.withdrawn) == (False, True)


def test_a_way_through_a_drawing_is_told_when_it_has_come_to_its_end() -> None:
    log = [started(), opened("a", 0, "call/a", "inner"), done("a", 2),
           opened("b", 0, "call/b", "inner"), done("b", 1),
           opened("c", 0), done("c", 9)]  # fmt: skip
    assert list(passes(log, visits(log))) == []

    log += [entry("timer_fired", 3, passed=["call/b", "call"])]
    (inner,) = passes(log, visits(log))
    assert [visit.element for visit in inner] == ["b", "a"]

    log += [entry("instance_ended", 10, process="p", end_state="A1")]
    assert len(list(passes(log, visits(log)))) == 2


def test_a_case_that_is_closed_by_hand_ends_all_its_ways() -> None:
    log = [started(), opened("a", 0), done("a", 2), entry("case_closed", 3, by_hand=True)]

    assert len(list(passes(log, visits(log)))) == 1
