"""The verifier finds nothing in what is whole, and says where what is not was touched."""

import json
from pathlib import Path

import pytest

from engine.audit import verifier
from engine.audit.anchors import Signer
from engine.audit.verifier import FIRST, canonical, check_chain, digest_of, is_signed
from engine.db.evidence import blinded
from tests.engine.audit.written import CASE, Entries, anchored, entries, found, seeded

RELEASED = Path(__file__).parent / "released" / "format_1.jsonl"


@pytest.fixture
def chain() -> Entries:
    return entries(12, seeded(1))


def told(chain: Entries) -> list[tuple[object, str]]:
    return [(place, what) for _, place, what, _ in found(chain, anchored(entries(12, seeded(1))))]


def test_it_is_short_enough_to_read_and_needs_nothing_of_ours() -> None:
    text = Path(verifier.__file__).read_text()

    assert len(text.splitlines()) <= 150
    assert "engine" not in text.replace("engine.audit", "")


def test_a_whole_chain_has_no_findings(chain: Entries) -> None:
    assert told(chain) == []


def test_a_chain_that_was_released_in_an_earlier_format_still_holds() -> None:
    released = [json.loads(line) for line in RELEASED.read_text().splitlines()]

    assert {entry["format"] for entry in released} == {1}
    assert list(check_chain(CASE, released, {})) == []
    assert list(check_chain(CASE, [released[0], *map(blinded, released[1:])], {})) == []
    for column in released[1].keys() - {"format"}:
        changed = {**released[1], column: "x"}
        assert list(check_chain(CASE, [released[0], changed, released[2]], {})), column


def test_a_changed_entry_is_named(chain: Entries) -> None:
    chain[4]["actor"] = "siv"

    assert told(chain) == [(5, "ändrad")]


def test_a_removed_entry_is_named_with_those_beside_it(chain: Entries) -> None:
    del chain[3:5]

    (finding,) = found(chain, anchored(entries(12, seeded(1))))
    assert finding == (CASE, 4, "saknas", "post 4 till 5 är borttagna")


def test_a_chain_that_is_cut_is_known_by_its_anchor(chain: Entries) -> None:
    assert told(chain[:9]) == [(10, "avkapad")]
    assert told([]) == [(1, "avkapad")]


def test_a_repeated_and_a_moved_entry_are_named(chain: Entries) -> None:
    assert told([*chain[:3], chain[2], *chain[3:]]) == [(3, "infogad")]
    moved = [*chain[:3], chain[4], chain[3], *chain[5:]]
    assert told(moved) == [(4, "saknas"), (4, "infogad")]


def test_a_chain_that_was_written_anew_is_known_by_its_anchor() -> None:
    forged = entries(12, seeded(2))

    assert told(forged) == [(6, "omskriven"), (12, "omskriven")]


def test_an_entry_of_another_chain_does_not_fit(chain: Entries) -> None:
    chain[3] = entries(12, seeded(3), "another")[3]

    assert (4, "ändrad") in told(chain)


def test_what_the_receiver_may_not_know_is_checked_by_its_hash(chain: Entries) -> None:
    part = [entry if entry["sequence"] % 2 else blinded(entry) for entry in chain]
    assert told(part) == []
    part[3]["content"] = part[3]["content"].upper()

    assert told(part) == [(4, "ändrad")]


def test_anchors_by_another_key_with_another_text_or_missing_are_found(chain: Entries) -> None:
    own, other = anchored(chain), anchored(chain, signer=Signer("another"))
    assert [what for *_, what, _ in found(chain, other)] == ["fel nyckel"] * 2
    assert [what for *_, what, _ in found(chain, own[1:])] == ["bruten"]
    shown = own[0].shown
    shown["statement"]["entries"] = 99

    assert not is_signed(shown)


def test_what_cannot_be_an_entry_raises_and_is_found(chain: Entries) -> None:
    entry = chain[0]
    for broken in (
        {**entry, "format": 3}, {**entry, "format": True}, {**entry, "facts": "QR=="},
        {**entry, "facts": None}, {**entry, "more": 1}, {**entry, "kind": b"x"},
        {"format": 2, "sequence": 1}, {**entry, "sequence": "1"}, {**entry, "previous": None},
    ):  # fmt: skip
        assert list(check_chain(CASE, [broken], {})), broken
    with pytest.raises(verifier.BROKEN):
        digest_of({**entry, "facts": "QR=="})


def test_there_is_one_way_to_write_an_entry() -> None:
    assert canonical({"b": "å\n", "a": [None, 1]}) == '{"a":[null,1],"b":"å\\n"}'.encode()
    assert len(FIRST) == 64
