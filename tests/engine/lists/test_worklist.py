"""An address and what it asks for say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lists.worklist import CHOICES, LONGEST, WORDS, Wanted

ALL = {"visa": "mina", "process": "lvu", "steg": "2", "frist": "vecka", "lag": "ja",
       "prioritet": "hog", "hos": "soc", "nya": "ja", "ordning": "arende", "sok": "2026-00001",
       "efter": "a~b"}  # fmt: skip


def test_every_word_is_read_and_written_back() -> None:
    assert set(ALL) == set(WORDS)
    assert Wanted.read(ALL).words() == ALL
    assert Wanted.read({}).words() == {}


@pytest.mark.parametrize("word", ["visa", "steg", "frist", "lag", "prioritet", "nya", "ordning"])
def test_what_is_not_among_the_choices_counts_as_not_said(word: str) -> None:
    assert Wanted.read({word: "hittepå"}) == Wanted()


@given(st.dictionaries(st.sampled_from([*WORDS, "x"]), st.text()))
def test_whatever_an_address_says_can_be_read(typed: dict[str, str]) -> None:
    wanted = Wanted.read(typed)

    assert Wanted.read(wanted.words()) == wanted
    assert all(len(value) <= LONGEST for value in wanted.words().values())
    assert all(getattr(wanted, name) in choices for name, choices in CHOICES.items())


def test_a_saved_list_keeps_neither_the_search_nor_the_place() -> None:
    kept = Wanted.read(ALL).kept()

    assert (kept.search, kept.after) == ("", "")
    assert kept.words() == {word: ALL[word] for word in ALL if word not in {"sok", "efter"}}


def test_scope_order_and_place_leave_nothing_out() -> None:
    assert not Wanted(scope="mina", order="arende", after="x").narrowed
    assert Wanted(search="x").narrowed
