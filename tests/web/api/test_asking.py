"""The engine is asked as `api`, and is the one that the application has."""

from flask import Flask

from engine.bootstrap import Engine
from tests.web.api.conftest import System
from web.api.asking import engine, recognised


def test_the_engine_is_the_applications_own_with_another_channel(
    api_app: Flask, real_engine: Engine
) -> None:
    with api_app.test_request_context("/api/v1/tasks"):
        assert engine().store.channel == "api"
        assert engine().database is real_engine.database
        assert engine() is engine()


def test_an_account_is_recognised_however_the_word_bearer_is_written(
    api_app: Flask, amv: System
) -> None:
    for sent, known in ((f"bearer {amv.token}", True), (amv.token, False), ("Bearer ", False)):
        with api_app.test_request_context("/api/v1/tasks", headers={"Authorization": sent}):
            assert (recognised() is not None) is known
