"""Steps about what became of the case: its processes, its variables, its log, its end."""

from pytest_bdd import parsers, then

from engine.replay import differences, rebuild
from tests.steps.casework import said
from tests.steps.desk import NAMES, Desk


@then(parsers.parse("pågår {process}"))
def is_running(desk: Desk, process: str) -> None:
    assert desk.running().get(process), desk.running()


@then(parsers.parse("har {process} avslutats"))
def has_ended(desk: Desk, process: str) -> None:
    assert desk.running().get(process) is False, desk.running()


@then(parsers.parse("har {process} inte startats"))
def never_started(desk: Desk, process: str) -> None:
    assert process not in desk.running()


@then(parsers.parse("är variabeln {variable} {value} i {process}"))
def variable_is(desk: Desk, variable: str, value: str, process: str) -> None:
    assert desk.variables(process).get(variable) == value


@then("stämmer ärendet med sin logg")
def matches_its_log(desk: Desk) -> None:
    """Execute the recorded commands again: every saved instance comes out the same."""
    saved = desk.instances()
    rebuilt = rebuild(desk.log(), desk.engine.processes)
    assert set(saved) == set(rebuilt)
    assert {
        i: differences(saved[i], rebuilt[i]) for i in saved if differences(saved[i], rebuilt[i])
    } == {}


@then(parsers.parse("är ärendet avslutat med {state}"))
def closed_with(desk: Desk, state: str) -> None:
    case = desk.case()
    assert (case.end_state, case.closed_at is not None) == (state, True), desk.running()


@then("är ärendet inte avslutat")
def not_closed(desk: Desk) -> None:
    assert desk.case().closed_at is None


@then(said("deltar {agency:Agency} inte i ärendet"))
def takes_no_part(desk: Desk, agency: str) -> None:
    assert agency in NAMES
    lines = desk.engine.queries.cases(desk.person(agency))
    assert desk.case_id not in [line.case.id for line in lines]


@then(said('är "{name}" osynlig för {agency:Agency}'))
def unseen(desk: Desk, name: str, agency: str) -> None:
    """Tell that an open task of others stands nowhere on an agency's page of the case."""
    assert name in [task.name for task in desk.tasks()]
    page = desk.engine.casefile.case_page(desk.person(agency), desk.case_id)
    assert name not in repr(page)


@then(parsers.parse('finns "{text}" varken i loggen eller i något meddelande'))
def kept_out(desk: Desk, text: str) -> None:
    """Tell that what was written in a form left the compartment in no way."""
    assert text not in repr(desk.log())
    assert text not in repr([each.variables for each in desk.instances().values()])
