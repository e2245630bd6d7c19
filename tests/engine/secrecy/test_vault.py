"""What is sealed can be opened in its place with its key, and nowhere else."""

import zlib
from dataclasses import dataclass, field, replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from engine.errors import Erased, Unreadable
from engine.secrecy.vault import Compartment, Vault, mark_of

PLACE = Compartment("c", "socialtjansten", "svar")


@dataclass
class Ring:
    """Keys in a dictionary."""

    kept: dict[tuple[str, str], bytes] = field(default_factory=dict)
    gone: set[tuple[str, str]] = field(default_factory=set)

    def key(self, case_id: str, agency: str) -> bytes:
        if (case_id, agency) in self.gone:
            raise Erased(case_id)
        number = len(self.kept)
        return self.kept.setdefault((case_id, agency), bytes([number]) * 32)

    def destroy(self, case_id: str, agency: str) -> None:
        self.gone.add((case_id, agency))


@pytest.fixture
def vault() -> Vault:
    return Vault(Ring())


def test_what_is_sealed_comes_back(vault: Vault) -> None:
    content = {"skal": "Åäö – på riktigt?", "antal": 3, "val": ["ja", "nej"]}

    assert vault.open(PLACE, vault.seal(PLACE, content)) == content


def test_a_sealed_text_tells_nothing_and_is_never_the_same(vault: Vault) -> None:
    first, second = (vault.seal(PLACE, {"skal": "hemligt"}) for _ in range(2))

    assert first != second
    assert b"hemligt" not in first


@pytest.mark.parametrize("changed", [{"case_id": "d"}, {"agency": "iom"}, {"purpose": "utkast"}])
def test_moved_to_another_place_it_cannot_be_opened(vault: Vault, changed: dict[str, str]) -> None:
    sealed = vault.seal(PLACE, {"skal": "hemligt"})

    with pytest.raises(Unreadable):
        vault.open(replace(PLACE, **changed), sealed)


def test_every_changed_byte_is_found(vault: Vault) -> None:
    sealed = vault.seal(PLACE, {"a": 1})
    for at in range(len(sealed)):
        altered = bytes([*sealed[:at], sealed[at] ^ 1, *sealed[at + 1 :]])
        with pytest.raises(Unreadable):
            vault.open(PLACE, altered)


@pytest.mark.parametrize("never", [b"", b"{}", b"\x01", b"\x02" + bytes(40)])
def test_what_was_never_sealed_is_unreadable(vault: Vault, never: bytes) -> None:
    with pytest.raises(Unreadable):
        vault.open(PLACE, never)


def test_what_is_sealed_is_packed_before(vault: Vault) -> None:
    long = {"skal": "Samma mening en gång till. " * 100}

    assert len(vault.seal(PLACE, long)) < 300


def test_an_erased_compartment_is_gone_and_the_others_stay(vault: Vault) -> None:
    other = replace(PLACE, agency="iom")
    sealed, others = vault.seal(PLACE, 1), vault.seal(other, 2)
    vault.erase("c", "socialtjansten")

    with pytest.raises(Erased):
        vault.open(PLACE, sealed)
    with pytest.raises(Erased):
        vault.seal(PLACE, 3)
    assert vault.open(other, others) == 2


def test_a_file_comes_back_as_it_was_and_is_not_taken_for_a_text(vault: Vault) -> None:
    place = Compartment("c", "soc", "bilaga f")
    sealed = vault.seal_file(place, b"%PDF-\x00")

    assert vault.open_file(place, sealed) == b"%PDF-\x00"
    assert b"PDF" not in sealed
    with pytest.raises(Unreadable):
        vault.open(place, sealed)
    with pytest.raises(Unreadable):
        vault.open_file(Compartment("c", "soc", "bilaga g"), sealed)


def test_facts_come_back_and_are_not_taken_for_anything_else(vault: Vault) -> None:
    facts = {"path": "ut_a#1", "variables": {"misstanke": "kvarstår"}, "set": {}}
    sealed = vault.seal_facts(PLACE, facts)

    assert vault.open_facts(PLACE, sealed) == facts
    assert vault.open_facts(PLACE, vault.seal_facts(PLACE, {"a": "x" * 9_999})) == {
        "a": "x" * 9_999
    }
    with pytest.raises(Unreadable):
        vault.open(PLACE, sealed)
    with pytest.raises(Unreadable):
        vault.open_facts(replace(PLACE, purpose="annat"), sealed)


def test_facts_that_were_sealed_with_the_key_of_the_whole_log_are_read_for_ever(
    vault: Vault,
) -> None:
    packed = zlib.compress(b'{"name":"A"}', 1, -12)
    nonce = bytes(12)
    cipher = AESGCM(vault.keys.key(PLACE.case_id, PLACE.agency))
    old = b"\x03" + nonce + cipher.encrypt(nonce, packed, PLACE.bound)

    assert vault.open_facts(PLACE, old) == {"name": "A"}
    assert (vault.has_own_key(old), vault.has_own_key(vault.seal_facts(PLACE, {}))) == (False, True)


def test_sealed_facts_are_bound_to_their_key(vault: Vault) -> None:
    sealed = vault.seal_facts(PLACE, {"name": "A"})
    changed = sealed[:1] + bytes(16) + sealed[17:]

    assert sealed[1:17] == mark_of(vault.facts_key(PLACE))
    with pytest.raises(Unreadable):
        vault.open_facts(PLACE, changed)


def test_a_commitment_binds_to_a_content_and_tells_nothing_of_it(vault: Vault) -> None:
    made = vault.commitment(PLACE, {"a": 1, "b": 2})

    assert made == vault.commitment(PLACE, {"b": 2, "a": 1})
    others = [
        vault.commitment(PLACE, {"a": 1, "b": 3}),
        vault.commitment(replace(PLACE, purpose="annat"), {"a": 1, "b": 2}),
        vault.commitment(replace(PLACE, agency="polis"), {"a": 1, "b": 2}),
    ]
    assert len({made, *others}) == 4
    vault.erase("c", "socialtjansten")
    with pytest.raises(Erased):
        vault.commitment(PLACE, {"a": 1, "b": 2})
