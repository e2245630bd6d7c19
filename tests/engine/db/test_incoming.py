"""Messages from outside as rows: the sender's id is theirs alone."""

import pytest

from engine.db.incoming import parked, sent
from engine.errors import NotFound, Stale
from engine.exchange.incoming import WAITING
from engine.model import Case, Message
from tests.conftest import MONDAY
from tests.engine.db.small import Office
from tests.engine.exchange.test_receiving import hej


def kept(office: Office, case: Case, message_id: str, agency: str = "socialtjansten") -> None:
    with office.engine.store.transaction() as unit:
        unit.send([Message(message_id, case.id, "hej", "meddelande", {})])
        unit.incoming.keep(hej(case), message_id, case.id, (agency, "system"), MONDAY)


def test_an_id_is_kept_once_for_each_agency(office: Office, case: Case) -> None:
    kept(office, case, "x")
    kept(office, case, "y", "polismyndigheten")
    with pytest.raises(Stale):
        kept(office, case, "z")
    with office.engine.store.transaction() as unit:
        receipt, digest = unit.incoming.receipt("socialtjansten", "m-1")
        with pytest.raises(NotFound):
            unit.incoming.receipt("migrationsverket", "m-1")

    assert (receipt.state, digest) == (WAITING, hej(case).digest)


def test_each_agency_sees_its_own_and_so_many_at_most(office: Office, case: Case) -> None:
    kept(office, case, "x")
    database = office.engine.database

    assert [each.id for each in sent(database, office.soc, 10)] == ["m-1"]
    assert sent(database, office.soc, 0) == sent(database, office.polis, 10) == []
    assert parked(database, office.soc, 10) == []
