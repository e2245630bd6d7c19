"""A case is found by those who take part in it, and changed while it is open."""

from dataclasses import replace

import pytest

from engine.casebook.deskwork import Deskwork
from engine.casebook.keeping import Errands
from engine.casebook.participation import own_case, own_open_case
from engine.casework import Casework
from engine.errors import Conflict, NotFound
from engine.staff.staffing import Staffing
from tests.conftest import MovedClock
from tests.engine.fakes import MemoryStore
from tests.engine.office import ADA, BO, SIV, open_task


def test_only_a_participant_finds_the_case(store: MemoryStore, casework: Casework) -> None:
    case = casework.open_case(ADA)

    with store.transaction() as unit:
        assert own_case(unit, ADA, case.id) == case
        for reader, case_id in ((BO, case.id), (ADA, "no-such-case")):
            with pytest.raises(NotFound):
                own_case(unit, reader, case_id)


def test_one_who_is_disqualified_finds_no_case(
    store: MemoryStore, casework: Casework, clock: MovedClock
) -> None:
    case = casework.open_case(ADA)
    store.people["noor"] = replace(ADA, id="noor")
    Staffing(store, clock).disqualify(SIV, case.id, "noor", "Granne.")

    with store.transaction() as unit, pytest.raises(NotFound):
        own_case(unit, store.people["noor"], case.id)
    task = open_task(store)
    errands, ring = Errands(store, clock), {"rubrik": ["Ring"], "handlaggare": ["noor"]}
    with pytest.raises(NotFound):
        errands.add(ADA, case.id, ring, [("noor", "Noor Lind")])
    with pytest.raises(NotFound):
        Deskwork(store, clock).reassign(ADA, task.id, "noor", "Hinner inte.")


def test_a_closed_case_is_found_but_not_changed(store: MemoryStore, casework: Casework) -> None:
    case = casework.open_case(SIV)
    casework.close_case(SIV, case.id, "A1", "Öppnat av misstag.")

    with store.transaction() as unit:
        assert own_case(unit, SIV, case.id).closed_at
        with pytest.raises(Conflict, match="avslutat"):
            own_open_case(unit, SIV, case.id)
