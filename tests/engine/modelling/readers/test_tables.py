from engine.bpmn.definitions import read_process_set
from engine.modelling.readers.tables import Tables
from tests.engine.modelling.readers.handing import HANDING

TABLES = Tables(read_process_set(HANDING))


def test_a_form_has_who_writes_it_and_a_column_for_each_who_is_told() -> None:
    (form,) = TABLES.forms()

    assert form.writers == ("Polismyndigheten", "Socialtjänsten")
    assert form.readers == (("socialtjansten", "Socialtjänsten"),)
    assert [(row.label, dict(row.cells), row.kinds) for row in form.rows] == [
        ("Val", {}, ()), ("Skäl", {"socialtjansten": ("M01",)}, ("Misstanke",)),
    ]  # fmt: skip
    (way,) = form.ways
    assert (way.senders, way.receivers) == ("Polismyndigheten", "Socialtjänsten")
    assert way.grounds == ("OSL 10:28 – uppgiftsskyldighet i lag",)


def test_forms_are_chosen_by_process_form_and_reader() -> None:
    assert len(TABLES.forms(process="stod_och_skydd", form="f", agency="socialtjansten")) == 1
    assert TABLES.forms(agency="polismyndigheten") == ()
    assert TABLES.forms(process="annan") == TABLES.forms(form="annat") == ()


def test_each_agency_is_counted() -> None:
    told = [(each.agency, each.own, each.received) for each in TABLES.overview()]

    assert told == [("socialtjansten", 2, 1), ("polismyndigheten", 2, 0)]
    assert TABLES.agencies() == (("socialtjansten", "Socialtjänsten"),)
    assert TABLES.titles() == (("f", "f"),)
