"""Checks a log without trusting who exported it: `python verifier.py FILE.zip --key PUBLIC_KEY`.

Needs only `cryptography`; the system checks its own log by the same functions. Each entry is bound
to the one before: digest = SHA-256(previous + content), content = SHA-256 of columns and encrypted
facts. An anchor is a signed root (RFC 6962) of all chains that grew since the anchor it names.
"""

import base64
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FIRST = "0" * 64
HEAD = ("format", "stream", "sequence", "at", "kind", "actor", "agency", "role", "channel",
        "command", "place", "subject")  # fmt: skip
PLAIN, SEALED = 1, 2
LINK = {"format", "stream", "sequence", "previous", "digest"}
FULL, BLIND = {*HEAD, "facts"} - LINK, {"content"}
BROKEN = (ValueError, TypeError, KeyError, AttributeError, InvalidSignature)
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
Entry = Mapping[str, Any]
Marks = Mapping[int, tuple[str, int]]  # sequence: digest, and the number of the anchor
Finding = tuple[str, Any, str, str]  # chain (or "ankare"), sequence, what, and why


def canonical(value: Any) -> bytes:
    """Return JSON in the one way it is written here."""
    return ENCODER.encode(value).encode()


def content_of(entry: Entry, facts: bytes) -> bytes:
    """Return the hash of what an entry says."""
    return sha256(canonical([entry[name] for name in HEAD]) + b"\n" + facts).digest()


def digest_of(entry: Entry) -> str:
    """Return the digest an entry must have. Raises one of BROKEN if there can be none."""
    kind, names = entry["format"], entry.keys() - LINK
    if type(kind) is not int or kind not in {PLAIN, SEALED} or names not in (BLIND, FULL):
        raise ValueError
    if names == BLIND:  # not for the receiver: of format 1 only its place can be checked
        content, link = bytes.fromhex(entry["content"]), bytes.fromhex(entry["previous"])
        linked = sha256(link + content).hexdigest() if kind == SEALED else entry["digest"]
        return str(linked) if content.hex() == entry["content"] else ""
    facts = base64.b64decode(entry["facts"], validate=True)
    later = [entry[name] for name in ("role", "channel", "command") if kind == PLAIN]
    if base64.b64encode(facts).decode() != entry["facts"] or any(v is not None for v in later):
        raise ValueError
    if kind == SEALED:
        return sha256(bytes.fromhex(entry["previous"]) + content_of(entry, facts)).hexdigest()
    told = {name: entry[name] for name in ("actor", "agency", "at", "kind", "previous", "sequence")}
    told |= {"case_id": entry["stream"], "instance_id": entry["place"], "task_id": entry["subject"]}
    before, after = canonical({**told, "details": None}).split(b'"details":null')
    return sha256(before + b'"details":' + facts + after).hexdigest()


def is_sound(stream: str, entry: Entry) -> bool:
    """Say whether an entry is, by itself, the one that was written."""
    try:
        return entry["stream"] == stream and digest_of(entry) == str(entry["digest"])
    except BROKEN:
        return False


def check_chain(stream: str, entries: Iterable[Entry], marks: Marks) -> Iterator[Finding]:
    """Yield what is wrong with a chain, by itself and by what anchors say of it."""
    expected, previous, left = 1, FIRST, dict(marks)
    for entry in entries:
        number, sound = entry.get("sequence"), is_sound(stream, entry)
        if not sound:
            yield stream, number, "ändrad", "posten är inte den som skrevs"
        if type(number) is not int or number < expected:
            yield stream, number, "infogad", "posten är infogad eller står på fel plats"
            continue
        if number > expected:
            yield stream, expected, "saknas", f"post {expected} till {number - 1} är borttagna"
        elif sound and entry["previous"] != previous:
            yield stream, number, "bruten", "posten hänger inte ihop med den före"
        digest, anchor = left.pop(number, (entry.get("digest"), 0))
        if digest != entry.get("digest"):
            yield stream, number, "omskriven", f"ankare {anchor} intygar en annan post"
        expected, previous = number + 1, str(entry.get("digest"))
    if beyond := [number for number in left if number >= expected]:
        last, anchor = max(beyond), left[max(beyond)][1]
        yield stream, expected, "avkapad", f"ankare {anchor} intygar poster till och med {last}"


def check_anchors(anchors: Iterable[Entry], trusted: set[str]) -> Iterator[Finding]:
    """Yield what is wrong with the row of anchors."""
    expected, previous = 1, FIRST
    for anchor in anchors:
        told = anchor["statement"]
        number = told["number"]
        if told["key"] not in trusted:
            yield "ankare", number, "fel nyckel", f"signerat med {told['key']}"
        elif not is_signed(anchor):
            yield "ankare", number, "falskt", "signaturen stämmer inte"
        if number != expected or told["previous"] != previous:
            yield "ankare", expected, "bruten", "här saknas ett ankare, eller så är det utbytt"
        expected, previous = expected + 1, sha256(canonical(told)).hexdigest()


def is_signed(anchor: Entry) -> bool:
    """Say whether the signature is made with the key that the anchor names."""
    try:
        signer = Ed25519PublicKey.from_public_bytes(bytes.fromhex(anchor["statement"]["key"]))
        signer.verify(bytes.fromhex(anchor["signature"]), canonical(anchor["statement"]))
    except BROKEN:
        return False
    return True


def is_covered(stream: str, anchor: Entry) -> bool:
    """Say whether the head in an anchor's proof leads to its signed root."""
    proof = anchor["proof"]
    node = sha256(b"\0" + canonical([stream, proof["sequence"], proof["digest"]])).digest()
    for side, other in proof["path"]:
        pair = bytes.fromhex(other) + node if side == "V" else node + bytes.fromhex(other)
        node = sha256(b"\1" + pair).digest()
    return node.hex() == str(anchor["statement"]["root"])


def check_bundle(path: str, keys: set[str]) -> tuple[list[Finding], int]:
    """Return what is wrong with an exported chain, and how many entries it has."""
    with zipfile.ZipFile(path) as file:
        about, anchors = json.loads(file.read("om.json")), json.loads(file.read("ankare.json"))
        lines = file.read("poster.jsonl").splitlines()
    entries, stream = [json.loads(line) for line in lines], about["stream"]
    proofs = {a["statement"]["number"]: a for a in anchors if a["proof"]}
    marks = {a["proof"]["sequence"]: (a["proof"]["digest"], n) for n, a in proofs.items()}
    found = [*check_anchors(anchors, keys or {about["key"]}), *check_chain(stream, entries, marks)]
    unproven = [number for number, anchor in proofs.items() if not is_covered(stream, anchor)]
    found += [("ankare", each, "falskt", "beviset leder inte till roten") for each in unproven]
    odd = [entry for entry, line in zip(entries, lines, strict=True) if canonical(entry) != line]
    found += [(stream, each.get("sequence"), "ändrad", "raden är omskriven") for each in odd]
    return found, len(entries)


if __name__ == "__main__":
    wrong, count = check_bundle(sys.argv[1], set(sys.argv[3:]))
    told = [f"{name}, post {place}: {what} ({why})" for name, place, what, why in wrong]
    print(*told, f"{count} poster prövade, {len(wrong)} fel.", sep="\n")  # noqa: T201
    sys.exit(1 if wrong else 0)
