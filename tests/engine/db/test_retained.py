"""What is read of erasing is one agency's own, and says of each case why."""

import pytest

from engine.bootstrap import Engine
from engine.model import Case
from tests.engine.db.small import Office
from tests.engine.retention import kept


@pytest.fixture
def office(engine_on_both: Engine) -> Office:
    return kept.office(engine_on_both)


@pytest.fixture
def old(office: Office) -> Case:
    return kept.old_case(office)


def test_what_falls_due_is_listed_with_its_law_and_days(office: Office, old: Case) -> None:
    page = office.engine.retained.page(office.chef)
    (each,) = page.sorted.due

    assert (each.part.number, each.rule and each.rule.law) == (old.number, "Lag personakt")
    assert (str(each.day), str(each.latest)) == ("2031-03-03", "2032-12-31")
    assert {rule.id: number for rule, number in page.sorted.counts} == {"personakt": 1}
    assert page.asks == ("Jag har kontrollerat",)


def test_another_agencys_page_has_nothing_of_it(office: Office, old: Case) -> None:
    page = office.engine.retained.page(office.person("mig.chef"))

    assert (page.sorted.due, page.sorted.kept, page.waiting, page.gone) == ((), (), (), ())
    assert [rule.id for rule in page.rules] == ["bevaras"]


@pytest.mark.parametrize(("days", "due", "coming"), [(300, 0, 0), (1600, 0, 1), (1827, 1, 0)])
def test_what_is_young_is_not_listed(office: Office, days: int, due: int, coming: int) -> None:
    kept.old_case(office, days=days)
    found = office.engine.retained.page(office.chef).sorted

    assert (len(found.due), found.coming) == (due, coming)


def test_what_is_kept_longer_is_listed_with_the_rule_that_keeps_it(engine_on_both: Engine) -> None:
    rule = kept.rule("barn", "[barn.nar]", 'formular = ["f"]', years=30)
    office = kept.office(engine_on_both, kept.RULES + rule)
    kept.old_case(office)
    found = office.engine.retained.page(office.chef).sorted

    assert found.due == ()
    assert [each.rule and each.rule.id for each in found.kept] == ["barn"]


def test_a_proposal_and_what_came_of_it_are_shown_with_names(office: Office, old: Case) -> None:
    engine, second = office.engine, office.person("soc.gruppledare")
    named = engine.retention.propose(office.chef, "socialtjansten", [old.id], looked=True)
    (line,) = engine.retained.page(second).waiting
    assert (line.by, line.mine, [number for number, _ in line.chosen]) == (
        office.chef.name, False, [old.number])  # fmt: skip
    assert engine.retained.page(second).sorted.due == ()

    assert engine.retained.erased(second, old.id) is None
    engine.retention.carry_out(second, named, understood=True)
    gone = engine.retained.erased(office.soc, old.id)
    assert gone is not None
    assert engine.retained.page(second).gone == (gone,)
    assert (gone.proposed_by, gone.carried_out_by) == (office.chef.name, second.name)
    assert engine.retained.erased(office.polis, old.id) is None


def test_who_is_disqualified_in_a_case_sees_no_proposal_with_it(office: Office, old: Case) -> None:
    engine, second = office.engine, office.person("soc.gruppledare")
    engine.retention.propose(office.chef, "socialtjansten", [old.id], looked=True)
    engine.staffing.disqualify(second, old.id, second.id, "Min granne")

    assert engine.retained.page(second).waiting == ()


def test_operators_see_counts_for_every_agency(office: Office, old: Case) -> None:
    assert office.engine.retained.agencies() == (
        "migrationsverket", "polismyndigheten", "socialtjansten")  # fmt: skip
    office.engine.retention.stops.hold(office.chef, old.number, "Rättegång")
    found, more = office.engine.retained.preview("socialtjansten")

    assert (found.due, more) == ((), {"stopped": 1})
    assert len(office.engine.retained.preview("polismyndigheten")[0].due) == 1
