"""What docs/architecture.md says of adding things: each step is asked for by `skydd check`."""

from functools import reduce

import pytest

from engine.bootstrap import Engine
from engine.bpmn.check import findings
from engine.bpmn.definitions import read_folder
from engine.config import Settings
from engine.errors import NotFound
from engine.model import Actor
from tests.engine.db.small import Office
from tests.processes import walked

FILES = read_folder(Settings().processes)
WHOLE = reduce(lambda files, add: add(files), walked.ADDED, FILES)
TOVE = Actor("tolk", "Tove Tolk", walked.AGENCY, frozenset({"handlaggare"}))


def told(files: dict[str, str]) -> str:
    return "\n".join(map(str, findings(files)))


def test_with_every_step_taken_nothing_is_wrong() -> None:
    assert told(WHOLE) == ""


def test_a_process_says_what_it_lacks() -> None:
    alone = told(walked.process(FILES))

    for lacking in ("f99_tolk", "lane_tolkformedlingen", "tolk_begars", "DL-99", "M99"):
        assert lacking in alone


def test_an_agency_says_what_it_lacks() -> None:
    registered = FILES | {"aktorer.toml": walked.agency(FILES)["aktorer.toml"]}

    assert "rutan för tolkformedlingen saknas" in told(registered)
    assert "svar hos tolkformedlingen har 0 regler" in told(registered)


@pytest.fixture
def office(engine: Engine) -> Office:
    office = Office(engine)
    office.publish(WHOLE)
    return office


def test_what_was_added_is_worked_with(office: Office) -> None:
    engine, case = office.engine, office.open()
    engine.messages.register(office.soc, case.id, "tolk_begars")
    asked = office.task(case, "ut_begar_tolk")
    engine.casework.complete_task(office.soc, asked.id, {"sprak": ["rumänska"]})
    booked = office.task(case, "ut_boka_tolk")

    shown = engine.queries.task_page(TOVE, booked.id)

    assert shown.due is not None
    assert (shown.due.words, shown.due.name) == ("om 3 dagar", "Tolk bokad")
    with pytest.raises(NotFound):
        engine.queries.task_page(office.polis, booked.id)
