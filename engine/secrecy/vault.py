"""Seals what a compartment holds: a stolen database tells nothing, and a destroyed key erases.

Each compartment, an agency's part of a case, has a key of its own (AES-256-GCM). Keys are kept
outside the database, wrapped by a master key that is in neither. What is sealed is bound to its
case, agency and purpose: moved to another row it cannot be opened.
"""

from __future__ import annotations

import hmac
import os
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from engine.errors import Unreadable

FORMAT, FILE, FACTS, ENTRY = b"\x01", b"\x02", b"\x03", b"\x04"
"""How what is sealed begins: JSON that is packed, a file as it is, or the facts of a log entry.

Facts were sealed with the key of the whole log first (3). Now each entry has a key of its own: it
can be handed out to whoever may read the entry, and opens no other.
"""
BOUND_TO = 16
"""Bytes that bind sealed facts to their key: AES-GCM alone lets two keys open one text as two."""
WINDOW = 12
"""How far back facts are packed, as a power of two: they are short (zlib's `wbits`)."""
NONCE = 12


class Keys(Protocol):
    """Where the keys of compartments are; see `engine.db.keys`."""

    def key(self, case_id: str, agency: str) -> bytes:
        """Return the key of a compartment, made on first use. Raises Erased."""
        ...

    def destroy(self, case_id: str, agency: str) -> None:
        """Destroy the key of a compartment for ever."""
        ...

    def ping(self) -> None:
        """Ask the store for an answer; it raises what the store raises when there is none."""
        ...


@dataclass(frozen=True)
class Compartment:
    """An agency's part of a case, and what of it is sealed: `svar`, `utkast`, `utlamnat` …"""

    case_id: str
    agency: str
    purpose: str

    @property
    def bound(self) -> bytes:
        """Return what the seal is bound to."""
        return f"{self.case_id}|{self.agency}|{self.purpose}".encode()


@dataclass(frozen=True)
class Vault:
    """Seals and opens; knows no database."""

    keys: Keys

    def seal(self, place: Compartment, content: Any) -> bytes:
        """Return JSON content packed and sealed. Raises Erased when the compartment is gone."""
        return self._sealed(place, FORMAT, zlib.compress(orjson.dumps(content)))

    def open(self, place: Compartment, sealed: bytes) -> Any:
        """Return the content. Raises Erased, or Unreadable for what was altered or moved."""
        return orjson.loads(zlib.decompress(self._opened(place, FORMAT, sealed)))

    def seal_file(self, place: Compartment, content: bytes) -> bytes:
        """Return a whole file sealed, as it is: most kinds are packed already. Raises Erased."""
        return self._sealed(place, FILE, content)

    def open_file(self, place: Compartment, sealed: bytes) -> bytes:
        """Return the file. Raises Erased, or Unreadable for what was altered or moved."""
        return self._opened(place, FILE, sealed)

    def seal_facts(self, place: Compartment, facts: Any) -> bytes:
        """Return the facts of a log entry packed the quick way, and sealed. Raises Erased."""
        key, nonce = self.facts_key(place), os.urandom(NONCE)
        packed = zlib.compress(orjson.dumps(facts), 1, -WINDOW)
        return ENTRY + mark_of(key) + nonce + AESGCM(key).encrypt(nonce, packed, place.bound)

    def open_facts(self, place: Compartment, sealed: bytes) -> Any:
        """Return the facts. Raises Erased, or Unreadable for what was altered or moved."""
        if sealed[:1] == FACTS:
            packed = self._opened(place, FACTS, sealed)
        else:
            key = self.facts_key(place)
            packed = _decrypted(AESGCM(key), place, ENTRY + mark_of(key), sealed)
        return orjson.loads(zlib.decompress(packed, -WINDOW))

    def has_own_key(self, sealed: bytes) -> bool:
        """Say whether facts are sealed with a key of their entry, and not of the whole log."""
        return sealed[:1] == ENTRY

    def facts_key(self, place: Compartment) -> bytes:
        """Return the key of one entry's facts, made out of the log's: it leads nowhere else.

        Raises Erased.
        """
        return hmac.digest(
            self.keys.key(place.case_id, place.agency), b"post " + place.bound, sha256
        )

    def commitment(self, place: Compartment, content: Any) -> str:
        """Return what binds to a content and tells nothing of it, not even to a guesser.

        The salt comes out of the compartment's key: once that is destroyed, no guess can be tried.
        """
        key = self.keys.key(place.case_id, place.agency)
        salt = hmac.digest(key, b"salt " + place.bound, sha256)
        told = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
        return hmac.digest(salt, told, sha256).hex()

    def erase(self, case_id: str, agency: str) -> None:
        """Make everything that was ever sealed in a compartment unreadable, copies included."""
        self.keys.destroy(case_id, agency)

    def _sealed(self, place: Compartment, form: bytes, packed: bytes) -> bytes:
        nonce = os.urandom(NONCE)
        return form + nonce + self._cipher(place).encrypt(nonce, packed, place.bound)

    def _opened(self, place: Compartment, form: bytes, sealed: bytes) -> bytes:
        return _decrypted(self._cipher(place), place, form, sealed)

    def _cipher(self, place: Compartment) -> AESGCM:
        return AESGCM(self.keys.key(place.case_id, place.agency))


def mark_of(key: bytes) -> bytes:
    """Return what tells which key sealed facts are sealed with, and nothing else of it."""
    return sha256(b"nyckel " + key).digest()[:BOUND_TO]


def _decrypted(cipher: AESGCM, place: Compartment, form: bytes, sealed: bytes) -> bytes:
    if not sealed.startswith(form):
        raise Unreadable("unknown format of what is sealed")
    begins = len(form)
    nonce, body = sealed[begins : begins + NONCE], sealed[begins + NONCE :]
    try:
        return cipher.decrypt(nonce, body, place.bound)
    except (ValueError, InvalidTag) as error:
        raise Unreadable("what is sealed has been altered or moved") from error
