"""Erasing takes two persons, leaves nothing to read anywhere, and the chain still verifies."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from engine.bootstrap import Engine, build
from engine.db.connection import writing
from engine.db.keys import keys as table
from engine.db.sealing import answers_in
from engine.db.tables import erasures, events, instances, messages, records
from engine.errors import Conflict, Erased, InvalidAnswers, NotAllowed, NotFound
from engine.model import Actor, Case
from tests.engine.db.small import Office
from tests.engine.retention.kept import WORDS, old_case


def propose(office: Office, *cases: Case, by: Actor | None = None) -> str:
    ids = [case.id for case in cases]
    by = by or office.chef
    return office.engine.retention.propose(by, by.agency, ids, looked=True)


def erase(office: Office, second: Actor, *cases: Case) -> None:
    office.engine.retention.carry_out(second, propose(office, *cases), understood=True)


def kinds(office: Office, case: Case) -> list[str]:
    return [entry.kind for entry in office.engine.casefile.log(case.id)]


def test_what_two_have_erased_cannot_be_read_and_the_log_says_so(
    office: Office, old: Case, second: Actor
) -> None:
    engine = office.engine
    assert WORDS in str(engine.casefile.case_page(office.soc, old.id).timeline)
    erase(office, second, old)

    assert kinds(office, old)[-2:] == ["retention_proposed", "retention_erased"]
    entry = engine.casefile.log(old.id)[-1]
    assert (entry.actor, entry.details["proposed_by"]) == (second.id, office.chef.id)
    assert entry.details["law"] == "Lag personakt"
    assert WORDS not in str(engine.casefile.case_page(office.soc, old.id))
    assert engine.taskfile.attachments(office.soc, old.id) == ()
    assert engine.casetabs.contacts(office.soc, old.id) == ()
    with engine.database.connect() as connection:
        row = connection.execute(select(records).where(records.c.agency == "socialtjansten"))
        first = row.mappings().first()
    assert first is not None
    with pytest.raises(Erased):
        engine.store.vault.open(answers_in(old.id, first["agency"], first["id"]), first["answers"])


def test_the_chain_verifies_and_nothing_deviates_when_all_is_gone(
    office: Office, old: Case, second: Actor
) -> None:
    engine, polis = office.engine, office.person("polis.chef")
    engine.counting.count_now()
    engine.audit.anchor("tests")
    erase(office, second, old)
    assert kinds(office, old)[-1] == "retention_erased"  # the police has its part still
    by_police = propose(office, old, by=polis)
    other = replace(polis, id="polis.annan", roles=frozenset({"granskare"}))
    engine.retention.carry_out(other, by_police, understood=True)

    with engine.database.connect() as connection:
        query = select(events.c.kind).where(events.c.case_id == old.id).order_by(events.c.sequence)
        told = list(connection.scalars(query))
    assert told[-2:] == ["retention_erased", "log_erased"]
    assert engine.casefile.log(old.id) == []
    assert engine.audit.verify("tests").findings == ()
    assert engine.upkeep.rebuild(old.id).deviations == ()
    assert (engine.counting.count(), engine.store.changed_cases()) == (0, [])
    with engine.database.connect() as connection:
        assert set(map(str, connection.scalars(select(instances.c.variables)))) == {"{}"}
        assert set(map(str, connection.scalars(select(messages.c.payload)))) <= {"{}"}


def test_nobody_carries_out_their_own_proposal_or_in_anothers_place(
    office: Office, old: Case, second: Actor
) -> None:
    named, verb = propose(office, old), office.engine.retention.carry_out
    with pytest.raises(Conflict, match="ditt eget förslag"):
        verb(office.chef, named, understood=True)
    for standing_in in (replace(office.chef, acting_for=second.id),
                        replace(second, acting_for="soc.ordforande")):  # fmt: skip
        with pytest.raises(NotAllowed):
            verb(standing_in, named, understood=True)
    with pytest.raises(NotAllowed):
        verb(office.soc, named, understood=True)
    with pytest.raises(NotAllowed):
        verb(office.person("polis.chef"), named, understood=True)
    with pytest.raises(InvalidAnswers):
        verb(second, named, understood=False)

    assert "retention_erased" not in kinds(office, old)
    assert WORDS in str(office.engine.casefile.case_page(office.soc, old.id).timeline)


def test_a_stop_that_came_in_between_keeps_everything(
    office: Office, old: Case, second: Actor
) -> None:
    other = old_case(office)
    named = propose(office, old, other)
    office.engine.retention.stops.hold(office.chef, old.number, "Rättegång")
    with pytest.raises(Conflict, match=f"{old.number} kan inte gallras nu"):
        office.engine.retention.carry_out(second, named, understood=True)

    assert WORDS in str(office.engine.casefile.case_page(office.soc, other.id).timeline)


def test_only_what_falls_due_is_proposed_and_only_once(office: Office, old: Case) -> None:
    verb, soc = office.engine.retention.propose, "socialtjansten"
    running, young = office.open(), old_case(office, days=30)
    with pytest.raises(InvalidAnswers, match="minst ett ärende"):
        verb(office.chef, soc, [], looked=True)
    with pytest.raises(InvalidAnswers, match="har kontrollerat"):
        verb(office.chef, soc, [old.id])
    with pytest.raises(Conflict):
        verb(office.chef, soc, [young.id], looked=True)
    for nothing in (running.id, "x"):
        with pytest.raises(NotFound):
            verb(office.chef, soc, [nothing], looked=True)
    with pytest.raises(NotAllowed):
        verb(office.chef, "polismyndigheten", [old.id], looked=True)
    with pytest.raises(NotFound):
        verb(office.person("mig.chef"), "migrationsverket", [old.id], looked=True)
    propose(office, old)
    with pytest.raises(Conflict):
        propose(office, old)


def test_a_proposal_that_is_taken_back_can_be_made_again(
    office: Office, old: Case, second: Actor
) -> None:
    named = propose(office, old)
    office.engine.retention.drop(second, named)
    with pytest.raises(NotFound):
        office.engine.retention.carry_out(second, named, understood=True)

    assert kinds(office, old)[-1] == "retention_dropped"
    assert propose(office, old)


def test_sent_twice_it_is_done_once(office: Office, old: Case, second: Actor) -> None:
    verb, soc = office.engine.retention.propose, "socialtjansten"
    named = verb(office.chef, soc, [old.id], True, "k1")
    assert verb(office.chef, soc, [old.id], True, "k1") == named
    for _ in range(2):
        office.engine.retention.carry_out(second, named, True, "k2")

    assert kinds(office, old).count("retention_erased") == 1


def test_a_key_that_is_restored_is_destroyed_again(
    office: Office, old: Case, second: Actor
) -> None:
    """An older copy of the key store has the key; the tombstone is in the database."""
    engine = office.engine
    keys = engine.store.vault.keys
    secret = keys.key(old.id, "socialtjansten")
    with keys.database.connect() as connection:  # type: ignore[attr-defined]
        copy = connection.execute(select(table)).mappings().all()
    erase(office, second, old)
    with writing(keys.database) as connection:  # type: ignore[attr-defined]
        connection.execute(table.delete())
        connection.execute(table.insert(), [dict(row) for row in copy])

    again = build(engine.settings, engine.clock)
    with pytest.raises(Erased):
        again.store.vault.keys.key(old.id, "socialtjansten")
    assert again.store.vault.keys.key(old.id, "polismyndigheten") != secret
    with keys.database.connect() as connection:  # type: ignore[attr-defined]
        mine = (table.c.case_id == old.id) & (table.c.agency == "socialtjansten")
        row = connection.execute(select(table).where(mine)).mappings().one()
    assert (row["wrapped"], row["destroyed"]) == (b"", True)
    again.database.dispose()


def test_cut_off_before_the_key_is_destroyed_it_is_gone_all_the_same(
    office: Office, old: Case, second: Actor
) -> None:
    def cut_off(*_: str) -> None:
        raise KeyboardInterrupt

    broken = replace(office.engine.retention, destroy=cut_off)
    with pytest.raises(KeyboardInterrupt):
        broken.carry_out(second, propose(office, old), understood=True)
    with office.engine.database.connect() as connection:
        assert connection.execute(select(erasures.c.agency)).scalar() == "socialtjansten"

    again = build(office.engine.settings, office.engine.clock)
    assert WORDS not in str(again.casefile.case_page(office.soc, old.id))
    again.database.dispose()


def test_an_engine_that_has_the_key_at_hand_forgets_it(
    office: Office, old: Case, second: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    other: Engine = build(office.engine.settings, office.engine.clock)
    assert other.store.vault.keys.key(old.id, "socialtjansten")
    erase(office, second, old)

    monkeypatch.setattr("engine.db.keys.monotonic", lambda: float("inf"))
    with pytest.raises(Erased):
        other.store.vault.keys.key(old.id, "socialtjansten")
    other.database.dispose()
