"""What is in no case's log has chains of its own, one for each agency."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from engine.audit.verifier import check_chain
from engine.bootstrap import Engine
from engine.db.connection import to_write
from engine.db.tables import trail
from engine.db.trail import SYSTEM, Noted, add
from engine.errors import NotFound
from tests.engine.db.small import Office


def kept(engine: Engine) -> Sequence[Mapping[str, Any]]:
    query = select(trail).order_by(trail.c.stream, trail.c.sequence)
    with engine.database.connect() as connection:
        return [dict(row) for row in connection.execute(query.where(trail.c.kind != "published"))
                .mappings()]  # fmt: skip


def test_each_agency_has_a_chain_and_the_system_one(office: Office) -> None:
    for by in (office.soc, office.polis, office.chef, "arbetare"):
        office.engine.trail.note("signed_in", by)

    told = [(row["stream"], row["sequence"], row["actor"]) for row in kept(office.engine)]
    assert told[:3] == [("myndighet:polismyndigheten", 1, "polis"),
                        ("myndighet:socialtjansten", 1, "soc"),
                        ("myndighet:socialtjansten", 2, "soc.chef")]  # fmt: skip
    assert (told[3][0], told[3][2]) == (SYSTEM, "arbetare")
    for stream, entries in office.engine.audit.evidence.chains():
        assert not list(check_chain(stream, entries, {})), stream


def test_an_entry_tells_who_as_what_from_where_and_what(office: Office) -> None:
    office.engine.trail.note("exported", office.chef, "audit.export", "c1", entries=3)

    (row,) = kept(office.engine)
    assert (row["role"], row["channel"]) == ("chef,handlaggare,skyddsbehorig", "kommando")
    assert (row["place"], row["subject"]) == ("audit.export", "c1")
    assert orjson.loads(row["facts"]) == {"entries": 3}
    assert office.engine.trail.count("exported") == 1


def test_what_is_too_long_is_cut_and_a_clock_set_back_is_told(office: Office) -> None:
    engine = office.engine
    engine.trail.note("read", office.soc, "x" * 99, "y" * 99)
    engine.clock.advance(hours=-1)  # type: ignore[attr-defined]
    engine.trail.note("read", office.soc)

    first, second = kept(engine)
    assert (len(first["place"]), len(first["subject"])) == (80, 36)
    assert orjson.loads(second["facts"]) == {"clock_behind": first["at"].isoformat()}


def test_what_is_undone_is_not_kept(office: Office) -> None:
    with to_write(office.engine.database) as connection:
        add(connection, "webb", Noted("read", office.engine.clock.now(), office.soc))
        connection.rollback()

    assert kept(office.engine) == []


def test_what_no_database_takes_as_text_is_kept_with_a_mark_in_its_place(office: Office) -> None:
    office.engine.store.deny(office.engine.clock.now(), office.soc, "lift", "a\0b")

    (row,) = kept(office.engine)
    assert row["subject"] == "a\ufffdb"
    assert office.engine.store.denials() == 1


def test_an_unknown_id_with_a_nul_is_not_found_and_the_attempt_is_kept(office: Office) -> None:
    with pytest.raises(NotFound):
        office.engine.retention.drop(office.chef, "\0")

    assert office.engine.store.denials() == 1
