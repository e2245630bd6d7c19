"""No line of the log tells of a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.operating.masking import KNOWN, MASK, masked, masked_text

UUID = "6f1ed002-ab59-4f21-8e21-0123456789ab"


@pytest.mark.parametrize(
    "secret",
    ["19900101-2385", "900101-2385", "199001012385", "900101+2385", "900101 2385", "9001012385",
     "19900161-2385", "anna@exempel.se", "070-123 45 67", "+46701234567", "08-123 456 78",
     "0046 70 123 45 67"],
)  # fmt: skip
def test_what_tells_of_a_person_is_masked(secret: str) -> None:
    told = masked_text(f"kunde inte spara {secret} i ärendet")

    assert told == f"kunde inte spara {MASK} i ärendet"


@pytest.mark.parametrize(
    "plain",
    ["timer a#1 failed", f"messages of case {UUID} could not be delivered", "2026-00017",
     "2026-11-26T18:40:33.123456Z", "Listening at: http://127.0.0.1:8000 (4711)",
     "Booting worker with pid: 14711", "12 ärenden", "anchor 1234567 was not sent: Timeout"],
)  # fmt: skip
def test_what_tells_of_the_machine_stays(plain: str) -> None:
    assert masked_text(plain) == plain


def test_addresses_lose_their_query_and_their_password() -> None:
    told = masked_text("Error handling request /sok?q=Anna+Ek&x=1 at smtp://brev:losen@post.se/x")

    assert told == f"Error handling request /sok{MASK} at smtp://{MASK}@post.se/x"


def test_what_nobody_knows_is_not_told_not_even_its_name() -> None:
    line = {"event": "request", "status": 200, "namn": "Anna Ek", "anna ek": 1, "ms": 1.5}

    assert masked(line) == {"event": "request", "status": 200, "ms": 1.5, "masked": 2}


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=40) | st.integers()))
def test_only_known_names_are_ever_told(line: dict[str, object]) -> None:
    assert masked(line).keys() <= KNOWN | {"masked"}


def test_lists_are_masked_each_and_long_texts_are_cut() -> None:
    assert masked({"where": ["a@b.se", None]})["where"] == [MASK, None]
    assert len(masked({"event": "x" * 9_000})["event"]) < 2_010
