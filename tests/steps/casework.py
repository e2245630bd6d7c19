"""Steps about people and their tasks."""

from collections.abc import Sequence

import pytest
from pytest_bdd import given, parsers, then, when

from engine.bootstrap import Engine
from engine.errors import Conflict, EngineError, InvalidAnswers, NotAllowed, NotFound
from tests.steps.desk import NAMES, Desk

Table = Sequence[Sequence[str]]


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return Desk(engine)


def answers(table: Table) -> dict[str, str]:
    return {row[0]: row[1] for row in table}


@given(parsers.parse("att {agency} har öppnat ett ärende"))
def open_case(desk: Desk, agency: str) -> None:
    desk.case_id = desk.engine.casework.open_case(desk.person(agency)).id


@given("att svaren i ärendet är")
def standing_answers(desk: Desk, datatable: Table) -> None:
    desk.answers |= answers(datatable)


@when("svaren från och med nu är")
def changed_answers(desk: Desk, datatable: Table) -> None:
    desk.answers |= answers(datatable)


@given(parsers.parse('att alla har arbetat fram till "{name}"'))
@when(parsers.parse('alla arbetar fram till "{name}"'))
def work_until(desk: Desk, name: str) -> None:
    desk.complete_until(name)


@when(parsers.parse('{agency} slutför "{name}"'))
def complete(desk: Desk, agency: str, name: str) -> None:
    desk.complete(desk.task(agency, name))


@when(parsers.parse('{agency} slutför "{name}" med'))
def complete_with(desk: Desk, agency: str, name: str, datatable: Table) -> None:
    desk.complete(desk.task(agency, name), answers(datatable))


@when(parsers.parse('{agency} försöker slutföra {owner}s uppgift "{name}"'))
def try_anothers(desk: Desk, agency: str, owner: str, name: str) -> None:
    task = desk.task(owner, name)
    desk.refused = refused(lambda: desk.complete_as(desk.person(agency), task))


@when(parsers.parse('{agency} slutför "{name}" en gång till'))
def complete_again(desk: Desk, agency: str, name: str) -> None:
    assert desk.last_task is not None
    assert desk.last_task.name == name
    task_id = desk.last_task.id
    actor = desk.person(agency)
    desk.refused = refused(lambda: desk.engine.casework.complete_task(actor, task_id, {}))


@when(parsers.parse('{agency} slutför för sent "{name}"'))
def complete_late(desk: Desk, agency: str, name: str) -> None:
    """Send in a form that was opened before the time ran out."""
    task = desk.seen[name]
    actor = desk.person(agency, task.role)
    desk.refused = refused(lambda: desk.engine.casework.complete_task(actor, task.id, {}))


@given(parsers.parse('att {agency} har "{name}" framför sig'))
def open_form(desk: Desk, agency: str, name: str) -> None:
    desk.seen[name] = desk.task(agency, name)


@when(parsers.parse('{agency} registrerar händelsen "{name}"'))
def register(desk: Desk, agency: str, name: str) -> None:
    page = desk.engine.casefile.case_page(desk.person(agency), desk.case_id)
    labels = {label: message for message, label in page.registrable}
    assert name in labels, f"{agency} kan registrera: {sorted(labels)}"
    desk.engine.messages.register(desk.person(agency), desk.case_id, labels[name])


@when(parsers.parse('{agency} försöker registrera meddelandet "{message}"'))
def try_register(desk: Desk, agency: str, message: str) -> None:
    actor = desk.person(agency)
    desk.refused = refused(lambda: desk.engine.messages.register(actor, desk.case_id, message))


@when(parsers.parse('{agency} försöker slutföra "{name}" utan svar'))
def complete_empty(desk: Desk, agency: str, name: str) -> None:
    task = desk.task(agency, name)
    actor = desk.person(agency, task.role)
    desk.refused = refused(lambda: desk.engine.casework.complete_task(actor, task.id, {}))


@then(parsers.parse('har {agency} uppgiften "{name}"'))
def has_task(desk: Desk, agency: str, name: str) -> None:
    assert desk.task(agency, name)


@then(parsers.parse('har {agency} inte uppgiften "{name}"'))
def has_not_task(desk: Desk, agency: str, name: str) -> None:
    assert name not in [task.name for task in desk.tasks(agency)]


@then(parsers.parse("har {agency} ingen uppgift i ärendet"))
def has_no_task(desk: Desk, agency: str) -> None:
    assert desk.tasks(agency) == []


@then("har ingen någon uppgift i ärendet")
def nobody_has_a_task(desk: Desk) -> None:
    assert desk.open_now() == []


@then(parsers.parse('har ingen uppgiften "{name}"'))
def nobody_has(desk: Desk, name: str) -> None:
    assert name not in [task.name for task in desk.tasks()]


@then(parsers.parse('har ingen haft uppgiften "{name}"'))
def nobody_has_had(desk: Desk, name: str) -> None:
    opened = [e.details["name"] for e in desk.log() if e.kind == "task_opened"]
    assert opened
    assert name not in opened


@then("nekas det, och försöket finns i loggen över nekade försök")
def denied(desk: Desk) -> None:
    assert isinstance(desk.refused, NotAllowed | NotFound)
    assert desk.engine.store.denials() == 1


@then("nekas det, eftersom meddelandet är okänt")
def unknown(desk: Desk) -> None:
    assert isinstance(desk.refused, NotFound)


@then(parsers.parse('får handläggaren veta: "{text}"'))
def told(desk: Desk, text: str) -> None:
    assert isinstance(desk.refused, Conflict)
    assert text in str(desk.refused)


@then(parsers.parse('frågar formuläret efter "{question}"'))
def asked(desk: Desk, question: str) -> None:
    assert isinstance(desk.refused, InvalidAnswers)
    assert question in "\n".join(desk.refused.problems.values())


@then(parsers.parse("pågår {process}"))
def is_running(desk: Desk, process: str) -> None:
    assert desk.running().get(process), desk.running()


@then(parsers.parse("har {process} avslutats"))
def has_ended(desk: Desk, process: str) -> None:
    assert desk.running().get(process) is False, desk.running()


@then(parsers.parse("har {process} inte startats"))
def never_started(desk: Desk, process: str) -> None:
    assert process not in desk.running()


@then(parsers.parse("är ärendet avslutat med {state}"))
def closed_with(desk: Desk, state: str) -> None:
    case = desk.case()
    assert (case.end_state, case.closed_at is not None) == (state, True), desk.running()


@then("är ärendet inte avslutat")
def not_closed(desk: Desk) -> None:
    assert desk.case().closed_at is None


@then(parsers.parse("deltar {agency} inte i ärendet"))
def takes_no_part(desk: Desk, agency: str) -> None:
    assert agency in NAMES
    lines = desk.engine.queries.cases(desk.person(agency))
    assert desk.case_id not in [line.case.id for line in lines]


def refused(attempt: object) -> EngineError:
    with pytest.raises(EngineError) as caught:
        attempt()  # type: ignore[operator]
    return caught.value
