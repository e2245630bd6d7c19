"""The virus scanner is a command of the installation."""

import sys

import pytest

from engine.casebook import scanning
from engine.casebook.scanning import FOUND, UNKNOWN, no_scanner, scanner

FINDS_EVIL = f"{sys.executable} -c \"import sys; sys.exit(b'ond' in sys.stdin.buffer.read())\""


def test_without_a_command_nothing_is_scanned() -> None:
    assert scanner("") is no_scanner
    assert no_scanner(b"vad som helst") is None


def test_the_command_reads_the_file_and_its_end_tells() -> None:
    scan = scanner(FINDS_EVIL)

    assert scan(b"en god fil") is None
    assert scan(b"en ond fil") == FOUND


@pytest.mark.parametrize("command", ["/finns/inte", f'{sys.executable} -c "raise SystemExit(2)"'])
def test_what_cannot_be_scanned_is_refused(command: str) -> None:
    assert scanner(command)(b"x") == UNKNOWN


def test_a_scanner_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "PATIENCE", 0.2)

    assert scanner("sleep 5")(b"x") == UNKNOWN
