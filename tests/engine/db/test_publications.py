"""Published process sets: new cases take the newest, running cases keep theirs."""

from pathlib import Path

import pytest

from engine.db.connection import connect
from engine.db.publications import Publications
from engine.errors import NotFound
from engine.model import Case
from tests.engine.db.small import FILES, Office

CHANGED = FILES | {
    "stod_och_skydd.bpmn": FILES["stod_och_skydd.bpmn"]
    .replace('id="z" name="Z"', 'id="z" name="Zätan"')
    .replace('id="a" name="A"', 'id="a" name="Anmäl"')
    .replace('id="n" name="N"', 'id="n" name="Notera"')
}


@pytest.fixture
def publications(office: Office) -> Publications:
    return office.engine.publications


def test_the_newest_publication_is_the_current_one(
    office: Office, publications: Publications
) -> None:
    first = publications.current()
    second = office.publish(CHANGED)

    assert publications.current() == second != first


def test_a_set_is_kept_whole(office: Office, publications: Publications) -> None:
    version = office.publish(CHANGED)

    assert publications.files(version) == CHANGED


def test_publishing_the_same_again_keeps_one_of_it(
    office: Office, publications: Publications
) -> None:
    first = office.publish(FILES)
    office.publish(CHANGED)
    again = office.publish(FILES)

    assert again == first == publications.current()
    assert publications.files(first) == FILES


def test_when_a_version_was_published_is_known_and_of_others_nothing(
    office: Office, publications: Publications
) -> None:
    version = office.publish(CHANGED)

    assert publications.published_at(version) == office.engine.clock.now()
    assert publications.published_at("no such version") is None


def test_before_there_are_tables_nothing_is_published(tmp_path: Path) -> None:
    database = connect(f"sqlite:///{tmp_path / 'empty.sqlite3'}")

    assert Publications(database).published_at("v1") is None
    database.dispose()


def test_an_unknown_version_is_not_found(publications: Publications) -> None:
    with pytest.raises(NotFound):
        publications.files("0" * 64)


def test_a_running_case_keeps_its_version_and_a_new_one_gets_the_newest(
    office: Office, case: Case
) -> None:
    office.publish(CHANGED)
    newer = office.open()

    assert office.task(case, "a").name == "A"
    assert office.task(newer, "a").name == "Anmäl"
    assert newer.version != case.version


def test_a_running_case_goes_on_as_it_was_drawn_when_it_began(office: Office, case: Case) -> None:
    office.publish(CHANGED)
    newer = office.open()
    for each in (case, newer):
        office.complete(each, "a", "b", "c")

    assert office.task(case, "z").name == "Z"
    assert office.task(newer, "z").name == "Zätan"


def test_a_page_of_a_running_case_shows_the_drawing_it_runs_on(office: Office, case: Case) -> None:
    office.publish(CHANGED)
    (row,) = office.engine.casefile.processes(case.id)
    xml = office.engine.casefile.diagram(office.soc, case.id, row["id"], "stod_och_skydd")

    assert xml == FILES["stod_och_skydd.bpmn"]


def test_what_a_message_opens_is_as_it_was_drawn_when_the_case_began(
    office: Office, case: Case
) -> None:
    office.publish(CHANGED)
    office.engine.messages.register(office.soc, case.id, "hej")

    assert office.task(case, "n").name == "N"
