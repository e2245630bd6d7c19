"""Facts in the open can be checked by the program that is handed out with them."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine.audit.bundle import Bundle, told_of
from engine.audit.opener import check_facts
from tests.engine.audit.written import CASE, SIGNER, Signer, anchored, entries, seeded

CHAIN = entries(6, seeded(1))
ABOUT = {"number": "2026-00001", "key": SIGNER.public, "exported": "2026-03-02"}
FACTS = {1: {"name": "A"}, 3: {"name": "C"}}


def bundle(signer: Signer = SIGNER) -> Bundle:
    told = told_of(CASE, CHAIN, FACTS, signer)
    return Bundle(CASE, ABOUT, CHAIN, anchored(CHAIN), {"v" * 64: {"a.bpmn": "<x/>"}}, told)


def written(folder: Path, made: Bundle, before: bytes = b"", after: bytes = b"") -> str:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, each in made.files():
            file.writestr(name, each.replace(before, after) if name == "fakta.json" else each)
    (folder / "logg.zip").write_bytes(content.getvalue())
    return str(folder / "logg.zip")


def test_what_was_signed_is_sound(tmp_path: Path) -> None:
    assert check_facts(written(tmp_path, bundle()), set()) == ([], 0)
    assert check_facts(written(tmp_path, bundle()), {SIGNER.public}) == ([], 0)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(b'"name":"A"', b'"name":"B"', "signaturen"),
     (f'"{CASE}"'.encode(), b'"another"', "ett annat ärendes"),
     (str(CHAIN[2]["digest"]).encode(), b"0" * 64, "post 3")],
)  # fmt: skip
def test_what_is_changed_is_found(tmp_path: Path, before: bytes, after: bytes, said: str) -> None:
    assert said in " ".join(check_facts(written(tmp_path, bundle(), before, after), set())[0])


def test_another_key_is_told(tmp_path: Path) -> None:
    found, _ = check_facts(written(tmp_path, bundle(Signer("another"))), {SIGNER.public})

    assert found[0].startswith("signerat med")


def test_the_process_files_and_the_program_are_in_it_and_run_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, bundle())) as file:
        file.extractall(tmp_path)
        about = json.loads(file.read("om.json"))
    assert len(about["processes"]["v" * 64]["a.bpmn"]) == 64
    command = [sys.executable, "oppna.py", "logg.zip", "--key", SIGNER.public]
    done = subprocess.run(  # noqa: S603  our own program
        command, cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, "0 poster öppnade med sina egna nycklar, 0 fel.\n")
    assert (tmp_path / "processer" / ("v" * 12) / "a.bpmn").read_text() == "<x/>"
    assert "fakta.json" in (tmp_path / "LÄS MIG.txt").read_text()
