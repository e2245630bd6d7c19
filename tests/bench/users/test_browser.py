"""The browsers of the bench tell what failed apart from what a colleague did first."""

from bench.users.__main__ import grown, percentile
from bench.users.browser import Answer, Waited


def test_only_what_failed_is_an_error() -> None:
    waited = Waited()
    for status in (200, 303, 404, 409, 422, 500, 503, 0):
        waited.note("complete", 5.0, Answer(status))

    assert [error.rpartition(" ")[2] for error in waited.errors] == ["500", "503", "0"]
    assert (waited.clashes, waited.refused) == (2, 1)


def test_a_page_tells_where_it_leads_and_what_its_first_form_carries() -> None:
    page = '<input name="_csrf" value="a"><input name="_kommando" value="k"><input name="_csrf" '
    answer = Answer(303, "Location: /uppgift/1/klar", f'{page}value="b">')

    assert answer.place == "/uppgift/1/klar"
    assert answer.hidden == {"_csrf": "a", "_kommando": "k"}


def test_95_of_100_stay_within_the_95th_percentile() -> None:
    assert percentile([float(n) for n in range(1, 101)], 95) > 95
    assert percentile([7.0], 95) == 7.0


def test_memory_is_held_against_the_second_minute() -> None:
    taken = [(0.0, {"web 1": 10}), (2.0, {"web 1": 100}), (9.5, {"web 1": 104, "web 2": 5})]
    (figure,) = grown(taken)

    assert figure.value == 1.04
    assert figure.ok
