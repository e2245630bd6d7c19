"""What the settings say reaches those who call."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from engine.bootstrap import Engine, build
from engine.errors import Undeliverable
from engine.model import Case
from tests.conftest import MovedClock
from tests.engine.db.connected import Connected
from tests.engine.db.small import Office
from tests.engine.exchange.test_receiving import SYSTEM, hej


def test_only_what_the_settings_allow_may_be_called(engine: Engine, clock: MovedClock) -> None:
    url = "http://intranat.exempel.se/in"
    with pytest.raises(Undeliverable):
        engine.exchange.subscribing.require_url(url)
    allowing = {"webhook_allow": "intranat.exempel.se", "address": "https://skydd.exempel.se/"}
    other = build(engine.settings.model_copy(update=allowing), clock)
    other.exchange.subscribing.require_url(url)
    other.database.dispose()

    assert other.exchange.sending.envelope.base == "https://skydd.exempel.se"  # type: ignore[attr-defined]


def test_a_leader_sees_nothing_of_a_case_in_which_they_are_disqualified(
    office: Office, case: Case
) -> None:
    office.engine.exchange.receiving.receive(SYSTEM, hej(case, name="okänt"))
    Connected(office).connect(kinds=["task.completed"])
    office.complete(case, "a")
    assert seen(office) == [1, 1, 1]
    office.engine.staffing.disqualify(office.chef, case.id, office.chef.id, "Släkt")

    assert seen(office) == [0, 0, 0]


def seen(office: Office) -> Sequence[int]:
    page = office.engine.exchange.page(replace(office.chef))
    return [len(page.sent), len(page.parked), len(page.deliveries)]
