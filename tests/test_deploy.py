"""What is under deploy/ names only what there is: commands, settings, files, units."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from engine.__main__ import main
from engine.config import ROOT, SECRETS, Settings, variable
from engine.operating.measures import FOLDER

UNITS = ROOT / "deploy" / "systemd"
SERVICES, TIMERS = sorted(UNITS.glob("*.service")), sorted(UNITS.glob("*.timer"))
CONTAINER = (ROOT / "deploy" / "container" / "Containerfile").read_text()
PROGRAM = "/opt/skydd/.venv/bin/skydd"
KNOWN = {FOLDER, *map(variable, Settings.model_fields)}
GUARDED = {
    "User": "skydd", "NoNewPrivileges": "yes", "ProtectSystem": "strict",
    "PrivateTmp": "yes", "UMask": "0077", "CapabilityBoundingSet": "",
}  # fmt: skip
FILES = {f"{variable(name)}_FILE": name for name in SECRETS}


def lines(unit: Path, name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", unit.read_text(), re.MULTILINE)


def named(path: Path) -> str:
    return path.name


def assigned(text: str) -> Iterator[tuple[str, str]]:
    yield from re.findall(r"\b((?:SKYDD|FLASK|PROMETHEUS)_[A-Z_]+|PORT)=(\S*)", text)


def require_command(words: list[str]) -> None:
    """Fail unless `skydd` takes these words."""
    command: click.Command = main
    context = click.Context(main)
    while isinstance(command, click.Group):
        found = command.get_command(context, words[0])
        assert found is not None, words
        command, words = found, words[1:]
    command.make_context("skydd", words, resilient_parsing=False)


@pytest.mark.parametrize("unit", SERVICES, ids=named)
def test_a_unit_runs_a_command_that_there_is(unit: Path) -> None:
    (started,) = lines(unit, "ExecStart")
    program, *words = shlex.split(started)

    assert program == PROGRAM
    require_command(words)


@pytest.mark.parametrize("unit", SERVICES, ids=named)
def test_a_unit_names_settings_that_there_are_and_every_secret_it_hands_over(unit: Path) -> None:
    given = dict(assigned("\n".join(lines(unit, "Environment"))))
    handed = {line.partition(":")[0] for line in lines(unit, "LoadCredential")}
    told = {FILES[name]: value for name, value in given.items() if name in FILES}

    assert given.keys() <= KNOWN | FILES.keys()
    assert told == {name: f"%d/{name}" for name in handed}
    assert handed >= {"database_url", "keys_url", "secret_key", "master_key", "anchor_key"}


@pytest.mark.parametrize("unit", SERVICES, ids=named)
def test_a_unit_runs_as_nobody_in_particular_and_writes_where_it_must_only(unit: Path) -> None:
    for name, value in GUARDED.items():
        assert lines(unit, name) == [value]


@pytest.mark.parametrize("unit", TIMERS, ids=named)
def test_a_timer_starts_a_unit_that_there_is_once_a_day_and_catches_up(unit: Path) -> None:
    assert unit.with_suffix(".service") in SERVICES
    assert lines(unit, "Persistent") == ["yes"]
    assert len(lines(unit, "OnCalendar")) == 1


def test_the_example_names_settings_that_are_no_secrets() -> None:
    given = dict(assigned((UNITS / "skydd.env").read_text()))

    assert given.keys() <= KNOWN - {variable(name) for name in SECRETS}
    assert given["SKYDD_HTTPS"] == "yes"


def test_systemd_takes_the_units_where_it_is_installed(tmp_path: Path) -> None:
    systemd = shutil.which("systemd-analyze")
    for unit in (*SERVICES, *TIMERS):
        text = unit.read_text().replace(PROGRAM, sys.executable)
        (tmp_path / unit.name.replace("@", "@1")).write_text(text)
    asked = [systemd, "verify", *map(str, sorted(tmp_path.iterdir()))]
    told = subprocess.run(asked, capture_output=True, text=True, check=False) if systemd else None  # type: ignore[arg-type]  # noqa: S603

    assert told is None or (told.returncode, told.stderr) == (0, "")


def test_the_container_names_what_there_is() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", CONTAINER, re.MULTILINE)
    last = CONTAINER.rpartition("\nFROM ")[2]
    command = re.search(r'^CMD \["(.*)"\]$', last, re.MULTILINE)

    assert command is not None
    require_command(re.split(r'",\s*"', command[1]))
    assert all((ROOT / file).exists() for line in copied for file in line.split())
    assert {name for name, _ in assigned(last)} <= KNOWN


def test_the_container_runs_as_nobody_in_particular_and_tells_whether_it_lives() -> None:
    last = CONTAINER.rpartition("\nFROM ")[2]

    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert "HEALTHCHECK" in last
    assert "/healthz" in last
    assert not re.search(r"(?:KEY|TOKEN|PASSWORD)=", CONTAINER)
