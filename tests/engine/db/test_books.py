"""The books of a transaction write in that transaction, and nothing is left when it fails."""

import pytest

from engine.errors import NotFound
from engine.model import Case
from tests.engine.db.small import Office
from tests.engine.db.test_contacts import TOLK
from tests.engine.db.test_errands import RING


def test_what_is_written_goes_with_the_transaction(office: Office, case: Case) -> None:
    errand = RING.__class__(**{**vars(RING), "case_id": case.id})
    contact = TOLK.__class__(**{**vars(TOLK), "case_id": case.id})

    def interrupted() -> None:
        with office.engine.store.transaction() as unit:
            unit.contacts.keep(contact)
            unit.errands.add(errand)
            assert unit.errands.one(case.id, "soc", errand.id) == errand
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    with office.engine.store.transaction() as unit:
        for find in (
            lambda: unit.contacts.newest(case.id, "soc", contact.id),
            lambda: unit.errands.one(case.id, "soc", errand.id),
        ):
            with pytest.raises(NotFound):
                find()
