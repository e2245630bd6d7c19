from sqlalchemy import text

from engine.bootstrap import Engine
from engine.db.connection import writing
from engine.db.readiness import UNMIGRATED
from web import create_app


def test_a_process_that_answers_is_alive_even_if_nothing_else_is(real_engine: Engine) -> None:
    client = create_app(real_engine).test_client()
    real_engine.database.dispose()
    answer = client.get("/healthz")

    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert "Set-Cookie" not in answer.headers


def test_it_is_ready_when_nothing_is_wrong_and_says_what_is(real_engine: Engine) -> None:
    client = create_app(real_engine).test_client()
    assert (client.get("/readyz").status_code, client.get("/readyz").json) == (200, {"fel": []})

    with writing(real_engine.database) as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    answer = client.get("/readyz")

    assert (answer.status_code, answer.json) == (503, {"fel": [UNMIGRATED]})
