"""Where tokens stand once they are set down in another drawing."""

import pytest

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.errors import GONE, NO_PROCESS, STUCK, Immovable
from tests.engine.bpmn.moves.small import LIMITED, Pair, elements, forked, line


@pytest.mark.parametrize(
    ("old", "new", "done", "open_"),
    [
        (line("a", "b"), line("a", "x", "b"), (), ["a"]),
        (line("a", "b"), line("a", "x", "b"), ("a",), ["b"]),
        (line("a", "b", "c"), line("a", "c"), ("a",), ["c"]),
        (line("a", "b", "c"), line("a", "x", "c"), ("a",), ["x"]),
        (forked("a", "b"), forked("a x", "b"), (), ["a", "b"]),
        (forked("a", "b"), forked("a x", "b"), ("a",), ["b"]),
        (forked("a x", "b"), forked("a", "b"), ("a", "x"), ["b"]),
        (forked("a x", "b"), forked("a", "b"), ("a",), ["b"]),
        (line("a"), LIMITED, (), ["a"]),
        (LIMITED, line("a"), (), ["a"]),
    ],
)
def test_tokens_stand_where_they_stood_or_right_behind(
    old: ProcessSet, new: ProcessSet, done: tuple[str, ...], open_: list[str]
) -> None:
    assert Pair(old, new).open(*done) == open_


@pytest.mark.parametrize(
    ("old", "new", "done", "rest"),
    [
        (forked("a", "b"), forked("a x", "b"), ("a",), ("b",)),
        (forked("a x", "b"), forked("a", "b"), ("a",), ("b",)),
        (line("a"), LIMITED, (), ("a",)),
        (LIMITED, line("a"), (), ("a",)),
    ],
)
def test_a_moved_instance_comes_to_its_end(
    old: ProcessSet, new: ProcessSet, done: tuple[str, ...], rest: tuple[str, ...]
) -> None:
    pair = Pair(old, new)

    assert pair.go(pair.moved(pair.at(*done)), *rest).ended


@pytest.mark.parametrize(
    ("old", "new", "done", "why"),
    [
        (forked("a", "b"), forked("a", "b", "x"), (), STUCK),
        (forked("a", "b"), forked("a", "b", "x"), ("a",), STUCK),
        (forked("a", "b"), line("a", "b"), ("a",), GONE),
    ],
)
def test_what_has_no_place_is_refused(
    old: ProcessSet, new: ProcessSet, done: tuple[str, ...], why: str
) -> None:
    with pytest.raises(Immovable) as refused:
        Pair(old, new).open(*done)
    assert refused.value.why == why


def test_a_process_that_is_gone_is_refused() -> None:
    pair = Pair(line("a"), line("a", "b"))
    instance = pair.at()
    files = dict(pair.new.files)
    files["q.bpmn"] = files.pop("p.bpmn").replace('id="p"', 'id="q"')
    other = Pair(pair.old, read_process_set(files))
    with pytest.raises(Immovable) as refused:
        other.moved(instance)
    assert refused.value.why == NO_PROCESS


def test_ids_stay_the_same_where_path_and_element_do() -> None:
    pair = Pair(line("a", "b"), line("a", "b", "c"))
    before = pair.at("a")

    after = pair.moved(before)

    assert [t.id for t in after.tasks] == [t.id for t in before.tasks]
    assert elements(pair.go(after, "b")) == ["c"]
