from engine.bpmn.definitions import read_process_set
from engine.proof.mutants import CONDITION, LANE, Mutant, mutants
from tests.engine.modelling.small import LIVE, MAIN

SET = read_process_set(LIVE)


def made(seed: int, number: int = 9, only: tuple[str, ...] = ()) -> list[Mutant]:
    return list(mutants(SET, seed, number, only))


def test_the_same_seed_makes_the_same_faults_one_in_each_set() -> None:
    first, second = made(1, 3), made(1, 3)

    assert first == second
    assert {each.kind for each in first} == {CONDITION, LANE}
    for each in first:
        assert [n for n in LIVE if each.files[n] != LIVE[n]] == [MAIN]


def test_a_condition_holds_for_something_else() -> None:
    told = {each.words for seed in range(9) for each in made(seed, 1)}

    assert "Vilket?: ”val == 'ja'” är i stället ”not (val == 'ja')”" in told
    assert told & {f"Vilket?: ”val == 'ja'” är i stället ”val == '{code}'”"
                   for code in ("nej", "kanske")}  # fmt: skip


def test_a_task_is_moved_with_what_is_on_its_border() -> None:
    (moved,) = (each for each in made(1) if each.element == "b")
    diagram = read_process_set(moved.files).diagrams["stod_och_skydd"]

    assert (diagram.elements["b"].agency, diagram.elements["late"].agency) == (
        "socialtjansten", "socialtjansten",
    )  # fmt: skip


def test_faults_are_made_where_they_are_wanted() -> None:
    assert made(1, only=("annan",)) == []
    assert len(made(1, number=1)) == 1
