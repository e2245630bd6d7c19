"""Checks facts that were handed out in the open: `python oppna.py FILE.zip --key PUBLIC_KEY`.

Run it after verifier.py, which it needs beside it. Whoever handed the file out has signed that each
entry says this; the entry is named by its digest, and that one the verifier has checked. Where the
entry has a key of its own, nobody has to be believed: the key opens what is sealed in the chain.
"""

import base64
import json
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from engine.audit.verifier import Entry, is_signed

FORMAT, MARK, NONCE, WINDOW = b"\x04", 16, 12, -12
ASIDE = "left"  # what the system checks itself by: sealed once more, and not told
BROKEN = (ValueError, TypeError, KeyError, AttributeError, InvalidTag, zlib.error)


def check_facts(path: str, keys: set[str]) -> tuple[list[str], int]:
    """Return what is wrong with the facts in an exported file, and how many were opened by key."""
    with zipfile.ZipFile(path) as file:
        told, about = json.loads(file.read("fakta.json")), json.loads(file.read("om.json"))
        own: Mapping[str, str] = json.loads(file.read("nycklar.json"))
        entries = {each["sequence"]: each
                   for each in map(json.loads, file.read("poster.jsonl").splitlines())}  # fmt: skip
    statement = told["statement"]
    found = [] if is_signed(told) else ["signaturen stämmer inte"]
    if statement["key"] not in (keys or {about["key"]}):
        found.append(f"signerat med {statement['key']}")
    if statement["stream"] != about["stream"]:
        found.append("sakuppgifterna är ett annat ärendes")
    found += [f"post {each['sequence']}: {wrong}"
              for each in statement["entries"] for wrong in _wrong(each, entries, own)]  # fmt: skip
    return found, len(own)


def _wrong(
    told: Mapping[str, Any], entries: Mapping[int, Entry], own: Mapping[str, str]
) -> Iterator[str]:
    entry, key = entries.get(told["sequence"], {}), own.get(str(told["sequence"]))
    if entry.get("digest") != told["digest"]:
        yield "uppgiften hör till en annan post"
    elif key is not None and opened(entry, key) != told["facts"]:
        yield "posten säger något annat än det som är utlämnat"


def opened(entry: Entry, key: str) -> dict[str, Any] | None:
    """Return what is sealed in an entry; None if this is not its key."""
    try:
        secret, sealed = bytes.fromhex(key), base64.b64decode(entry["facts"])
        begins = FORMAT + sha256(b"nyckel " + secret).digest()[:MARK]
        body = sealed[len(begins) + NONCE :]
        if not sealed.startswith(begins):
            return None
        bound = f"{entry['stream']}|logg|fakta {entry['sequence']}".encode()
        packed = AESGCM(secret).decrypt(sealed[len(begins) :][:NONCE], body, bound)
        facts: dict[str, Any] = json.loads(zlib.decompress(packed, WINDOW))
    except BROKEN:
        return None
    return {name: fact for name, fact in facts.items() if name != ASIDE}


if __name__ == "__main__":
    wrong, count = check_facts(sys.argv[1], set(sys.argv[3:]))
    told = f"{count} poster öppnade med sina egna nycklar, {len(wrong)} fel."
    print(*wrong, told, sep="\n")  # noqa: T201
    sys.exit(1 if wrong else 0)
