from engine.modelling.checking import KEPT, Checked
from tests.engine.modelling.small import LIVE, MAIN


def test_the_small_set_is_right_and_a_broken_one_is_not() -> None:
    checked = Checked()

    assert checked(LIVE) == ()
    assert [f.rule for f in checked(LIVE | {MAIN: "<a"})] == ["xml"]


def test_the_same_set_is_checked_once() -> None:
    checked = Checked()
    first = checked(LIVE | {MAIN: "<a"})

    assert checked(dict(LIVE | {MAIN: "<a"})) is first


def test_only_the_last_sets_are_remembered() -> None:
    checked = Checked()
    first = checked(LIVE | {MAIN: "<a"})
    for number in range(KEPT):
        checked(LIVE | {MAIN: f"<a{number}"})

    assert checked(LIVE | {MAIN: "<a"}) == first
    assert checked(LIVE | {MAIN: "<a"}) is not first
