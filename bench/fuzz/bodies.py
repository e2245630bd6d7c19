"""Messages from other systems, with anything in them: taken in, or refused in words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from uuid import uuid4

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bench.fuzz.place import small_office
from bench.fuzz.tally import Tally
from bench.run import KINDS, Run
from engine.errors import EngineError
from engine.model import Message
from tests.engine.db.small import Office
from tests.web.any_input import ANY, ODD

ROUND = 2_000
CASES = 5
KNOWN = st.sampled_from(["hej", "slut", "val", "ja", "nej", "soc", "meddelande", "signal"])
SAID = st.one_of(KNOWN, KNOWN, ANY)
IDS = st.one_of(st.uuids().map(str), st.sampled_from(ODD), st.text(max_size=60))
PAYLOADS = st.dictionaries(SAID, SAID, max_size=4)


def fuzz(run: Run, tally: Tally, number: int) -> None:
    """Send messages until there have been enough, half to each kind of database."""
    for part, kind in enumerate(KINDS, 1):
        with small_office(run.url(kind)) as office:
            until = tally.wanted * part // len(KINDS)
            while tally.count < until:
                _some(office, tally, until, number)


def _some(office: Office, tally: Tally, until: int, number: int) -> None:
    draws = random.Random(f"{number} {tally.count}")  # noqa: S311  no secret
    cases = [office.open().id for _ in range(CASES)]
    count = min(ROUND, until - tally.count)

    @seed(draws.randrange(2**32))
    @settings(max_examples=count, deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(IDS, SAID, SAID, PAYLOADS, st.sampled_from(_people(office)), st.one_of(
        st.sampled_from(cases), st.sampled_from(cases), ANY))  # fmt: skip
    def sent(id_, name, kind, payload, actor, case) -> None:  # type: ignore[no-untyped-def]
        message = Message(id_ or str(uuid4()), case, name, kind, payload)
        with tally.one(f"{message}"):
            try:
                office.engine.messages.receive(actor, message)
                tally.outcomes["taken in"] += 1
            except EngineError as error:
                tally.outcomes[type(error).__name__] += 1

    sent()


def _people(office: Office) -> Iterator[object]:
    return [office.soc, office.soc, office.polis, office.mig]  # type: ignore[return-value]
