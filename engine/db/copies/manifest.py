"""What a copy says of itself: signed, with the digest of every file in it. Nothing of any case."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from engine.audit.anchors import Signer
from engine.audit.verifier import canonical, is_signed
from engine.errors import Unrestorable

NAME, FORMAT = "manifest.json", 1
DAMAGED = "säkerhetskopian är skadad eller ändrad: {}"
FOREIGN = "säkerhetskopian är signerad med en annan nyckel än SKYDD_ANCHOR_KEY: ange den med --key"


@dataclass(frozen=True)
class Manifest:
    """A copy: of what, from when, and what it consists of."""

    at: str
    """When it was begun, as an ISO instant."""
    kind: str
    """`sqlite` or `postgresql`: it can be put back into the same kind only."""
    revision: str
    """The last migration of the database."""
    version: str | None
    """The processes that were in force."""
    anchor: int
    """The number of the newest anchor; 0 before the first."""
    rows: Mapping[str, int]
    """How many rows each table has."""
    files: Mapping[str, str]
    """The SHA-256 of each file, by its name in the copy."""
    key: str = ""
    """The public key that it is signed with."""
    format: int = FORMAT

    def write(self, folder: Path, signer: Signer) -> None:
        """Sign it and write it beside the files."""
        statement = asdict(self)
        signed = {"statement": statement, "signature": signer.signature(canonical(statement))}
        (folder / NAME).write_text(json.dumps(signed, indent=2, ensure_ascii=False) + "\n")


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file in a folder, by its name there; each is on the disk then."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _digest(path) for path in files}


def read(folder: Path, trusted: Collection[str]) -> Manifest:
    """Return the manifest of a copy that is whole. Raises Unrestorable with the first fault."""
    try:
        signed: dict[str, Any] = json.loads((folder / NAME).read_bytes())
        manifest = Manifest(**signed["statement"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unrestorable(DAMAGED.format(NAME)) from error
    if manifest.format != FORMAT or not is_signed(signed):
        raise Unrestorable(DAMAGED.format(NAME))
    if manifest.key not in trusted:
        raise Unrestorable(FOREIGN)
    found = {name: value for name, value in digests(folder).items() if name != NAME}
    for name in sorted(manifest.files.keys() | found.keys()):
        if manifest.files.get(name) != found.get(name):
            raise Unrestorable(DAMAGED.format(name))
    return manifest


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return file_digest(file, "sha256").hexdigest()
