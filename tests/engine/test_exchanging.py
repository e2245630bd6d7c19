"""`skydd webhooks`, run as an operator would run it."""

import json
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result

from engine import exchanging, operation
from engine.__main__ import main
from engine.bootstrap import Engine
from engine.db.exchanging import exchange_of
from engine.errors import NotFound
from engine.exchange.webhooks import PAUSES
from tests.conftest import MovedClock
from tests.engine.exchange.receiver import Receiver, listening

Run = Callable[..., Result]
OF = ("--agency", "polismyndigheten")


@pytest.fixture
def run(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `skydd webhooks` with the test's own engine, which may call this machine."""
    allowing = engine.settings.model_copy(update={"webhook_allow": "localhost"})
    parts = (engine.store, engine.processes, engine.clock, engine.messages.deliver)
    object.__setattr__(engine, "exchange", exchange_of(allowing, *parts))
    monkeypatch.setattr(exchanging, "build", lambda **_: engine)
    return lambda *arguments: CliRunner().invoke(main, ["webhooks", *map(str, arguments)])


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as receiver:
        yield receiver


def added(run: Run, receiver: Receiver) -> str:
    told = run("add", *OF, "--url", receiver.url, "--kind", "case.opened", "--by", "drift")
    assert told.exit_code == 0, told.output
    assert "whsec_" in told.output
    return str(json.loads(run(*OF, "--json").output)[0]["id"])


def test_a_webhook_is_added_listed_and_tested(run: Run, engine: Engine, receiver: Receiver) -> None:
    hook = added(run, receiver)
    (row,) = json.loads(run(*OF, "--json").output)
    assert row == {"id": hook, "address": receiver.url, "kinds": ["case.opened"],
                   "state": "skickar"}  # fmt: skip
    assert "whsec_" not in run(*OF).output
    assert "Provet" in run("test", hook, *OF).output
    engine.exchange.sending.send_due()

    assert receiver.kinds == ["webhook.test"]


def test_it_is_paused_resumed_and_ended(run: Run, receiver: Receiver) -> None:
    hook = added(run, receiver)
    for verb, state in (("pause", "pausad"), ("resume", "skickar")):
        assert run(verb, hook, *OF).exit_code == 0
        assert json.loads(run(*OF, "--json").output)[0]["state"] == state
    assert run("end", hook, *OF).exit_code == 0

    assert "Ingenting" in run(*OF).output


def test_a_worker_sends_what_is_due(
    run: Run, engine: Engine, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(operation, "build", lambda **_: engine)
    run("test", added(run, receiver), *OF)
    assert CliRunner().invoke(main, ["worker", "--once"]).exit_code == 0

    assert receiver.kinds == ["webhook.test"]


def test_its_secret_is_changed(run: Run, receiver: Receiver) -> None:
    assert "whsec_" in run("rotate", added(run, receiver), *OF).output


def test_what_could_not_be_sent_is_listed_and_sent_again_for_a_reason(
    run: Run, engine: Engine, receiver: Receiver, clock: MovedClock
) -> None:
    added(run, receiver)
    person = engine.queries.person("polis")
    assert person is not None
    engine.casework.open_case(person)
    receiver.answers[:] = ["500"] * (len(PAUSES) + 1)
    for pause in (0, *PAUSES):
        clock.advance(seconds=pause * 2)
        engine.exchange.sending.send_due()
    (row,) = json.loads(run("dead", *OF, "--json").output)
    assert row["cause"] == "Svarade med felkoden 500."
    assert "case.opened" in run("dead", *OF).output
    assert run("resend", row["id"], *OF).exit_code != 0
    assert run("resend", row["id"], *OF, "--reason", "Lagad").exit_code == 0
    engine.exchange.sending.send_due()

    assert receiver.kinds == ["case.opened"]


def test_an_agency_that_there_is_not_is_said(run: Run) -> None:
    assert isinstance(run("--agency", "nasa").exception, NotFound)
    assert run().exit_code != 0
