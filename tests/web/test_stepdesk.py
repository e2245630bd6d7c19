import pytest
from flask import Flask

from engine.errors import NotFound, Overtaken
from engine.modelling.choices import choices_in
from engine.modelling.draft import DraftPage
from tests.engine.modelling.small import FORM, LIVE, MAIN, Owners
from tests.web.owners_desk import desk, owners
from web.stepdesk import desk_of, kept

__all__ = ["desk", "owners"]


@pytest.fixture
def drafted(owners: Owners) -> DraftPage:
    draft = owners.draft()
    return owners.engine.drafts.read_files(owners.pia, draft.id)


def test_a_diagram_of_a_draft_is_found_with_its_steps_and_choices(drafted: DraftPage) -> None:
    found = desk_of(drafted, MAIN)

    assert found.row("a").name == "A"
    assert [each.id for each in found.before("start_a")] == ["start", "start_a"]
    assert found.choices == choices_in(LIVE)
    for place in (
        lambda: found.row("x"),
        lambda: found.before("x"),
        lambda: desk_of(drafted, FORM),
    ):
        with pytest.raises(NotFound):
            place()


def test_a_way_leads_to_every_step_but_where_nothing_may_come_in(drafted: DraftPage) -> None:
    steps = desk_of(drafted, MAIN).steps()

    assert {"a", "g", "n", "end"} <= steps.keys()
    assert not {"start", "late"} & steps.keys()
    assert steps["a"] == "A – Socialtjänsten"
    assert steps["j"] == "Vägval j – Socialtjänsten"


def test_what_somebody_else_has_saved_meanwhile_is_told_and_nothing_is_done(
    drafted: DraftPage, desk: Flask
) -> None:
    def again(_problems: dict[str, str], overtaken: Overtaken) -> str:
        return overtaken.content or ""

    def changed() -> str:
        raise AssertionError

    with desk.test_request_context(method="POST", data={"hash": "another"}):
        answer = kept(desk_of(drafted, MAIN), changed, again, "", "Klart")

    assert answer == (LIVE[MAIN], 409)
