"""Every operation of the API as each role: what the description allows, and what it does not."""

from __future__ import annotations

import random
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bench.fuzz.place import engine_at
from bench.fuzz.tally import Tally
from bench.run import Run
from engine.bootstrap import Engine
from engine.model import Actor
from tests.web.api import test_any_request as any_request
from tests.web.api.pinned import bridged
from tests.web.askers import Askers
from tests.web.secrets import Case
from tests.web.test_every_route import leaked
from web import create_app
from web.api.room import PREFIX
from web.security import limiter

AT_ONCE = 25
"""How many requests an operation gets before it is the next one's turn."""


def fuzz(run: Run, tally: Tally, number: int) -> None:
    """Send requests until there have been enough."""
    draws = random.Random(f"api {number}")  # noqa: S311  no secret
    with engine_at(run.url("sqlite")) as engine:
        place = _place(engine)
        described = schemathesis.openapi.from_wsgi(f"{PREFIX}/openapi.json", place.app)
        with bridged():
            operations = [found.ok() for found in described.get_all_operations()]
            tokens = [(agency, _token(place, *of)) for of in any_request.ROLES for agency in of[1:]]
            while not tally.over:
                agency, token = draws.choice(tokens)
                _often(place, tally, draws.choice(operations), (agency, token), draws)


def _place(engine: Engine) -> any_request.Place:
    app, case = create_app(engine), Case.lived(engine, any_request.STEPS)
    return any_request.Place(app, case, Askers(app, engine), any_request._ids(engine, case))


def _token(place: any_request.Place, role: str, agency: str) -> str:
    roles = frozenset({role} if role == "processagare" else {"handlaggare", role})
    return place.systems.token(Actor(f"any.{role}", role, agency, roles))


def _often(
    place: any_request.Place, tally: Tally, operation: Any, by: tuple[str, str],
    draws: random.Random,
) -> None:  # fmt: skip
    right = draws.random() < 0.5 or not [*operation.body]  # noqa: PLR2004

    @seed(draws.randrange(2**32))
    @settings(max_examples=min(AT_ONCE, tally.wanted - tally.count), deadline=None, database=None,
              phases=[Phase.generate], suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        made = data.draw(operation.as_strategy())
        made.body = made.body if right else data.draw(any_request.spoiled(made.body))
        for name in made.path_parameters or {}:
            made.path_parameters[name] = data.draw(st.sampled_from(place.ids[name]))
        limiter.reset()
        with tally.one(f"{operation.label}: {made.path_parameters} {made.body}"):
            answer = place.answer(made, by[1])
            tally.outcomes[str(answer.status_code)] += 1
            told = answer.content.decode("utf-8", "replace")
            if found := leaked(told, place.case, by[0]):
                raise ValueError(f"it tells of {found}")
            made.validate_response(answer, checks=any_request.CHECKS)

    ask()
