"""What the scenarios executed, kept in a file."""

from pathlib import Path

import pytest

from engine.proof.recording import Recording, Scenario, features_hash, merged, read_recording

FIRST = Scenario("lvu", "Ett", passed=("lvu/a",), flows=("lvu/x",), held=("lvu/DL-10",))
RECORDING = Recording("v1", "f1", (FIRST,))


def test_a_recording_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "features.json"
    file.write_text(RECORDING.text(), encoding="utf-8")

    assert read_recording(file) == RECORDING


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"scenarios": [{"a": 1}]}', '{"scenarios": []}'])
def test_a_file_that_is_no_recording_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "features.json"
    file.write_text(text)

    with pytest.raises(ValueError, match="ingen inspelning"):
        read_recording(file)


def test_it_tells_only_of_what_it_was_run_on() -> None:
    assert RECORDING.is_of("v1", "f1")
    assert not RECORDING.is_of("v2", "f1")
    assert not RECORDING.is_of("v1", "f2")


def test_the_rows_of_an_outline_are_one_scenario() -> None:
    other = Scenario("lvu", "Ett", passed=("lvu/b",), expired=("lvu/DL-10",))
    (both,) = merged([FIRST, other])

    assert (both.passed, both.held, both.expired) == (
        ("lvu/a", "lvu/b"), ("lvu/DL-10",), ("lvu/DL-10",),
    )  # fmt: skip
    assert both.title == "lvu: Ett"


def test_the_same_name_in_another_feature_is_another_scenario() -> None:
    other = Scenario("asyl", "Ett")

    assert merged([FIRST, other]) == (other, FIRST)


def test_any_change_to_a_feature_changes_the_hash(tmp_path: Path) -> None:
    hashes = {features_hash(tmp_path)}
    for name, text in (("a.feature", "x"), ("a.feature", "y"), ("b.feature", ""), ("c.txt", "x")):
        (tmp_path / name).write_text(text)
        hashes.add(features_hash(tmp_path))

    assert len(hashes) == 4
