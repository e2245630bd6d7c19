"""Keys of log entries that are handed out: they open what their receiver may read, and no more."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.audit.bundle import Bundle, told_of
from engine.audit.opener import check_facts, opened
from engine.db.sealing import facts_in
from engine.model import Case
from tests.engine.audit.test_opener import written
from tests.engine.db.small import Office


@pytest.fixture
def handed(office: Office, case: Case) -> Bundle:
    """What the agency that opened a case takes away of its log."""
    office.complete(case, "a")
    return office.engine.audit.bundle(office.soc, case.number, told=True)


def test_the_keys_that_are_handed_out_open_what_is_sealed_in_the_chain(
    handed: Bundle, tmp_path: Path
) -> None:
    told = {each["sequence"]: each["facts"] for each in handed.told["statement"]["entries"]}
    chain = {each["sequence"]: each for each in handed.entries}

    assert told
    assert told.keys() == handed.keys.keys()
    assert {n: opened(chain[n], key) for n, key in handed.keys.items()} == told
    assert check_facts(written(tmp_path, handed), set()) == ([], len(told))


def test_whoever_hands_out_something_else_than_the_chain_says_is_found(
    office: Office, handed: Bundle, tmp_path: Path
) -> None:
    told = handed.told["statement"]["entries"]
    lies = {each["sequence"]: each["facts"] | {"name": "Z"} for each in told}
    lied = told_of(handed.stream, handed.entries, lies, office.engine.audit.signer)

    found, _ = check_facts(written(tmp_path, replace(handed, told=lied)), set())
    assert len(found) == len(told)
    assert "något annat" in found[0]


def test_a_key_opens_its_own_entry_and_no_other(handed: Bundle) -> None:
    chain = [each for each in handed.entries if each["sequence"] in handed.keys]
    (first, second, *_) = chain

    assert opened(first, handed.keys[second["sequence"]]) is None
    assert opened(first, "no key") is None
    assert not any("left" in opened(each, handed.keys[each["sequence"]]) for each in chain)


def test_of_an_erased_case_no_key_is_left(office: Office, case: Case, handed: Bundle) -> None:
    evidence = office.engine.audit.evidence
    assert evidence.keys(case.id, set(handed.keys)) == handed.keys
    office.engine.store.vault.erase(case.id, facts_in(case.id, 1).agency)
    assert evidence.keys(case.id, set(handed.keys)) == {}
