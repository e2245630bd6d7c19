"""What reaches stderr: JSON, a line each, masked, without values of variables."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest

from engine.operating import logs

LOG = logging.getLogger("engine.test_logs")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What a logger of ours writes, as it would be on stderr."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.formatter())
    LOG.addHandler(handler)
    LOG.setLevel("INFO")
    yield stream
    LOG.removeHandler(handler)
    logs.unbind()


@pytest.fixture
def _levels_as_they_were() -> Iterator[None]:
    loggers = [logging.getLogger(), *map(logging.getLogger, logs.OWN)]
    before = [(each, each.handlers[:], each.level) for each in loggers]
    yield
    for each, handlers, level in before:
        each.handlers[:] = handlers
        each.setLevel(level)


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_json_with_time_level_and_place(written: io.StringIO) -> None:
    LOG.warning("e-mail %s waits", "m1")
    (line,) = lines(written)

    assert line.keys() == {"event", "level", "logger", "timestamp"}
    assert (line["event"], line["level"]) == ("e-mail m1 waits", "warning")
    assert line["logger"] == "engine.test_logs"
    assert str(line["timestamp"]).endswith("Z")


def test_what_is_bound_to_the_request_is_in_every_line_until_it_is_over(
    written: io.StringIO,
) -> None:
    logs.bind(request_id="r1")
    LOG.info("one")
    logs.unbind()
    LOG.info("two")

    assert [line.get("request_id") for line in lines(written)] == ["r1", None]


def test_known_extras_are_told_and_others_counted(written: io.StringIO) -> None:
    LOG.info("request", extra={"route": "cases.case", "status": 200, "namn": "Anna Ek"})
    (line,) = lines(written)

    assert (line["route"], line["status"], line["masked"]) == ("cases.case", 200, 1)
    assert "Anna" not in written.getvalue()


def test_a_traceback_tells_kinds_and_places_but_no_words_and_no_values(
    written: io.StringIO,
) -> None:
    def fail() -> None:
        name = "Anna Ek"
        try:
            {}[name]
        except KeyError as error:
            raise ValueError(f"{name} 19900101-2385") from error

    try:
        fail()
    except ValueError:
        LOG.exception("it failed")
    (line,) = lines(written)

    assert line["kind"] == ["ValueError", "KeyError"]
    assert [str(each).split()[-1] for each in line["where"]][-1] == "fail"  # type: ignore[attr-defined]
    assert "tests/engine/operating/test_logs.py:" in line["where"][-1]  # type: ignore[index]
    assert "Anna" not in written.getvalue()
    assert "2385" not in written.getvalue()


def test_a_pseudonym_is_the_same_for_the_same_and_tells_no_name() -> None:
    one = logs.pseudonym("anna.ek", "s")

    assert one == logs.pseudonym("anna.ek", "s")
    assert len({one, logs.pseudonym("bo.ek", "s"), logs.pseudonym("anna.ek", "t")}) == 3
    assert "anna" not in one


@pytest.mark.usefixtures("_levels_as_they_were")
def test_configured_twice_a_line_is_written_once(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("warning")
    logs.configure("warning")
    logging.getLogger("other").warning("seen")
    logging.getLogger("engine.x").info("not seen")

    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["event"] == "seen"


@pytest.mark.usefixtures("_levels_as_they_were")
def test_of_libraries_only_warnings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info")
    logging.getLogger("other").info("not seen")
    logging.getLogger("engine.x").info("seen")

    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["event"] == "seen"


def test_what_ends_the_program_is_a_line_too(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logs.tell_uncaught()
    sys.excepthook(ValueError, ValueError("Anna Ek"), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    (record,) = caplog.records

    assert json.loads(logs.formatter().format(record))["kind"] == ["ValueError"]
