"""A case played back on its page: without scripts one entry at a time, and never another's."""

import json
import re

import pytest

from tests.web.busy_office import BusyOffice, office
from tests.web.conftest import Browser

__all__ = ["office"]


@pytest.fixture
def place(office: BusyOffice) -> str:
    return office.places["case"] + "/spela"


@pytest.fixture
def soc(office: BusyOffice) -> Browser:
    return office.client("soc")


def test_without_an_entry_the_last_is_shown_with_its_drawing(soc: Browser, place: str) -> None:
    page = soc.get(place).text

    last = max(map(int, re.findall(r'data-moment="(\d+)"', page)))
    assert f"Post {last} av {last}" in page
    assert f".svg?post={last}" in page
    assert "Det här kunde Socialtjänsten se då" in page


def test_each_entry_has_an_address_and_leads_to_those_beside_it(soc: Browser, place: str) -> None:
    page = soc.get(f"{place}?post=2").text

    assert "Post 2 av" in page
    assert f'href="{place}?post=1#spelare"' in page
    assert f'href="{place}?post=3#spelare"' in page
    assert soc.get(f"{place}?post=1").text.count('aria-disabled="true"') == 1


@pytest.mark.parametrize("asked", ["", "0", "x", "-1", "9" * 40, "²"])
def test_an_entry_that_is_not_there_shows_the_nearest(soc: Browser, place: str, asked: str) -> None:
    assert soc.get(f"{place}?post={asked}").status_code == 200


def test_the_pictures_and_the_drawings_are_fetched_by_their_names(soc: Browser, place: str) -> None:
    page = soc.get(place).text
    (picture, *_) = re.findall(r'src="([^"]+\.svg\?post=\d+)"', page)
    (drawing, *_) = re.findall(r'data-bpmn="([^"]+)"', page)

    assert soc.get(picture).mimetype == "image/svg+xml"
    assert soc.get(drawing).mimetype == "application/xml"
    assert soc.get(f"{place}/nagot-annat.svg").status_code == 404


def test_the_facts_for_the_script_say_no_more_than_the_page(soc: Browser, place: str) -> None:
    page = soc.get(place).text
    facts = [json.loads(each.replace("&#34;", '"')) for each in re.findall(
        r'data-facts="([^"]+)"', page)]  # fmt: skip

    assert any(each["changes"] for each in facts)
    assert {key for each in facts for key in each} == {"changes", "seen"}


def test_who_reviews_is_shown_a_skeleton_of_the_rest(office: BusyOffice, place: str) -> None:
    page = office.client("granskare").get(place).text

    assert "innehållet visas inte för Socialtjänsten" in page
    assert "varje aktör har en bokstav" in page
    assert "innehållet visas inte" not in office.client("soc").get(place).text


def test_for_whoever_takes_no_part_there_is_nothing(office: BusyOffice, place: str) -> None:
    assert office.client("iom").get(place).status_code == 404
