"""A chain in memory, written as the database writes it, with an anchor over it."""

import copy
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from engine.audit.anchors import Anchor, Signer
from engine.audit.tree import Head
from engine.audit.verifier import Finding, check_anchors, check_chain
from engine.db.chained import COLUMNS, FIRST, chained
from engine.db.evidence import entry_of

SIGNER = Signer("only for tests")
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
CASE = "0b1f6f0e-8d3d-4c5e-9d43-6a5a6a3b2c11"
KINDS = ("task_opened", "task_completed", "disclosed", "åäö ”citat” \\ \n")

Entries = list[dict[str, Any]]


def seeded(seed: int) -> Random:
    """Return what chance there is in a test: the same each time."""
    return Random(seed)  # noqa: S311


def rows(length: int, chance: Random, stream: str = CASE) -> Entries:
    """Rows of a case's log, with and without what a row may lack."""
    written, previous = [], FIRST
    for sequence in range(1, length + 1):
        row = {
            "case_id": stream, "sequence": sequence, "kind": chance.choice(KINDS),
            "at": START + timedelta(microseconds=chance.randrange(10**9)),
            "actor": chance.choice((None, "soc", "polis")), "agency": "socialtjansten",
            "role": chance.choice((None, "chef,handlaggare")), "channel": "webb",
            "command_id": chance.choice((None, "c" * 36)), "instance_id": "i1",
            "task_id": chance.choice((None, "t1")), "facts": chance.randbytes(60),
        }  # fmt: skip
        written.append(chained(row, previous, COLUMNS))
        previous = written[-1]["digest"]
    return written


def entries(length: int, chance: Random, stream: str = CASE) -> Entries:
    """The same, as the verifier reads them."""
    return [entry_of(row) for row in rows(length, chance, stream)]


def anchored(*chains: Entries, signer: Signer = SIGNER) -> list[Anchor]:
    """Two anchors: one over half of each chain, one over the whole."""
    made: list[Anchor] = []
    for share in (2, 1):
        ends = [chain[len(chain) // share - 1] for chain in chains]
        heads = [Head(end["stream"], end["sequence"], end["digest"]) for end in ends]
        made.append(signer.sign(heads, 1, made[-1] if made else None, START))
    return made


def found(chain: Entries, anchors: list[Anchor], stream: str = CASE) -> list[Finding]:
    """What the verifier says of a chain, and of the anchors."""
    marks = {head.sequence: (head.digest, anchor.number) for anchor in anchors
             for head in anchor.heads if head.stream == stream}  # fmt: skip
    shown = [copy.deepcopy(anchor.shown) for anchor in anchors]
    return [*check_chain(stream, chain, marks), *check_anchors(shown, {SIGNER.public})]
