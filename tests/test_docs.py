"""What the documentation leads to is there."""

import re
from pathlib import PurePosixPath

import pytest

from tests.test_architecture import ROOT, files, read

LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
COMMAND = re.compile(r"`make ([a-z]+)`")
PAGES = files("README.md", "docs/*.md")


@pytest.mark.parametrize("document", PAGES)
def test_every_link_leads_to_a_file(document: str) -> None:
    folder = ROOT / PurePosixPath(document).parent

    assert [link for link in LINK.findall(read(document)) if not (folder / link).exists()] == []


@pytest.mark.parametrize("document", PAGES)
def test_every_command_of_make_is_one(document: str) -> None:
    known = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))

    assert set(COMMAND.findall(read(document))) <= known


def test_the_handbook_counts_without_a_gap() -> None:
    for part in read("docs/handbok.md").split("\n## ")[1:]:
        numbers = [int(each) for each in re.findall(r"^(\d+)\. ", part, re.MULTILINE)]

        assert numbers == list(range(1, len(numbers) + 1)), part.partition("\n")[0]
