"""What Prometheus reads: of one process, and of several that share a folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.operating import measures
from engine.operating.measures import FOLDER, Level, Stopwatch, exposition

WRITER = """
from engine.operating.measures import COMMANDS, LAST
COMMANDS.labels("claim").observe(0.02)
LAST.set({number})
"""
READER = """
from engine.operating.measures import exposition, forget
forget({process})
print(exposition(lambda: []).decode())
"""


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, FOLDER: str(folder)}
    command = [sys.executable, "-c", code]
    return subprocess.run(  # noqa: S603
        command, env=environment, check=True, capture_output=True, text=True
    )


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)


def test_a_command_is_counted_under_its_verb_and_what_did_nothing_is_not() -> None:
    Stopwatch().stop("test_verb")
    Stopwatch().stop("")
    told = exposition(list).decode()

    assert 'skydd_command_seconds_count{verb="test_verb"} 1.0' in told
    assert 'verb=""' not in told


def test_levels_are_asked_each_time() -> None:
    numbers = iter([1.0, 2.0])

    def levels() -> list[Level]:
        return [
            Level("skydd_x", "X.", "state", {"a": next(numbers)}),
            Level("skydd_y", "Y.", "", {"": 3.0}),
        ]

    assert 'skydd_x{state="a"} 1.0' in exposition(levels).decode()
    again = exposition(levels).decode()
    assert 'skydd_x{state="a"} 2.0' in again
    assert "skydd_y 3.0" in again


def test_several_processes_are_told_as_one_and_the_dead_still_count(tmp_path: Path) -> None:
    for number in (7, 5):
        python(WRITER.format(number=number), tmp_path)
    told = python(READER.format(process=os.getpid()), tmp_path).stdout

    assert 'skydd_command_seconds_count{verb="claim"} 2.0' in told
    assert "skydd_worker_last_round 7.0" in told


def test_to_forget_a_process_does_nothing_where_nothing_is_shared() -> None:
    measures.forget(1)
