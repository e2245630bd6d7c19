"""Steps about people and their tasks."""

import re
from collections.abc import Sequence

import pytest
from parse import with_pattern
from pytest_bdd import given, parsers, then, when

from engine.bootstrap import Engine
from engine.errors import Conflict, EngineError, InvalidAnswers, NotAllowed, NotFound
from tests.steps.desk import NAMES, Desk

Table = Sequence[Sequence[str]]


@with_pattern("|".join(map(re.escape, NAMES)))
def agency_name(text: str) -> str:
    return text


def said(text: str) -> parsers.parse:
    """Return a step in which {…:Agency} is one of the agencies and nothing else."""
    return parsers.parse(text, extra_types={"Agency": agency_name})


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return Desk(engine)


def answers(table: Table) -> dict[str, str]:
    return {row[0]: row[1] for row in table}


@given(said("att {agency:Agency} har öppnat ett ärende"))
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


@when(said('{agency:Agency} slutför "{name}"'))
def complete(desk: Desk, agency: str, name: str) -> None:
    desk.complete(desk.task(agency, name))


@when(said('{agency:Agency} slutför "{name}" med'))
def complete_with(desk: Desk, agency: str, name: str, datatable: Table) -> None:
    desk.complete(desk.task(agency, name), answers(datatable))


@when(said('{agency:Agency} försöker slutföra {owner:Agency}s uppgift "{name}"'))
def try_anothers(desk: Desk, agency: str, owner: str, name: str) -> None:
    task = desk.task(owner, name)
    desk.refused = refused(lambda: desk.complete_as(desk.person(agency), task))


@when(said('{agency:Agency} slutför "{name}" en gång till'))
def complete_again(desk: Desk, agency: str, name: str) -> None:
    assert desk.last_task is not None
    assert desk.last_task.name == name
    task_id = desk.last_task.id
    actor = desk.person(agency)
    desk.refused = refused(lambda: desk.engine.casework.complete_task(actor, task_id, {}))


@when(said('{agency:Agency} slutför för sent "{name}"'))
def complete_late(desk: Desk, agency: str, name: str) -> None:
    """Send in a form that was opened before the time ran out."""
    task = desk.seen[name]
    actor = desk.person(agency, task.role)
    desk.refused = refused(lambda: desk.engine.casework.complete_task(actor, task.id, {}))


@given(said('att {agency:Agency} har "{name}" framför sig'))
def open_form(desk: Desk, agency: str, name: str) -> None:
    desk.seen[name] = desk.task(agency, name)


@when(said('{agency:Agency} registrerar händelsen "{name}"'))
def register(desk: Desk, agency: str, name: str) -> None:
    page = desk.engine.casefile.case_page(desk.person(agency), desk.case_id)
    labels = {label: message for message, label in page.registrable}
    assert name in labels, f"{agency} kan registrera: {sorted(labels)}"
    desk.engine.messages.register(desk.person(agency), desk.case_id, labels[name])


@when(said('{agency:Agency} försöker registrera meddelandet "{message}"'))
def try_register(desk: Desk, agency: str, message: str) -> None:
    actor = desk.person(agency)
    desk.refused = refused(lambda: desk.engine.messages.register(actor, desk.case_id, message))


@given(said('att {agency:Agency} har slutfört "{name}"'))
def has_completed(desk: Desk, agency: str, name: str) -> None:
    desk.complete(desk.task(agency, name))


@when(said('{agency:Agency} försöker slutföra "{name}" med'))
def try_with(desk: Desk, agency: str, name: str, datatable: Table) -> None:
    task = desk.task(agency, name)
    desk.refused = refused(lambda: desk.complete(task, answers(datatable)))


@when(parsers.parse('en handläggare utan rollen försöker slutföra "{name}"'))
def try_without_role(desk: Desk, name: str) -> None:
    task = desk.seen[name]
    actor = next(
        p for p in desk.engine.queries.people()
        if p.agency == task.agency and task.role not in p.roles
    )  # fmt: skip
    desk.refused = refused(lambda: desk.engine.casework.complete_task(actor, task.id, {}))


@when(said('en handläggare vid {agency:Agency} tar "{name}"'))
def claim(desk: Desk, agency: str, name: str) -> None:
    desk.engine.casework.claim(desk.person(agency), desk.task(agency, name).id)


@when(said('en kollega vid {agency:Agency} försöker ta "{name}"'))
def claim_too(desk: Desk, agency: str, name: str) -> None:
    task = desk.task(agency, name)
    colleague = desk.person(agency, "chef")
    desk.refused = refused(lambda: desk.engine.casework.claim(colleague, task.id))


@when(said('chefen vid {agency:Agency} avslutar ärendet med {state} och skälet "{reason}"'))
def close_by_hand(desk: Desk, agency: str, state: str, reason: str) -> None:
    chef = desk.person(agency, "chef")
    desk.engine.casework.close_case(chef, desk.case_id, state, reason)


@when(said('{agency:Agency} försöker slutföra "{name}" utan svar'))
def complete_empty(desk: Desk, agency: str, name: str) -> None:
    task = desk.task(agency, name)
    actor = desk.person(agency, task.role)
    desk.refused = refused(lambda: desk.engine.casework.complete_task(actor, task.id, {}))


@then(said('har {agency:Agency} uppgiften "{name}"'))
def has_task(desk: Desk, agency: str, name: str) -> None:
    assert desk.task(agency, name)


@then(said('har {agency:Agency} inte uppgiften "{name}"'))
def has_not_task(desk: Desk, agency: str, name: str) -> None:
    assert name not in [task.name for task in desk.tasks(agency)]


@then(said("har {agency:Agency} ingen uppgift i ärendet"))
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


@then(said('kan {agency:Agency} bara svara "{answer}" på "{question}" i uppgiften "{name}"'))
def only_answer(desk: Desk, agency: str, answer: str, question: str, name: str) -> None:
    task = desk.task(agency, name)
    form = desk.engine.queries.task_page(desk.person(agency, task.role), task.id).form
    field = next(each for each in form.fields if each.label == question)
    assert field.required
    assert field.hidden_when is None
    assert [option.label for option in field.options] == [answer]


def refused(attempt: object) -> EngineError:
    with pytest.raises(EngineError) as caught:
        attempt()  # type: ignore[operator]
    return caught.value
