"""Ten thousand ways to tamper with a log, and none goes unseen."""

import copy
from collections.abc import Callable
from random import Random
from typing import Any

from engine.audit.anchors import Signer
from engine.db.chained import COLUMNS, FIRST, chained
from engine.db.evidence import entry_of
from tests.engine.audit.written import CASE, Entries, anchored, entries, found, rows, seeded

TRIES = 11_000
LENGTH = 12
Tamper = Callable[[Entries, Random], int | None]
"""Changes rows; returns the number of the entry that must be named, if it is known."""


def byte_changed(value: Any, chance: Random) -> Any:
    """Change one byte, or one bit of a number, or make something out of nothing."""
    if value is None or value in ("", b""):
        return chance.choice(("x", "", b"")) if value is None else None
    if isinstance(value, bytes):
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ 1 << chance.randrange(8)]) + value[at + 1 :]
    if isinstance(value, str):
        at = chance.randrange(len(value))
        return value[:at] + chr(ord(value[at]) ^ 1 << chance.randrange(7)) + value[at + 1 :]
    if isinstance(value, int):
        return value ^ 1 << chance.randrange(8)
    return value.replace(microsecond=value.microsecond ^ 1 << chance.randrange(3))


def change(chain: Entries, chance: Random) -> int | None:
    row = chance.choice(chain)
    column = chance.choice(list(row))
    number, before = row["sequence"], row[column]
    row[column] = byte_changed(before, chance)
    return number if column not in {"sequence", "case_id"} else None


def delete(chain: Entries, chance: Random) -> int:
    return int(chain.pop(chance.randrange(len(chain)))["sequence"])


def swap_places(chain: Entries, chance: Random) -> None:
    one, other = chance.sample(range(len(chain)), 2)
    chain[one], chain[other] = chain[other], chain[one]


def swap_numbers(chain: Entries, chance: Random) -> None:
    one, other = chance.sample(chain, 2)
    one["sequence"], other["sequence"] = other["sequence"], one["sequence"]


def swap_contents(chain: Entries, chance: Random) -> None:
    one, other = chance.sample(chain, 2)
    one["facts"], other["facts"] = other["facts"], one["facts"]


def insert(chain: Entries, chance: Random) -> None:
    at = chance.randrange(len(chain))
    chain.insert(at, copy.copy(chance.choice(chain)))


def forge(chain: Entries, chance: Random) -> None:
    """Insert an entry that fits the one before, and number and bind all that follow anew."""
    at = chance.randrange(len(chain))
    chain.insert(at, {**chance.choice(chain), "actor": "forged"})
    bind(chain, at)


def rewrite(chain: Entries, chance: Random) -> None:
    """Change an entry, and bind it and all that follow anew."""
    at = chance.randrange(len(chain))
    chain[at] = {**chain[at], "actor": "forged"}
    bind(chain, at)


def cut(chain: Entries, chance: Random) -> int:
    at = chance.randrange(len(chain))
    del chain[at:]
    return at + 1


def bind(chain: Entries, start: int) -> None:
    for at in range(start, len(chain)):
        previous = chain[at - 1]["digest"] if at else FIRST
        chain[at] = chained({**chain[at], "sequence": at + 1}, previous, COLUMNS)


WAYS: tuple[Tamper, ...] = (change, change, change, delete, swap_places, swap_numbers,
                            swap_contents, insert, forge, rewrite, cut)  # fmt: skip


def test_no_tampering_goes_unseen_and_no_whole_chain_is_accused() -> None:
    chance, missed, accused, tried = seeded(7), [], 0, 0
    chains = [(made, anchored([entry_of(row) for row in made]))
              for made in (rows(LENGTH, chance) for _ in range(20))]  # fmt: skip
    for number in range(TRIES):
        made, anchors = chains[number % len(chains)]
        way, tampered = WAYS[number % len(WAYS)], [dict(row) for row in made]
        place = way(tampered, chance)
        if tampered == made:
            continue
        tried += 1
        findings = found([entry_of(row) for row in tampered], anchors)
        places = {finding[1] for finding in findings if finding[0] == CASE}
        if not places or (place and place not in places):
            missed.append((way.__name__, place, findings))
        accused += bool(number % 40 == 0 and found([entry_of(row) for row in made], anchors))

    assert (missed[:3], accused, tried >= 10_000) == ([], 0, True)


def test_every_bit_of_every_column_counts() -> None:
    (row,) = rows(1, seeded(11))
    row = {**row, "actor": "soc", "role": "chef", "command_id": "c1", "task_id": "t1"}
    row = chained(row, FIRST, COLUMNS)
    anchors = anchored([entry_of(row)])[1:]
    before = len(found([entry_of(row)], anchors))
    unseen = [
        (column, at, bit)
        for column, value in row.items()
        for at in range(len(value) if isinstance(value, bytes | str) else 1)
        for bit in range(7)
        if len(found([entry_of({**row, column: flipped(value, at, bit)})], anchors)) == before
    ]

    assert unseen == []


def flipped(value: Any, at: int, bit: int) -> Any:
    if isinstance(value, bytes):
        return value[:at] + bytes([value[at] ^ 1 << bit]) + value[at + 1 :]
    if isinstance(value, str):
        return value[:at] + chr(ord(value[at]) ^ 1 << bit) + value[at + 1 :]
    if isinstance(value, int):
        return value ^ 1 << bit
    return value.replace(microsecond=value.microsecond ^ 1 << bit)


def test_every_change_of_a_key_or_an_anchor_is_seen() -> None:
    chance = seeded(13)
    chain = entries(LENGTH, chance)
    for number in range(200):
        anchors = anchored(chain)
        at = chance.randrange(len(anchors))
        if number % 3 == 0:
            anchors = anchored(chain, signer=Signer(f"another {number}"))
        elif number % 3 == 1:
            del anchors[at]
            anchors = anchors or anchored(chain, signer=Signer("another"))
        else:
            signature = byte_changed(anchors[at].signature, chance)
            anchors[at] = type(anchors[at])(anchors[at].statement, signature, anchors[at].heads)
        if number % 3 == 1 and at == 1:  # the last of all: only what was handed out can show it
            continue

        assert found(chain, anchors), number
