"""What is measured among many cases is what is promised, and is counted right."""

from bench.many_cases import ADDRESSES, Seen
from engine.lists.worklist import CHOICES, WORDS


def test_the_slowest_in_twenty_decides() -> None:
    seen = Seen({"/": [float(n) for n in range(1, 101)]}, [1.0], {"/": 7})

    assert seen.p95() == 95.0
    assert seen.chattiest() == "/"
    assert "/" in seen.slowest()


def test_every_word_of_an_address_is_measured() -> None:
    asked = "&".join(ADDRESSES)
    known = {word for word, name in WORDS.items() if f"{word}=" in asked or name == "after"}

    assert known == set(WORDS)
    assert all(f"ordning={each}" in asked for each in CHOICES["order"] if each)
