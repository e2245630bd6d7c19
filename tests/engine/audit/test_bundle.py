"""A bundle can be checked by the program in it, with nothing of ours installed."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine.audit.bundle import Bundle
from engine.audit.verifier import canonical, check_bundle
from tests.engine.audit.written import CASE, SIGNER, Signer, anchored, entries, seeded

CHAIN = entries(6, seeded(1))
ABOUT = {"number": "2026-00001", "key": SIGNER.public, "processes": {}, "exported": "2026-03-02"}


@pytest.fixture
def bundle() -> Bundle:
    others = [entries(3, seeded(n), f"another{n}") for n in range(4)]
    return Bundle(CASE, ABOUT, CHAIN, anchored(CHAIN, *others))


def written(content: bytes, folder: Path) -> str:
    (folder / "logg.zip").write_bytes(content)
    return str(folder / "logg.zip")


def changed(bundle: Bundle, name: str, before: bytes, after: bytes) -> bytes:
    """The bundle with one of its files changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for each, content in bundle.files():
            file.writestr(each, content.replace(before, after, 1) if each == name else content)
    return made.getvalue()


def test_it_is_whole(bundle: Bundle, tmp_path: Path) -> None:
    assert check_bundle(written(bundle.content, tmp_path), {SIGNER.public}) == ([], 6)
    assert check_bundle(written(bundle.content, tmp_path), set()) == ([], 6)
    assert bundle.name == "logg-2026-00001.zip"


def test_it_names_no_other_case(bundle: Bundle) -> None:
    assert b"another" not in b"".join(content for _, content in bundle.files())


def test_the_program_in_it_runs_alone(bundle: Bundle, tmp_path: Path) -> None:
    with zipfile.ZipFile(written(bundle.content, tmp_path)) as file:
        file.extractall(tmp_path)

    def run(name: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "verifier.py", name, "--key", SIGNER.public]
        return subprocess.run(  # noqa: S603  our own program
            command, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    assert (run("logg.zip").returncode, run("logg.zip").stdout) == (0, "6 poster prövade, 0 fel.\n")
    forged = changed(bundle, "poster.jsonl", b'"kind":"', b'"kind":"x')
    (tmp_path / "forged.zip").write_bytes(forged)
    told = run("forged.zip")
    assert (told.returncode, f"{CASE}, post 1: ändrad" in told.stdout) == (1, True)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("poster.jsonl", b'"webb"', b'"api"'),
        ("poster.jsonl", b",", b", "),
        ("poster.jsonl", canonical(CHAIN[2]) + b"\n", b""),
        ("poster.jsonl", canonical(CHAIN[5]) + b"\n", b""),
        ("ankare.json", b'"entries":1', b'"entries":2'),
        ("ankare.json", b'["H","', b'["V","'),
    ],
)
def test_what_was_changed_in_it_is_found(
    bundle: Bundle, tmp_path: Path, name: str, before: bytes, after: bytes
) -> None:
    path = written(changed(bundle, name, before, after), tmp_path)

    assert check_bundle(path, {SIGNER.public})[0]


def test_a_bundle_with_another_key_is_found_by_whoever_knows_the_right_one(tmp_path: Path) -> None:
    forger = Signer("another")
    about = {**ABOUT, "key": forger.public}
    path = written(Bundle(CASE, about, CHAIN, anchored(CHAIN, signer=forger)).content, tmp_path)

    assert check_bundle(path, set())[0] == []
    assert {what for *_, what, _ in check_bundle(path, {SIGNER.public})[0]} == {"fel nyckel"}
