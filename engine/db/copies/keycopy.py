"""A copy of the keys in a file of its own, sealed: there is only ever one, written over each time.

So a key that has been destroyed is in no copy once the next one is made. Copies of the database may
be kept for long: without the keys they tell nothing of what people have written.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap
from sqlalchemy import insert, select

from engine.db.connection import writing
from engine.db.keys import Place, SqlKeys, keys
from engine.errors import Unrestorable

HEAD = b"SKYDD-NYCKLAR-1\n"
SALT, NONCE = 16, 12
SEALED = "kopian av nycklarna går inte att öppna: fel SKYDD_BACKUP_KEY, eller så är den ändrad"
OTHER_MASTER = "nycklarna är inslagna med en annan SKYDD_MASTER_KEY"
NOT_EMPTY = "det finns redan nycklar där kopian skulle läggas in"


def dump(store: SqlKeys, file: Path, secret: str) -> int:
    """Write all keys, wrapped as they are, sealed by the secret; return how many are alive."""
    with store.database.connect() as connection:
        rows = [[row.case_id, row.agency, bytes(row.wrapped).hex(), row.destroyed]
                for row in connection.execute(select(keys))]  # fmt: skip
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    packed = gzip.compress(json.dumps(rows).encode())
    sealed = AESGCM(_key(secret, salt)).encrypt(nonce, packed, HEAD)
    part = file.with_name(f"{file.name}.del")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(HEAD + salt + nonce + sealed)
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
    return sum(not destroyed for *_, destroyed in rows)


def read(store: SqlKeys, file: Path, secret: str) -> list[dict[str, Any]]:
    """Return the keys of a copy as rows. Raises Unrestorable where they would not fit here."""
    try:
        content = file.read_bytes()
        start = len(HEAD) + SALT
        salt, nonce = content[len(HEAD) : start], content[start : start + NONCE]
        packed = AESGCM(_key(secret, salt)).decrypt(nonce, content[start + NONCE :], HEAD)
    except (OSError, ValueError, InvalidTag) as error:
        raise Unrestorable(SEALED) from error
    rows = [dict(zip(("case_id", "agency", "wrapped", "destroyed"), row, strict=True))
            for row in json.loads(gzip.decompress(packed))]  # fmt: skip
    found = [row | {"wrapped": bytes.fromhex(row["wrapped"])} for row in rows]
    _require_room(store, found)
    return found


def load(store: SqlKeys, rows: Sequence[dict[str, Any]], gone: Collection[Place]) -> int:
    """Keep the keys, those that have been destroyed since as destroyed; return how many."""
    back = [row for row in rows if (row["case_id"], row["agency"]) in gone]
    for row in back:
        row |= {"wrapped": b"", "destroyed": True}
    if rows:
        with writing(store.database) as connection:
            connection.execute(insert(keys), list(rows))
    return len(back)


def _require_room(store: SqlKeys, rows: Sequence[dict[str, Any]]) -> None:
    with store.database.connect() as connection:
        if connection.execute(select(keys).limit(1)).first():
            raise Unrestorable(NOT_EMPTY)
    living = next((row for row in rows if not row["destroyed"]), None)
    try:
        if living:
            aes_key_unwrap(store.master, living["wrapped"])
    except InvalidUnwrap as error:
        raise Unrestorable(OTHER_MASTER) from error


def _key(secret: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(secret.encode())
