"""The client against the application: what is lost on the way is sent again, and done once."""

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from client import Client, Problem
from engine.access import PROCESS_OFFICE
from engine.accounts.account import SCOPES
from engine.bootstrap import Engine, build
from tests.conftest import MovedClock, settings
from tests.engine.modelling.small import MAIN, Owners, main
from tests.web.serving import served
from web import create_app
from web.security import limiter

MOVED = main("b", "late", "n")


class Lossy(requests.Session):
    """A bad line: the answer to every first request of a kind is lost after it was done."""

    def __init__(self) -> None:
        super().__init__()
        self.lost: set[tuple[str, str]] = set()

    def request(self, method: Any, url: Any, *args: Any, **more: Any) -> requests.Response:
        answer = super().request(method, url, *args, **more)
        if method != "GET" and (method, url) not in self.lost:
            self.lost.add((method, url))
            raise requests.ConnectionError("the answer was lost")
        return answer


@pytest.fixture
def engine(migrated_sqlite_url: str, clock: MovedClock) -> Iterator[Engine]:
    built = build(settings(migrated_sqlite_url), clock)
    yield built
    built.database.dispose()


@pytest.fixture
def address(engine: Engine) -> Iterator[str]:
    app = create_app(engine)
    limiter.reset()
    yield from served(app)


def account(
    engine: Engine, address: str, agency: str, *roles: str, session: requests.Session | None = None
) -> Client:
    _, token = engine.accounts.create("test", agency, "System", roles, SCOPES, 30)
    return Client(address, token, session=session)


def test_a_command_whose_answer_was_lost_is_done_once(engine: Engine, address: str) -> None:
    with Lossy() as lossy:
        amv = account(engine, address, "arbetsmiljoverket", "handlaggare", session=lossy)
        case = amv.open_case()
        (task,) = amv.tasks()
        claimed = amv.claim(amv.task(task["id"]))
        drafted = amv.save_draft(task["id"], amv.draft(task["id"]), {"akut_fara": "nej"})

        assert [each["number"] for each in amv.cases()] == [case["number"]]
        assert claimed["assignee"]
        assert drafted["version"] == 1
        assert amv.release(amv.task(task["id"]))["assignee"] is None


def test_what_does_not_hold_is_told_question_by_question(engine: Engine, address: str) -> None:
    amv = account(engine, address, "arbetsmiljoverket", "handlaggare")
    amv.open_case()
    (task,) = amv.tasks(visa="otilldelade")
    with pytest.raises(Problem, match="Svaren håller inte") as refused:
        amv.complete(amv.task(task["id"]), {"akut_fara": "kanske"})

    assert refused.value.status == 422
    assert "akut_fara" in refused.value.errors
    with pytest.raises(Problem) as stranger:
        Client(address, "skydd_x").case("x")
    assert stranger.value.status == 401


def test_process_owners_change_and_publish_by_their_systems(engine: Engine, address: str) -> None:
    Owners(engine)
    pia, ola = (account(engine, address, PROCESS_OFFICE, "processagare") for _ in range(2))
    assert pia.check({MAIN: MOVED}) == []
    assert pia.check({MAIN: "<x"})[0]["file"] == MAIN
    draft = pia.put_files(pia.open_draft("Steget flyttas"), {MAIN: MOVED})
    assert draft["touched"] == [MAIN]
    proposal = pia.propose(draft, "Polisen gör det redan")
    assert proposal["changes"]
    assert pia.preview(proposal)["finished"]
    ola.decide(ola.proposal(proposal["id"]), "approve")
    for agency in proposal["needs"]:
        chef = account(engine, address, agency, "chef")
        (waiting,) = chef.proposals()
        done = chef.decide(chef.proposal(waiting["id"]), "approve")

    assert done["state"] == "done"
    live = next(pia.versions())
    assert live["live"]
    assert live["version"] == draft_version(engine)
    assert pia.archive(live["version"])[:2] == b"PK"
    assert [each["state"] for each in pia.drafts()] == ["published"]


def draft_version(engine: Engine) -> str | None:
    return engine.publications.current()


def test_reviewers_and_those_who_lead_read_by_their_systems(engine: Engine, address: str) -> None:
    amv = account(engine, address, "arbetsmiljoverket", "handlaggare", "granskare", "chef")
    number = amv.open_case()["number"]
    engine.audit.anchor("test")

    assert amv.verify()["findings"] == []
    assert next(amv.case_log(number))["sequence"] == 1
    assert len(list(amv.anchors())) == 1
    assert amv.statistics(period="2026")["tables"]
