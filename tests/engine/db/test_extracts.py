"""Extracts are kept sealed, and one approval is the only one."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from engine.db.tables import extracts
from engine.errors import NotFound, Stale
from engine.model import Case
from engine.secrecy.extracts import Choice, Extract
from tests.conftest import MONDAY
from tests.engine.db.small import Office

WORDS = "Hemlig beskrivning"


def extract(case: Case) -> Extract:
    choices = {"svar.1": Choice(give=False, why="annan", instead=WORDS)}
    return Extract("e", case.id, "socialtjansten", "soc", MONDAY, choices)


def test_it_comes_back_as_it_was_and_is_sealed(office: Office, case: Case) -> None:
    with office.engine.store.transaction() as unit:
        unit.extracts.keep(extract(case))
        assert unit.extracts.one(case.id, "e") == extract(case)
        for wrong in (("other", "e"), (case.id, "x")):
            with pytest.raises(NotFound):
                unit.extracts.one(*wrong)
    with office.engine.database.connect() as connection:
        assert WORDS not in repr(connection.execute(select(extracts)).all())


def test_the_newest_is_shown_with_names(office: Office, case: Case) -> None:
    later = replace(extract(case), id="f", made_at=MONDAY.replace(hour=20))
    with office.engine.store.transaction() as unit:
        for each in (later, extract(case)):
            unit.extracts.keep(each)
    page = office.engine.extractfile.page(office.chef, case.id)

    assert page.newest == later
    assert (page.case_number, page.names["soc"]) == (case.number, office.soc.name)


def test_it_is_approved_once(office: Office, case: Case) -> None:
    approved = replace(extract(case), approved_by="soc.chef", approved_at=MONDAY)
    with office.engine.store.transaction() as unit:
        unit.extracts.keep(extract(case))
        unit.extracts.approve(approved)
        assert unit.extracts.one(case.id, "e") == approved
        with pytest.raises(Stale):
            unit.extracts.approve(approved)


def test_of_an_erased_compartment_nothing_is_left(office: Office, case: Case) -> None:
    with office.engine.store.transaction() as unit:
        unit.extracts.keep(extract(case))
    office.engine.store.vault.erase(case.id, "socialtjansten")
    with office.engine.store.transaction() as unit:
        assert unit.extracts.one(case.id, "e").choices == {}
