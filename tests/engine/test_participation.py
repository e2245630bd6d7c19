"""A case is found by those who take part in it, and changed while it is open."""

import pytest

from engine.casework import Casework
from engine.errors import Conflict, NotFound
from engine.participation import own_case, own_open_case
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, SIV


def test_only_a_participant_finds_the_case(store: MemoryStore, casework: Casework) -> None:
    case = casework.open_case(ADA)

    with store.transaction() as unit:
        assert own_case(unit, ADA, case.id) == case
        for reader, case_id in ((BO, case.id), (ADA, "no-such-case")):
            with pytest.raises(NotFound):
                own_case(unit, reader, case_id)


def test_a_closed_case_is_found_but_not_changed(store: MemoryStore, casework: Casework) -> None:
    case = casework.open_case(SIV)
    casework.close_case(SIV, case.id, "A1", "Öppnat av misstag.")

    with store.transaction() as unit:
        assert own_case(unit, SIV, case.id).closed_at
        with pytest.raises(Conflict, match="avslutat"):
            own_open_case(unit, SIV, case.id)
