"""A published process set: its version, its parts, and everything that cannot be read at once."""

from pathlib import Path

import pytest

from engine.bpmn.definitions import KEPT, ProcessSet, read_folder, read_process_set, version_of
from engine.errors import ModelError, NotFound
from tests.engine.bpmn.rules import dmn
from tests.engine.bpmn.samples import REGISTERS, message, straight

STARTED = straight("b").replace('"p"', '"q"').replace(
    '<bpmn:startEvent id="start">', f'<bpmn:startEvent id="start">{message("message", "hej")}'
)  # fmt: skip
FILES = REGISTERS | {
    "p.bpmn": straight("a"),
    "q.bpmn": STARTED,
    "b.dmn": dmn("val => mer", '- => "ja"'),
}


@pytest.fixture
def published() -> ProcessSet:
    return read_process_set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_any_byte_of_any_file_changes_the_version(name: str) -> None:
    changed = FILES | {name: FILES[name] + " "}

    assert version_of(changed) != version_of(FILES)


def test_the_name_of_a_file_is_part_of_the_version() -> None:
    assert version_of({"a": "x"}) != version_of({"b": "x"})


def test_what_moves_from_one_file_to_the_next_changes_the_version() -> None:
    assert version_of({"a": "xy", "b": "z"}) != version_of({"a": "x", "b": "yz"})
    assert version_of({"a": "b", "c": ""}) != version_of({"a": "", "c": "b"})
    assert version_of({"ab": "c"}) != version_of({"a": "bc"})


def test_the_order_of_the_files_does_not_matter() -> None:
    assert version_of(dict(reversed(FILES.items()))) == version_of(FILES)


def test_a_set_is_named_by_its_content(published: ProcessSet) -> None:
    assert published.version == version_of(FILES)
    assert published.files == FILES


def test_a_set_is_read_once_and_the_oldest_are_forgotten(published: ProcessSet) -> None:
    assert read_process_set(dict(FILES)) is published
    for number in range(KEPT):
        read_process_set(FILES | {"p.bpmn": straight(f"a{number}")})

    again = read_process_set(FILES)
    assert again is not published
    assert again.version == published.version


def test_versions_share_what_none_of_them_changed(published: ProcessSet) -> None:
    changed = read_process_set(FILES | {"p.bpmn": straight("other")})

    assert changed.diagrams["q"] is published.diagrams["q"]
    assert changed.form("f") is published.form("f")
    assert changed.diagrams["p"] is not published.diagrams["p"]


def test_a_set_has_its_diagrams_forms_registers_and_deadlines(published: ProcessSet) -> None:
    assert set(published.diagrams) == set(published.specifications) == {"p", "q"}
    assert published.element("p", "a").name == "A"
    assert published.form("f").id == "f"
    assert published.decision("b").name == "Beslutet"
    assert published.dues.registry["DL-10"].length == "P7D"
    assert set(published.registers.messages) == {"hej", "slut"}


def test_a_message_names_the_process_it_starts(published: ProcessSet) -> None:
    assert published.started_by("hej") == "q"
    assert published.started_by("slut") is None
    assert published.started_by("") is None


def test_what_is_not_in_the_set_is_not_found(published: ProcessSet) -> None:
    with pytest.raises(NotFound):
        published.diagram("r")
    with pytest.raises(NotFound):
        published.form("g")
    with pytest.raises(NotFound):
        published.decision("c")


def test_everything_that_cannot_be_read_is_told_at_once() -> None:
    broken = {
        "p.bpmn": "<x", "q.bpmn": "", "b.dmn": "<x", "forms/f.form": "{", "frister.toml": "[",
        "aktorer.toml": "[", "variabler.toml": "x = 1",
    }  # fmt: skip
    with pytest.raises(ModelError) as refused:
        read_process_set(REGISTERS | broken)

    assert {finding.file for finding in refused.value.findings} >= set(broken)


def test_every_row_of_a_broken_registry_of_deadlines_is_told() -> None:
    broken = '["DL-1"]\nnamn = "En"\n["DL-2"]\nlangd = "P7X"\n'
    with pytest.raises(ModelError) as refused:
        read_process_set(FILES | {"frister.toml": broken})

    told = "\n".join(map(str, refused.value.findings))
    assert "DL-1: nyckeln" in told
    assert "DL-2: nyckeln" in told


def test_an_empty_set_is_refused() -> None:
    with pytest.raises(ModelError, match="registret saknas"):
        read_process_set({})


def test_two_files_with_the_same_process_are_refused() -> None:
    with pytest.raises(ModelError, match=r"processen p finns redan i p\.bpmn"):
        read_process_set(FILES | {"r.bpmn": straight("a")})


def test_a_folder_is_read_with_its_forms_and_nothing_else(tmp_path: Path) -> None:
    for name in (
        "p.bpmn",
        "b.dmn",
        "r.toml",
        "forms/f.form",
        "README.md",
        "forms/x.json",
        "old/o.bpmn",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"å {name}", encoding="utf-8")

    assert read_folder(tmp_path) == {name: f"å {name}" for name in ("p.bpmn", "b.dmn", "r.toml",
                                                                     "forms/f.form")}  # fmt: skip


def test_a_file_that_is_not_utf8_is_read_and_left_for_the_check(tmp_path: Path) -> None:
    (tmp_path / "p.bpmn").write_bytes("å".encode("latin-1"))

    assert read_folder(tmp_path) == {"p.bpmn": "\ufffd"}
