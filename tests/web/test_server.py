"""gunicorn's own lines go the way of all that is logged."""

import logging
from collections.abc import Iterator

import pytest
from gunicorn.config import Config

from engine.bootstrap import Engine
from engine.errors import Unsafe
from engine.operating import logs
from web import create_app, server


@pytest.fixture
def _root_as_it_was() -> Iterator[None]:
    loggers = [logging.getLogger(), *map(logging.getLogger, logs.OWN)]
    before = [(each, each.handlers[:], each.level) for each in loggers]
    yield
    for each, handlers, level in before:
        each.handlers[:] = handlers
        each.setLevel(level)


@pytest.mark.usefixtures("_root_as_it_was")
def test_what_gunicorn_says_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    logger = server.Masked(Config())
    logger.exception("Error handling request %s", "/sok?q=Anna")
    logger.info("Listening at: %s", "http://127.0.0.1:8000")
    told = capsys.readouterr().err.splitlines()

    assert len(told) == 2
    assert all(line.startswith("{") and line.endswith("}") for line in told)
    assert "Anna" not in "".join(told)


def test_a_process_that_ended_is_forgotten_without_a_shared_folder() -> None:
    class Worker:
        pid = 1

    server.child_exit(None, Worker())


def test_no_application_is_made_on_unsafe_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    monkeypatch.setenv("SKYDD_DATABASE_URL", f"sqlite:///{tmp_path / 'd.sqlite'}")
    monkeypatch.setenv("SKYDD_SECRET_KEY", "kort")
    monkeypatch.setenv("FLASK_DEBUG", "1")

    with pytest.raises(Unsafe) as refused:
        create_app()
    assert len(refused.value.found) == 2


def test_a_new_process_reads_the_processes_before_its_first_request(real_engine: Engine) -> None:
    class Worker:
        wsgi = create_app(real_engine)

    server.post_worker_init(Worker())
    processes = real_engine.processes.published(real_engine.publications.current() or "")

    assert "specifications" in vars(processes)
