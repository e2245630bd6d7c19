"""Histories as one reader may see them, on both databases."""

from dataclasses import replace

import pytest
from lxml import etree

from engine.bootstrap import Engine
from engine.errors import NotFound
from engine.model import Actor, Case
from tests.engine.db.small import Office


@pytest.fixture
def auditor(office: Office) -> Actor:
    return replace(office.soc, roles=frozenset({"granskare"}))


def test_a_caseworker_plays_what_the_own_agency_did(office: Office, case: Case) -> None:
    office.complete(case, "a", "c")
    found, history = office.engine.replayed.history(office.soc, case.id)

    assert found.id == case.id
    titles = [moment.title for moment in history.moments]
    assert titles == ["Ärendet öppnades", "Ny uppgift: A", "Ny uppgift: B", "Klar: A"]
    assert [moment.number for moment in history.moments] == [1, 2, 3, 4]
    (drawing,) = history.drawings
    assert history.marks(4, drawing.id) == {"b": "current", "a": "done"}
    assert "Klar: C" not in repr(history)


def test_whoever_reviews_sees_every_entry_of_the_log_but_not_into_it(
    office: Office, case: Case, auditor: Actor
) -> None:
    office.complete(case, "a", "c")
    _, history = office.engine.replayed.history(auditor, case.id)

    whole = office.engine.casefile.log(case.id)
    assert [moment.number for moment in history.moments] == [entry.sequence for entry in whole]
    assert {moment.by for moment in history.moments if not moment.known} == {"Systemet", "Aktör A"}
    assert office.polis.name not in repr(history)


def test_a_drawing_is_handed_out_marked_as_it_stood(engine_on_both: Engine) -> None:
    soc = next(each for each in engine_on_both.queries.people() if each.id == "soc")
    case, replayed = engine_on_both.casework.open_case(soc), engine_on_both.replayed
    _, history = replayed.history(soc, case.id)
    (first, *_), number = history.drawings, history.moments[-1].number
    before, after = (replayed.picture(soc, case.id, first.id, n) for n in (1, number))

    assert before != after
    assert etree.fromstring(after.encode()).tag.endswith("svg")
    assert f'id="{first.process}"' in replayed.diagram(soc, case.id, first.id)


def test_what_the_reader_has_no_part_in_is_not_found(office: Office, case: Case) -> None:
    replayed = office.engine.replayed
    stranger = replace(office.soc, agency="iom")
    (drawing,) = replayed.history(office.soc, case.id)[1].drawings

    with pytest.raises(NotFound):
        replayed.history(stranger, case.id)
    with pytest.raises(NotFound):
        replayed.picture(stranger, case.id, drawing.id, 1)
    with pytest.raises(NotFound):
        replayed.diagram(office.soc, case.id, "no-such-drawing")


def test_all_drawings_are_handed_out_as_they_stand(engine_on_both: Engine) -> None:
    soc = next(each for each in engine_on_both.queries.people() if each.id == "soc")
    case, replayed = engine_on_both.casework.open_case(soc), engine_on_both.replayed
    history, drawings = replayed.pictures(soc, case.id)

    assert [each for each, _ in drawings] == list(history.drawings)
    number = history.moments[-1].number
    assert drawings[0][1] == replayed.picture(soc, case.id, drawings[0][0].id, number)


def test_entries_are_told_in_words_of_those_that_have_any(office: Office, case: Case) -> None:
    office.complete(case, "a", "c")
    replayed = office.engine.replayed
    found, rows = replayed.log(office.soc, case.id)
    titles = [replayed.titles(found)(row) for row in rows]

    assert titles == ["Ärendet öppnades", "Ny uppgift: A", "Ny uppgift: B", "Klar: A"]
    assert replayed.titles(found)({**rows[0], "kind": "unknown"}) is None
    with pytest.raises(NotFound):
        replayed.log(office.mig, case.id)
