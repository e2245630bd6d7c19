"""The table of the security standard is whole, and what it names is there."""

import re
from collections import Counter

import pytest

from tests.test_architecture import ROOT, files, read

REQUIREMENTS = dict(
    enumerate((27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7), start=1)
)
"""How many there are of levels 1 and 2 in each chapter of 5.0.0."""
VERDICTS = {"yes", "none", "operator", "left"}
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| [^|]+ \| (\w+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([a-z_]+/[\w./@*-]+?|[\w-]+\.(?:lock|json|md))(?:::(\w+))?`")
PAGES = ("docs/asvs.md", "docs/security.md", "docs/threat-model.md", "docs/architecture.md")
STORING = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie\s*=")
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")


def rows() -> list[tuple[str, str, str, str]]:
    return ROW.findall(read("docs/asvs.md"))


def test_every_requirement_is_there_once_and_judged() -> None:
    ids = [row[0] for row in rows()]

    assert Counter(int(each.partition(".")[0]) for each in ids) == REQUIREMENTS
    assert len(set(ids)) == len(ids)
    assert {row[1] for row in rows()} == VERDICTS


def test_what_is_said_to_be_so_says_where_and_what_is_left_is_told_together() -> None:
    told = read("docs/asvs.md").partition("## What is left, together")[2]

    assert [row[0] for row in rows() if row[1] == "left" and row[0] not in told] == []
    assert [row[0] for row in rows() if row[1] != "none" and len(row[2]) < 3] == []


@pytest.mark.parametrize("document", PAGES)
def test_every_file_and_test_that_is_named_is_there(document: str) -> None:
    missing = [
        f"{file}::{test}" if test else file
        for file, test in NAMED.findall(read(document))
        if not _is_there(file, test)
    ]

    assert missing == []


def _is_there(file: str, test: str) -> bool:
    if "*" in file:
        return bool(files(file))
    found = (ROOT / file).exists() or (ROOT / "docs" / file).exists()
    return found and (not test or f"def {test}(" in read(file))


def scripts() -> list[str]:
    return [file for file in files("web/frontend/**/*.js") if "/modeller/" not in file]


def test_no_script_of_ours_stores_anything_in_the_browser() -> None:
    assert [file for file in files("web/frontend/**/*.js") if STORING.search(read(file))] == []


def test_no_script_of_ours_writes_markup() -> None:
    assert len(scripts()) > 5
    assert [file for file in scripts() if MARKUP.search(read(file))] == []
