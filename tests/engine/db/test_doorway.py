"""The door on both kinds of database."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from engine.access import SYSTEM
from engine.db.connection import writing
from engine.db.doorway import Doorway
from engine.db.tables import people, sittings
from engine.entrance.sittings import Limits, Way, id_of
from engine.model import Actor
from engine.passwords import hashed
from tests.conftest import MovedClock
from tests.engine.db.counting import counted
from tests.engine.db.small import Office

OWN = "fyra ord som inte hör ihop"


@pytest.fixture
def door(office: Office) -> Doorway:
    return replace(office.engine.door, limits=Limits.of(60, 720))


def test_a_person_signs_in_with_the_right_password_only(office: Office, door: Doorway) -> None:
    assert door.sign_in("soc", "skydd") == office.soc
    assert door.sign_in("soc", "Skydd") is None
    assert door.sign_in("nobody", "nobody has this password") is None


def test_who_sits_there_is_read_in_one_statement(office: Office, door: Doorway) -> None:
    token = door.open(office.soc, Way.PASSWORD, "Firefox, Windows")
    door.reader(token)
    with counted(office.engine.database) as said:
        found = door.reader(token)

    assert len(said) == 1
    assert found is not None
    assert (found.actor, found.agency) == (office.soc, "Socialtjänsten")
    assert (found.idle_seconds, found.longest_seconds) == (3600, 43200)
    assert door.reader("nobody's") is None


def test_the_token_is_not_in_the_database(office: Office, door: Doorway) -> None:
    token = door.open(office.soc, Way.PASSWORD, "x" * 99)
    with office.engine.database.connect() as connection:
        (row,) = connection.execute(select(sittings)).mappings()

    assert token not in map(str, row.values())
    assert row["id"] == id_of(token)


def test_time_ends_a_sitting_and_requests_keep_it(
    office: Office, door: Doorway, clock: MovedClock
) -> None:
    token = door.open(office.soc, Way.PASSWORD, "")
    for _ in range(12):
        clock.advance(minutes=59)
        assert door.reader(token)
    clock.advance(minutes=12)
    assert door.reader(token) is None  # twelve hours, whatever is done


def test_what_a_page_does_by_itself_keeps_nobody_signed_in(
    office: Office, door: Doorway, clock: MovedClock
) -> None:
    token = door.open(office.soc, Way.PASSWORD, "")
    clock.advance(minutes=40)
    assert door.reader(token, counts=False)
    clock.advance(minutes=40)

    assert door.reader(token) is None


def test_sittings_are_ended_one_or_all_or_all_but_one(office: Office, door: Doorway) -> None:
    tokens = [door.open(office.soc, Way.PASSWORD, each) for each in "abc"]
    other = door.open(office.polis, Way.PASSWORD, "")
    assert door.end("polis", only=id_of(tokens[0])) == 0  # another's
    assert door.end("soc", only=id_of(tokens[0])) == 1
    assert door.end("soc", but=id_of(tokens[1])) == 1

    assert [bool(door.reader(each)) for each in tokens] == [False, True, False]
    assert [each.browser for each in door.sittings("soc")] == ["b"]
    assert door.end("soc") == 1
    assert door.reader(other)


def test_a_changed_role_holds_at_once_and_a_locked_person_is_out(
    office: Office, door: Doorway, clock: MovedClock
) -> None:
    token = door.open(office.soc, Way.PASSWORD, "")
    mine = update(people).where(people.c.id == "soc")
    with writing(office.engine.database) as connection:
        connection.execute(mine.values(roles=["granskare"]))
    found = door.reader(token)
    assert found is not None
    assert found.actor.roles == {"granskare"}

    with writing(office.engine.database) as connection:
        connection.execute(mine.values(locked_at=clock.now()))
    assert door.reader(token) is None
    assert door.sign_in("soc", "skydd") is None


def test_the_demonstrations_people_are_nobody_where_it_is_not_asked_for(
    office: Office, door: Doorway
) -> None:
    """Their rows may be left in the database: neither the password nor an old sitting helps."""
    token = door.open(office.soc, Way.PASSWORD, "")
    real = replace(door, demo=False)
    office.engine.people.add([Actor("eva", "Eva Alm", "socialtjansten")], hashed(OWN))

    assert real.sign_in("soc", "skydd") is None
    assert real.reader(token) is None
    assert real.demo_people() == ()
    assert door.demo_people()
    assert real.sign_in("eva", OWN) is not None
    assert "eva" not in {each.id for each in door.demo_people()}


def test_a_program_does_not_come_in_by_this_door(office: Office, door: Doorway) -> None:
    program = Actor("import", "Import", "socialtjansten", frozenset({SYSTEM}))
    office.engine.people.add([program], hashed(OWN))

    assert door.sign_in("import", OWN) is None
