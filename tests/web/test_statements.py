"""A page of the work list costs few statements, from who asks to the last line."""

import pytest
from flask import Flask

from engine.bootstrap import Engine
from tests.engine.db.counting import counted
from tests.engine.db.small import FILES, Office
from tests.web.conftest import Browser
from tests.web.seated import sit
from web import create_app

MOST = 8


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    office = Office(engine_on_both)
    office.publish(FILES)
    return office


@pytest.fixture
def app(office: Office) -> Flask:
    app = create_app(office.engine)
    app.test_client_class = Browser
    return app


@pytest.mark.parametrize("address", ["/", "/?visa=mina", "/?nya=ja", "/?sok=b&frist=vecka"])
def test_the_work_list_is_shown_in_at_most_eight_statements(
    app: Flask, office: Office, address: str
) -> None:
    office.open()
    client = app.test_client()
    sit(client, "soc")
    client.get("/")
    with counted(office.engine.database) as said:
        assert client.get(address).status_code == 200

    assert len([each for each in said if each.startswith("SELECT")]) <= MOST
    assert [each for each in said if each.startswith(("INSERT", "UPDATE", "DELETE"))] == []
