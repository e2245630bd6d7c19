"""A form that comes in twice, from a tired hand or a bad line, counts once."""

import re
from uuid import uuid4

import pytest

from engine.bootstrap import Engine
from engine.demo import PASSWORD
from tests.steps.desk import Desk
from tests.web.conftest import Browser
from web import create_app
from web.security import limiter


@pytest.fixture
def polis(engine: Engine) -> Browser:
    """A police officer's browser, on a real engine."""
    app = create_app(engine)
    limiter.reset()
    app.test_client_class = Browser
    client = app.test_client()
    assert isinstance(client, Browser)
    client.get("/logga-in")
    client.send("/logga-in", namn="polis", losenord=PASSWORD)
    client.get("/arenden/nytt")
    return client


@pytest.fixture
def engine(migrated_sqlite_url, clock):
    from engine.bootstrap import build  # noqa: PLC0415
    from tests.conftest import settings  # noqa: PLC0415

    built = build(settings(migrated_sqlite_url), clock)
    yield built
    built.database.dispose()


def test_every_form_carries_a_command_of_its_own(polis: Browser) -> None:
    first, second = (re.findall(r'name="_kommando" value="([^"]+)"', polis.get(path).text)
                     for path in ("/arenden/nytt", "/arenden/nytt"))  # fmt: skip

    assert len({*first, *second}) == 2


def test_a_case_opened_twice_with_one_form_is_one_case(polis: Browser, engine: Engine) -> None:
    command = str(uuid4())
    answers = [polis.send("/arenden", _kommando=command) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0].location == answers[1].location
    assert len(engine.overview()) == 1


def test_a_task_completed_twice_with_one_form_is_told_kindly(
    polis: Browser, engine: Engine
) -> None:
    polis.send("/arenden", _kommando=str(uuid4()))
    desk = Desk(engine, str(engine.overview()[0]["id"]))
    (task,) = desk.tasks()
    form = {**desk.posted(task), "_kommando": str(uuid4()), "_handling": "slutfor"}
    answers = [polis.send(f"/uppgift/{task.id}", **form) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert "räknas en gång" in polis.get("/").text
    assert [e.kind for e in desk.log()].count("task_completed") == 1


def test_another_form_for_the_same_task_is_told_who_was_first(
    polis: Browser, engine: Engine
) -> None:
    polis.send("/arenden", _kommando=str(uuid4()))
    desk = Desk(engine, str(engine.overview()[0]["id"]))
    (task,) = desk.tasks()
    form = {**desk.posted(task), "_handling": "slutfor"}
    polis.send(f"/uppgift/{task.id}", _kommando=str(uuid4()), **form)
    again = polis.send(f"/uppgift/{task.id}", _kommando=str(uuid4()), **form)

    assert again.status_code == 409
    assert "redan slutförd av dig" in again.text
