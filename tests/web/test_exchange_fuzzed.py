"""Every form about an agency's systems takes whatever is sent: done, or said why not."""

import pytest
from flask import Flask

from engine.bootstrap import Engine
from tests.engine.db.connected import Connected, dead_event
from tests.engine.db.small import FILES, Office
from tests.web.conftest import Browser
from tests.web.crawled import Crawled, Found
from tests.web.test_owners_forms_fuzzed import take
from web import create_app
from web.security import limiter


class Connections(Crawled):
    """A system that is connected, one that is paused, and an event that could not be sent."""

    entry = "/anslutningar"

    def shown(self) -> Found:
        office, found = Office(self.engine), Found()
        office.publish(FILES)
        connected = Connected(office)
        hook = dead_event(connected)["webhook_id"]
        paused = connected.connect()
        connected.subscribing.pause(office.chef, paused.id)
        pages = ("/anslutningar", f"/anslutningar/{hook}", f"/anslutningar/{paused.id}")
        self.look("soc.chef", pages, found)
        return found


@pytest.fixture
def app(real_engine: Engine) -> Flask:
    app = create_app(real_engine)
    app.test_client_class = Browser
    limiter.reset()
    return app


def test_every_form_about_systems_takes_whatever_is_sent(real_engine: Engine, app: Flask) -> None:
    place = Connections(real_engine, app)
    take(place, place.shown(), place.posted_to("exchange"))
