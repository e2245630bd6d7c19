"""Messages from other systems, with anything in them: taken in, or refused in words."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bench.fuzz.place import small_office
from bench.fuzz.tally import Tally
from bench.run import KINDS, Run
from engine.errors import EngineError
from engine.exchange.incoming import TYPE, incoming_of
from tests.engine.db.small import Office
from tests.web.any_input import ANY, ODD

ROUND = 2_000
"""How many messages a handful of cases gets before there are new ones."""
CASES = 5
KNOWN = st.sampled_from(["hej", "slut", "val", "ja", "nej", "kanske"])
SAID = st.one_of(KNOWN, KNOWN, KNOWN, ANY)
IDS = st.one_of(st.uuids().map(str), st.uuids().map(str), st.sampled_from(ODD), st.text())
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY),
    lambda each: st.one_of(st.lists(each, max_size=4), st.dictionaries(ANY, each, max_size=4)),
    max_leaves=10,
)
PAYLOADS = st.one_of(
    st.fixed_dictionaries({"val": KNOWN}), st.dictionaries(SAID, SAID, max_size=4), ANYTHING
)


def fuzz(run: Run, tally: Tally, number: int) -> None:
    """Send messages until there have been enough, half to each kind of database."""
    for part, kind in enumerate(KINDS, 1):
        with small_office(run.url(kind)) as office:
            until = tally.wanted * part // len(KINDS)
            while tally.count < until:
                _some(office, tally, until, number)


def bodies(cases: list[str]) -> st.SearchStrategy[Any]:
    """Return messages as plain JSON and as CloudEvents, nearly right, and anything at all."""
    case = st.one_of(st.sampled_from(cases), st.sampled_from(cases), ANY)
    plain = {"id": IDS, "case": case, "name": SAID, "payload": PAYLOADS}
    event = {
        "specversion": st.sampled_from(["1.0", "1.0", "1.0", "0.3", 1]), "id": IDS, "source": SAID,
        "type": SAID.map(lambda name: f"{TYPE}{name}"), "subject": case, "data": PAYLOADS,
    }  # fmt: skip
    spoiled = st.fixed_dictionaries({}, optional={**plain, "specversion": ANYTHING})
    right = {**plain, "id": st.uuids().map(str), "name": KNOWN, "payload": PAYLOADS}
    wholes = [st.fixed_dictionaries(each) for each in (right, right, plain, event)]
    return st.one_of(*wholes, spoiled, ANYTHING)


def _some(office: Office, tally: Tally, until: int, number: int) -> None:
    draws = random.Random(f"{number} {tally.count}")  # noqa: S311  no secret
    opened = [office.open() for _ in range(CASES)]
    cases = [each.id for each in opened] + [each.number for each in opened]
    people = st.sampled_from([office.soc, office.soc, office.polis, office.mig])

    @seed(draws.randrange(2**32))
    @settings(max_examples=min(ROUND, until - tally.count), deadline=None, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(bodies(cases), people)
    def sent(body: Any, actor: Any) -> None:
        with tally.one(f"{body}"):
            try:
                told = office.engine.exchange.receiving.receive(actor, incoming_of(body))
                tally.outcomes[told.state] += 1
            except EngineError as error:
                tally.outcomes[type(error).__name__] += 1

    sent()
