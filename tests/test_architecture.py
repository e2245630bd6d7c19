"""The rules of this house that no tool's settings can say."""

import logging
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from engine import errors
from engine.config import Settings

ROOT = Path(__file__).parent.parent
LONGEST = 250

DATA_TABLES = {"tests/engine/test_deadlines.py"}
"""May be longer than LONGEST: row after row, nothing to follow."""

TESTED_BY_ALL = {
    *("engine/errors.py", "engine/mishaps.py", "engine/model.py"),
    *(
        "engine/retention/holdings.py",
        "engine/papers.py",
        "engine/ports.py",
        "engine/views.py",
        "engine/caseviews.py",
    ),
}
"""Names and values only: every other test uses them."""

TESTED_AS_ONE = {"engine/bpmn/drawing", "engine/db/tables"}
"""Packages with one door: their tests knock there, and need not mirror every module."""

MACHINES_OWN = tuple("/" + folder for folder in ("work/", "tmp/w"))
"""Folders of one developer's machine."""


def files(*patterns: str) -> list[str]:
    found = (path for pattern in patterns for path in ROOT.glob(pattern))
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def read(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8", errors="replace")


def tracked() -> list[str]:
    """What is in git, or on its way there."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return []
    command = [git, "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard"]
    names = subprocess.check_output(command, text=True).split("\0")  # noqa: S603
    return [name for name in names if (ROOT / name).is_file()]


@pytest.fixture
def loggers_left_on() -> Iterator[None]:
    """Undo what import-linter does: it turns off every logger there is, and later tests listen."""
    yield
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.disabled = False


@pytest.mark.usefixtures("loggers_left_on")
def test_import_contracts_hold() -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_logo=True)

    assert not broken


@pytest.mark.parametrize("file", files("engine/**/*.py", "web/**/*.py", "tests/**/*.py"))
def test_no_module_is_long(file: str) -> None:
    assert file in DATA_TABLES or len(read(file).splitlines()) <= LONGEST


@pytest.mark.parametrize("file", files("engine/**/[!_]*.py", "web/**/[!_]*.py"))
def test_every_module_has_its_tests(file: str) -> None:
    folder, name = file.rsplit("/", 1)
    expected = "test_*.py" if folder in TESTED_AS_ONE else f"test_{name}"

    assert file in TESTED_BY_ALL or files(f"tests/{folder}/{expected}")


def test_every_error_is_in_the_tree() -> None:
    drawn = re.findall(r"^([│├└─ ]*)([A-Z]\w+)\b", errors.__doc__ or "", re.MULTILINE)
    classes = vars(errors).values()

    assert [(len(indent) // 4, name) for indent, name in drawn if name != "Everything"] == [
        (len(kind.__mro__) - len(errors.EngineError.__mro__), kind.__name__)
        for kind in classes
        if isinstance(kind, type) and issubclass(kind, errors.EngineError)
    ]


def test_every_setting_is_in_the_readme_or_the_operators_handbook() -> None:
    sources = files("engine/**/*.py", "web/**/*.py", "tests/ensure_browser.py", "Makefile")
    named = {name for file in sources for name in re.findall(r"\bSKYDD_[A-Z_]+\b", read(file))}
    documented = "".join(map(read, files("README.md", "docs/operation.md")))

    assert not documented or {name for name in named | fields() if name not in documented} == set()


def fields() -> set[str]:
    """The variables that fill pydantic's Settings, by their names in the environment."""
    prefix = Settings.model_config.get("env_prefix", "")
    return {
        str(field.validation_alias or f"{prefix}{name}".upper())
        for name, field in Settings.model_fields.items()
    }


def test_nothing_in_git_knows_the_machine_it_was_written_on() -> None:
    assert [file for file in tracked() if any(own in read(file) for own in MACHINES_OWN)] == []


@pytest.mark.parametrize("file", ["requirements.lock", "package-lock.json"])
def test_lock_files_name_no_registry(file: str) -> None:
    hosts = re.findall(r"registry\.|pypi|--\S*(?:index|links)|\"resolved\"|git\+", read(file))

    assert hosts == []


def test_only_the_clock_and_the_demonstration_know_what_time_it_is() -> None:
    """Everything else is told the time, so that tests, rehearsals and replays can move it."""
    reading = re.compile(r"datetime\.now\(|date\.today\(|time\.time\(|utcnow")
    files_ = files("engine/**/*.py", "web/**/*.py")
    asking = {file for file in files_ if reading.search(read(file))}

    assert asking == {"engine/bootstrap.py", "engine/__main__.py"}
