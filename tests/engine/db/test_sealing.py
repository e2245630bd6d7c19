"""What people write is nowhere in the database but sealed; an erased compartment is gone."""

import pytest
from sqlalchemy import select, update

from engine.bootstrap import Engine
from engine.db.connection import writing
from engine.db.sealing import answers_in, seal_unsealed
from engine.db.tables import METADATA, drafts, records
from engine.errors import Erased
from tests.steps.desk import Desk

WRITTEN = "Hon bor hos en påhittad kusin på Storgatan."
ANSWERS = {
    "misstanke": "kvarstar", "alderskategori": "barn", "akut_fara": "nej",
    "behov_konsultation": "nej", "handelse": WRITTEN,
}  # fmt: skip


@pytest.fixture
def desk(engine_on_both: Engine) -> Desk:
    """A case in which somebody has written a secret, sent it on, and begun another."""
    desk = Desk(engine_on_both, answers=dict(ANSWERS))
    desk.case_id = desk.engine.casework.open_case(desk.person("Hälso- och sjukvården")).id
    desk.complete_until("Gör orosanmälan")
    desk.complete(desk.task("Hälso- och sjukvården", "Gör orosanmälan"))
    task = desk.task("Socialtjänsten", "Ta emot orosanmälan")
    soc = desk.person("Socialtjänsten")
    field = next(f for f in desk.engine.queries.task_page(soc, task.id).form.fields
                 if f.kind in {"textfield", "textarea"})  # fmt: skip
    desk.engine.casework.save_draft(soc, task.id, {field.key: [WRITTEN]})
    return desk


def everything(desk: Desk) -> str:
    """Return every column of every row that a case has left in the database."""
    grown = [table for name, table in METADATA.tables.items() if name != "process_sets"]
    with desk.engine.database.connect() as connection:
        return "".join(repr(connection.execute(select(t)).all()) for t in grown)


def test_no_column_of_the_database_tells_what_was_written(desk: Desk) -> None:
    stored = everything(desk)

    assert desk.case_id in stored
    assert "Storgatan" not in stored


def test_a_draft_goes_with_its_task(desk: Desk) -> None:
    desk.complete(desk.task("Socialtjänsten", "Ta emot orosanmälan"))

    with desk.engine.database.connect() as connection:
        assert connection.execute(select(drafts)).all() == []


def test_its_readers_read_it(desk: Desk) -> None:
    sent, got = (desk.engine.casefile.case_page(desk.person(agency), desk.case_id)
                 for agency in ("Hälso- och sjukvården", "Socialtjänsten"))  # fmt: skip
    task = desk.task("Socialtjänsten", "Ta emot orosanmälan")
    page = desk.engine.queries.task_page(desk.person("Socialtjänsten"), task.id)

    assert WRITTEN in repr(sent.timeline)
    assert WRITTEN in repr(got.received)
    assert WRITTEN in page.answers.values()


def test_an_erased_compartment_reads_as_empty_and_the_others_stay(desk: Desk) -> None:
    desk.engine.store.vault.erase(desk.case_id, "halso_och_sjukvarden")
    sent, got = (desk.engine.casefile.case_page(desk.person(agency), desk.case_id)
                 for agency in ("Hälso- och sjukvården", "Socialtjänsten"))  # fmt: skip

    assert "Storgatan" not in repr(sent)
    assert "Klar: Gör orosanmälan" in [entry.title for entry in sent.timeline]
    assert WRITTEN in repr(got.received)


def test_a_copy_of_the_database_does_not_bring_back_what_is_erased(desk: Desk) -> None:
    with desk.engine.database.connect() as connection:
        row = connection.execute(select(records).limit(1)).mappings().one()
    desk.engine.store.vault.erase(row["case_id"], row["agency"])

    place = answers_in(row["case_id"], row["agency"], row["id"])
    with pytest.raises(Erased):
        desk.engine.store.vault.open(place, row["answers"])


def test_what_was_kept_in_the_open_before_is_sealed_once(desk: Desk) -> None:
    vault = desk.engine.store.vault
    with writing(desk.engine.database) as connection:
        connection.execute(update(drafts).values(answers=b'{"skal": "Storgatan"}'))
        assert seal_unsealed(connection, vault) == 1
        assert seal_unsealed(connection, vault) == 0
    task = desk.task("Socialtjänsten", "Ta emot orosanmälan")
    page = desk.engine.queries.task_page(desk.person("Socialtjänsten"), task.id)

    assert page.answers == {"skal": "Storgatan"}
