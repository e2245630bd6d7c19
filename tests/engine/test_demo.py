"""The synthetic people and cases fit the published processes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from engine.answers import Field, Option
from engine.bootstrap import Engine, build
from engine.bpmn.definitions import read_folder, read_process_set
from engine.demo import PASSWORD, STORIES, StoryClock, add_cases, people, typed
from engine.forms import Form
from engine.model import Case
from engine.replay import differences, rebuild
from tests.conftest import settings
from tests.engine.questions import indicators
from tests.steps.desk import Desk

PRESENT = datetime(2026, 6, 1, 12, tzinfo=UTC)
TODAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def engine(sqlite_template: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine whose clock the stories move, on a copy of the template."""
    file = tmp_path_factory.mktemp("demo") / "skydd.sqlite"
    file.write_bytes(sqlite_template.read_bytes())  # type: ignore[attr-defined]
    built = build(settings(f"sqlite:///{file}"), StoryClock(PRESENT, PRESENT))
    yield built
    built.database.dispose()


@pytest.fixture(scope="module")
def cases(engine: Engine) -> list[Case]:
    return list(add_cases(engine, engine.clock))  # type: ignore[arg-type]


def test_every_agency_that_signs_in_has_somebody_for_every_role(engine: Engine) -> None:
    published = read_process_set(read_folder(engine.settings.processes))
    agencies = [a for a in published.registers.agencies.values() if a.signs_in]
    tasks = [e for d in published.diagrams.values() for e in d.of_kind("userTask")]
    asked = {(e.agency, e.properties["roll"]) for e in tasks if "roll" in e.properties}
    there = {(person.agency, role) for person in people() for role in person.roles}

    assert {agency.id for agency in agencies} <= {person.agency for person in people()}
    assert asked <= there


def test_nobody_is_there_twice_and_everybody_signs_in_with_the_printed_password(
    engine: Engine,
) -> None:
    everybody = list(people())

    assert len({person.id for person in everybody}) == len(everybody)
    assert set(engine.queries.people()) == set(everybody)
    assert engine.door.sign_in("soc", PASSWORD) is not None


def test_every_story_gets_its_case_with_work_left_to_do(engine: Engine, cases: list[Case]) -> None:
    rows = {row["id"]: row for row in engine.overview()}

    assert [case.opened_by for case in cases] == [story.opened_by for story in STORIES]
    assert [rows[case.id]["open_tasks"] > 0 for case in cases] == [True] * len(STORIES)


def test_every_story_gets_as_far_as_it_tells(engine: Engine, cases: list[Case]) -> None:
    logs = [engine.casefile.log(case.id) for case in cases]
    done = [[entry.kind for entry in log].count("task_completed") for log in logs]

    assert done == [story.tasks_done for story in STORIES]


def test_the_cases_have_a_past_and_no_future(engine: Engine, cases: list[Case]) -> None:
    entries = [entry for case in cases for entry in engine.casefile.log(case.id)]

    assert {case.opened_at.date() for case in cases} == {
        TODAY - timedelta(days=story.days_ago) for story in STORIES
    }
    assert max(entry.at for entry in entries) <= PRESENT


def test_the_cases_match_their_logs(engine: Engine, cases: list[Case]) -> None:
    for case in cases:
        saved = Desk(engine, case.id).instances()
        rebuilt = rebuild(engine.casefile.log(case.id), engine.processes)
        assert [differences(saved[i], rebuilt[i]) for i in saved] == [[]] * len(saved)


def test_the_storys_clock_stops_at_the_present() -> None:
    clock = StoryClock(PRESENT, PRESENT)
    clock.begin(1)
    assert clock.now() == datetime(2026, 5, 31, 7, 12, tzinfo=UTC)
    for _ in range(10):
        clock.pass_on()

    assert clock.now() == PRESENT


def test_a_story_that_begins_today_does_not_begin_later_than_now() -> None:
    early = datetime(2026, 6, 1, 5, tzinfo=UTC)
    clock = StoryClock(early, early)
    clock.begin(0)

    assert clock.now() == early


def test_a_form_is_filled_in_so_that_it_is_accepted() -> None:
    answers = indicators().accept(typed(indicators(), {"akut_fara": "ja"}, TODAY), TODAY)

    assert answers.variables == {"akut_fara": "ja", "iakttagelse_dag": "2026-06-01"}


def test_what_is_wished_for_is_chosen_where_it_can_be() -> None:
    options = (Option("ja", "Ja"), Option("nej", "Nej"))
    field = Field("fara", "radio", "Fara?", options=options, variable="akut_fara")
    form = Form("f", "F", (field,))

    assert typed(form, {"akut_fara": "nej"}, TODAY) == {"fara": ["nej"]}
    assert typed(form, {"akut_fara": "kanske"}, TODAY) == {"fara": ["ja"]}
    assert typed(form, {}, TODAY) == {"fara": ["ja"]}
