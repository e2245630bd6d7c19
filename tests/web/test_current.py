from flask import get_flashed_messages

from tests.web.fake_engine import ADA
from web.current import SignedIn, actor, engine, present, tell


def test_a_request_knows_its_engine_and_who_asks(app, ada):
    with ada:
        ada.get("/")
        assert actor() == ADA
        assert engine() is app.extensions["engine"]


def test_the_session_keeps_which_sitting_it_is_and_nothing_else(app, ada):
    with ada:
        ada.get("/")
        assert SignedIn(present(), "a token").get_id() == "a token"


def test_what_was_done_is_told_once(app, ada):
    with app.test_request_context():
        tell("Gjort", "/", "Vidare")
        assert get_flashed_messages() == [{"text": "Gjort", "link": "/", "label": "Vidare"}]
