"""Steps about the second person who approves what the first has proposed."""

import pytest
from pytest_bdd import parsers, then, when

from engine.errors import NotAllowed
from tests.steps.casework import Table, answers, said
from tests.steps.desk import Desk


@when(said('en handläggare vid {agency:Agency} föreslår svaren på "{name}"'))
def propose(desk: Desk, agency: str, name: str, datatable: Table) -> None:
    task = desk.seen[name] = desk.task(agency, name)
    desk.complete_as(desk.person(agency), task, answers(datatable))


@when(parsers.parse('samma handläggare försöker godkänna "{name}"'))
def approve_own(desk: Desk, name: str) -> None:
    task = desk.seen[name]
    with pytest.raises(NotAllowed) as refused:
        desk.engine.approvals.approve(desk.person(task.agency), task.id)
    desk.refused = refused.value


@when(said('en chef vid {agency:Agency} godkänner "{name}"'))
def approve(desk: Desk, agency: str, name: str) -> None:
    desk.engine.approvals.approve(desk.person(agency, "chef"), desk.task(agency, name).id)


@when(said('en chef vid {agency:Agency} skickar tillbaka "{name}" med skälet "{reason}"'))
def send_back(desk: Desk, agency: str, name: str, reason: str) -> None:
    task_id = desk.task(agency, name).id
    desk.engine.approvals.send_back(desk.person(agency, "chef"), task_id, reason)


@then(parsers.parse('har utkastet till "{name}" svaret "{text}"'))
def draft_has(desk: Desk, name: str, text: str) -> None:
    task = desk.seen[name]
    page = desk.engine.queries.task_page(desk.person(task.agency), task.id)
    assert text in page.answers.values()


@then("står både den som föreslog och den som godkände i loggen")
def both_are_logged(desk: Desk) -> None:
    task = list(desk.seen.values())[-1]
    told = {e.kind: e.actor for e in desk.log() if e.details.get("task_id") == task.id}
    chef, first = desk.person(task.agency, "chef").id, desk.person(task.agency).id
    assert (told["task_approved"], told["task_completed"]) == (chef, first)
