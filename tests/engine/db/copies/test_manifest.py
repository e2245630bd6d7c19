"""A copy that is not as it was signed is refused, with the file that differs."""

import json
from pathlib import Path

import pytest

from engine.audit.anchors import Signer
from engine.db.copies.manifest import NAME, Manifest, digests, read
from engine.errors import Unrestorable

SIGNER = Signer("only for tests")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").write_text("a")
    about = ("2026-03-02T09:00:00+00:00", "sqlite", "levels", "v1", 3, {"cases": 2})
    Manifest(*about, digests(tmp_path), SIGNER.public).write(tmp_path, SIGNER)
    return tmp_path


def test_what_was_written_is_read(folder: Path) -> None:
    manifest = read(folder, {SIGNER.public})

    assert (manifest.kind, manifest.anchor, manifest.rows) == ("sqlite", 3, {"cases": 2})
    assert manifest.files.keys() == {"a"}


@pytest.mark.parametrize("change", ["a", "b"])
def test_a_file_that_was_changed_or_put_in_is_named(folder: Path, change: str) -> None:
    (folder / change).write_text("b")

    with pytest.raises(Unrestorable, match=f"ändrad: {change}"):
        read(folder, {SIGNER.public})


def test_a_file_that_was_taken_away_is_named(folder: Path) -> None:
    (folder / "a").unlink()

    with pytest.raises(Unrestorable, match="ändrad: a"):
        read(folder, {SIGNER.public})


def test_a_changed_statement_and_a_strangers_signature_are_refused(folder: Path) -> None:
    with pytest.raises(Unrestorable, match="annan nyckel"):
        read(folder, {Signer("another").public})
    signed = json.loads((folder / NAME).read_text())
    signed["statement"]["anchor"] = 4
    (folder / NAME).write_text(json.dumps(signed))
    with pytest.raises(Unrestorable, match="manifest"):
        read(folder, {SIGNER.public})


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"statement": {"x": 1}}', '{"statement": 1}'])
def test_what_is_no_manifest_is_refused(folder: Path, text: str) -> None:
    (folder / NAME).write_text(text)

    with pytest.raises(Unrestorable, match="manifest"):
        read(folder, {SIGNER.public})
