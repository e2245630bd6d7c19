"""What people arrange for themselves, and where they left off."""

import pytest

from engine.bootstrap import Engine
from engine.errors import InvalidAnswers, NotFound
from engine.lists.habits import LONGEST, MOST
from engine.lists.worklist import Wanted
from engine.model import Actor
from tests.conftest import MovedClock

ADA = Actor("soc", "Ada Ek", "socialtjansten")
BO = Actor("soc.chef", "Bo Lind", "socialtjansten")


def test_the_first_visit_has_nothing_new_and_the_next_all_since(
    engine: Engine, clock: MovedClock
) -> None:
    first = clock.now()
    assert engine.habits.arrive(ADA).new_since is None
    clock.advance(minutes=10)
    assert engine.habits.arrive(ADA).new_since is None
    left = clock.now()
    clock.advance(hours=16)

    assert engine.habits.arrive(ADA).new_since == left
    clock.advance(minutes=20)
    assert engine.habits.arrive(ADA).new_since == left
    assert engine.habits.arrive(BO).new_since is None
    assert first < left


def test_looking_often_writes_seldom(engine: Engine, clock: MovedClock) -> None:
    first = clock.now()
    engine.habits.arrive(ADA)
    clock.advance(minutes=4)
    engine.habits.arrive(ADA)

    assert engine.habits.habit(ADA.id).seen_at == first


def test_keys_are_on_until_they_are_turned_off_by_each(engine: Engine) -> None:
    assert engine.habits.arrive(ADA).keys
    engine.habits.use_keys(ADA, False)

    assert not engine.habits.arrive(ADA).keys
    assert engine.habits.arrive(BO).keys
    engine.habits.use_keys(ADA, True)
    assert engine.habits.arrive(ADA).keys


def test_a_list_is_saved_replaced_by_its_name_renamed_and_dropped(engine: Engine) -> None:
    first = engine.habits.save_list(ADA, " Sena  hos mig ", Wanted("mina", due="passerad"))
    same = engine.habits.save_list(ADA, "Sena hos mig", Wanted("enheten", search="Anna"))
    engine.habits.save_list(ADA, "Alla", Wanted())
    engine.habits.rename_list(ADA, first.id, "Enhetens")

    assert (first.name, first.id) == ("Sena hos mig", same.id)
    kept = [(each.name, each.wanted) for each in engine.habits.habit(ADA.id).lists]
    assert kept == [("Alla", Wanted()), ("Enhetens", Wanted("enheten"))]
    assert engine.habits.drop_list(ADA, first.id).name == "Enhetens"
    assert [each.name for each in engine.habits.habit(ADA.id).lists] == ["Alla"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [("", "Ge listan ett namn"), ("\u200b ", "Ge listan ett namn"), ("x" * 61, "högst 60"),
     ("Anna 19640823-3234", "personnummer")],
)  # fmt: skip
def test_a_name_that_will_not_do_is_refused(engine: Engine, name: str, problem: str) -> None:
    saved = engine.habits.save_list(ADA, "x" * LONGEST, Wanted())
    with pytest.raises(InvalidAnswers, match=problem):
        engine.habits.save_list(ADA, name, Wanted())
    with pytest.raises(InvalidAnswers, match=problem):
        engine.habits.rename_list(ADA, saved.id, name)


def test_two_lists_of_one_person_never_share_a_name(engine: Engine) -> None:
    one, two = (engine.habits.save_list(ADA, name, Wanted()) for name in ("Ett", "Två"))
    engine.habits.save_list(BO, "Ett", Wanted())
    with pytest.raises(InvalidAnswers, match="redan en lista som heter ”Ett”"):
        engine.habits.rename_list(ADA, two.id, "Ett")

    engine.habits.rename_list(ADA, one.id, "Ett")


def test_there_is_an_end_to_lists(engine: Engine) -> None:
    for n in range(MOST):
        engine.habits.save_list(ADA, f"Lista {n}", Wanted())
    engine.habits.save_list(ADA, "Lista 1", Wanted("mina"))

    with pytest.raises(InvalidAnswers, match="30 sparade listor"):
        engine.habits.save_list(ADA, "En till", Wanted())


def test_a_colleagues_list_is_not_found_and_the_attempt_is_kept(engine: Engine) -> None:
    saved = engine.habits.save_list(ADA, "Mina", Wanted("mina"))
    with pytest.raises(NotFound):
        engine.habits.rename_list(BO, saved.id, "Min")
    with pytest.raises(NotFound):
        engine.habits.drop_list(BO, saved.id)

    assert engine.habits.habit(ADA.id).lists == (saved,)
    assert engine.store.denials() == 2
