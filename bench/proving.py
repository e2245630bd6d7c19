"""What the log that proves itself costs: entries appended, and all of them checked."""

from __future__ import annotations

import hmac
import time
import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256
from statistics import median

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.figures import Figure, ratio
from bench.office import Office, timed
from bench.run import Run
from bench.shapes import case30
from engine.db.connection import to_write
from engine.db.log import Ledger
from engine.model import Case, Command, Event, Record

CASES, TASKS, TIMES = 150, 25, 200
APPEND = 0.3
"""Milliseconds of a completed task: its entries, their seals, and the commitment to its answers."""
A_SECOND = 20_000
"""Of processor time, of one core: what else the machine does is no part of it."""
BARE = 15
"""How many times as long as the arithmetic alone a check may take: reading and JSON beside it."""
LINK = b"x" * 400
"""About what is hashed of an entry."""
ANSWERS = b"An answer that somebody has written. " * 55
"""About what a form says: sealed, it is opened and held against what its entry is bound to."""


def figures(run: Run) -> Iterator[Figure]:
    """Yield what appending costs, and how fast one core checks the whole log."""
    office = Office(run.databases.sqlite(), case30())
    case = office.open_case()
    office.advance(case, TASKS)
    log = office.engine.casefile.log(case.id)
    last = max(entry.at for entry in log if entry.kind == "task_completed")
    entries = [entry for entry in log if entry.at == last]
    spent = median(_appended(office, case, entries) for _ in range(TIMES))
    yield Figure("append_to_log_ms", spent, APPEND, f"{len(entries)} entries of a completed task")
    for _ in range(CASES):
        office.advance(office.open_case(), TASKS)
    office.engine.audit.anchor("bench")
    checks = [_checked(office) for _ in range(run.repetitions)]
    number, seconds = checks[0][0], [each for _, each in checks]
    yield Figure("entries_verified_a_second", number / median(seconds), A_SECOND,
                 f"{number} entries in {median(seconds):.2f} s", at_least=True)  # fmt: skip
    bare = [_bare(number, CASES * TASKS) for _ in range(run.repetitions)]
    yield Figure("verification_to_bare_arithmetic", ratio(seconds, bare), BARE,
                 f"{median(bare):.3f} s for as many links and answers")  # fmt: skip
    office.close()


def _appended(office: Office, case: Case, entries: Sequence[Event]) -> float:
    """Return how long the entries of a completion take, inside a transaction that is undone."""
    answers = {"svar": "x" * 2000}
    record = Record("r", case.id, "t", "socialtjansten", "f", answers, entries[0].at, "bench")
    with to_write(office.engine.database) as connection:
        connection.begin()
        ledger = Ledger(connection, office.engine.store.vault, "webb")
        ledger.of_command(Command("c" * 36, "bench", "complete_task"))
        spent = timed(lambda: (ledger.commit_to(record), ledger.append(entries)))
        connection.rollback()
    return spent


def _checked(office: Office) -> tuple[int, float]:
    start = time.process_time()
    verdict = office.engine.audit.verify("bench")
    if verdict.findings:
        raise ValueError(verdict.findings)
    return verdict.entries, time.process_time() - start


def _bare(links: int, forms: int) -> float:
    """Return how long it takes to hash so many links, and to open and bind so many answers."""
    cipher, nonce = AESGCM(bytes(32)), bytes(12)
    sealed = cipher.encrypt(nonce, zlib.compress(ANSWERS), None)
    start, previous = time.process_time(), b""
    for _ in range(links):
        previous = sha256(previous + sha256(LINK).digest()).digest()
    for _ in range(forms):
        hmac.digest(previous, zlib.decompress(cipher.decrypt(nonce, sealed, None)), sha256)
    return time.process_time() - start
