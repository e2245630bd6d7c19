"""Steps about answers that would at once end something by law: warned of, then confirmed."""

from pytest_bdd import parsers, then, when

from engine.errors import Expiring
from tests.steps.casework import Table, answers, said
from tests.steps.desk import Desk


@then(parsers.parse('varnas handläggaren: "{effect}" enligt {law}, sista dagen var {day}'))
def warned(desk: Desk, effect: str, law: str, day: str) -> None:
    assert isinstance(desk.refused, Expiring), repr(desk.refused)
    told = [(e.effect, e.law, e.last_day.isoformat()) for e in desk.refused.expiries]
    assert (effect, law, day) in told


@when(said('{agency:Agency} bekräftar "{name}" med'))
def confirm(desk: Desk, agency: str, name: str, datatable: Table) -> None:
    """Press the button once more, having read the warning."""
    assert isinstance(desk.refused, Expiring)
    task = desk.task(agency, name)
    actor, posted = desk.person(agency, task.role), desk.posted(task, answers(datatable))
    keys = [each.key for each in desk.refused.expiries]
    desk.engine.casework.complete_task(actor, task.id, posted, confirmed=keys)
