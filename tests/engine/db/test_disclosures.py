"""What is handed over, kept on a real database of each kind, and who can read it after."""

import pytest
from sqlalchemy import event, func, select

from engine.bootstrap import Engine
from engine.db.tables import disclosures
from engine.errors import InvalidAnswers, NotFound
from engine.views import CasePage
from tests.steps.desk import Desk

TOLD = "Barnet bor hos en påhittad moster."
CHILD = {
    "misstanke": "kvarstar", "alderskategori": "barn", "akut_fara": "nej",
    "behov_konsultation": "nej", "samtycke_soc": "nekat", "samtycke_rk": "nekat",
    "rubricering": "manniskohandel", "handelse": TOLD,
}  # fmt: skip
ADULT = CHILD | {"alderskategori": "vuxen", "rubricering": "manniskoexploatering"}
REPORT = "Ta ställning till polisanmälan (vuxen)"


@pytest.fixture
def desk(engine_on_both: Engine) -> Desk:
    desk = Desk(engine_on_both)
    desk.case_id = desk.engine.casework.open_case(desk.person("Hälso- och sjukvården")).id
    return desk


def page(desk: Desk, agency: str) -> CasePage:
    return desk.engine.casefile.case_page(desk.person(agency), desk.case_id)


def titles(desk: Desk, agency: str) -> list[str]:
    return [entry.title for entry in page(desk, agency).timeline]


def report_child(desk: Desk) -> None:
    desk.answers |= CHILD
    desk.complete_until("Gör orosanmälan")
    desk.complete(desk.task("Hälso- och sjukvården", "Gör orosanmälan"))


def test_the_receiver_reads_a_copy_with_sender_and_ground(desk: Desk) -> None:
    report_child(desk)

    (line,) = page(desk, "Socialtjänsten").received
    assert (line.name, line.sender) == ("Orosanmälan", "Hälso- och sjukvården")
    assert line.ground == "OSL 10:28 – uppgiftsskyldighet i lag"
    assert TOLD in dict(line.answers).values()
    assert "Mottaget: Orosanmälan" in titles(desk, "Socialtjänsten")
    assert "Lämnat ut: Orosanmälan" in titles(desk, "Hälso- och sjukvården")


def test_no_other_agency_reads_it_or_knows_that_it_was_sent(desk: Desk) -> None:
    report_child(desk)
    desk.answers |= {"polisanmalan": "anmalan"}
    desk.complete_until("Upprätta brottsanmälan")

    seen = page(desk, "Polismyndigheten")
    assert TOLD not in repr(seen)
    assert "Orosanmälan" not in repr([seen.timeline, seen.received])
    assert [line.name for line in seen.received] == ["Polisanmälan"]
    with pytest.raises(NotFound):
        page(desk, "IOM")


def test_the_log_tells_names_of_fields_and_never_what_was_in_them(desk: Desk) -> None:
    report_child(desk)

    told = [entry for entry in desk.log() if entry.kind in {"disclosed", "received"}]
    assert [entry.agency for entry in told] == ["halso_och_sjukvarden", "socialtjansten"]
    assert "handelse" in told[0].details["fields"]
    assert TOLD not in repr(desk.log())


def test_a_completion_that_hands_over_costs_one_commit_and_few_statements(desk: Desk) -> None:
    desk.answers |= CHILD
    desk.complete_until("Gör orosanmälan")
    task = desk.task("Hälso- och sjukvården", "Gör orosanmälan")
    posted = desk.posted(task)
    said: list[str] = []
    commits: list[object] = []
    event.listen(desk.engine.database, "before_cursor_execute", lambda *a: said.append(a[2]))
    event.listen(desk.engine.database, "commit", commits.append)
    actor = desk.person("Hälso- och sjukvården")
    desk.engine.casework._complete(actor, task.id, posted)  # type: ignore[attr-defined]

    statements = [each for each in said if not each.startswith("BEGIN")]
    assert len(commits) == 1
    assert len(statements) <= 13, statements  # jäv and who is told are read once each


def test_without_a_ground_nothing_is_kept_and_only_the_sender_sees_the_refusal(desk: Desk) -> None:
    desk.answers |= ADULT | {"polisanmalan": "anmalan", "samtycke_svar": "nekat"}
    desk.complete_until(REPORT)
    task = desk.task("Hälso- och sjukvården", REPORT)
    for ground in ("SAMTYCKE", "23", "15A"):
        with pytest.raises(InvalidAnswers) as refused:
            desk.complete(task, {"rattslig_grund": ground})
        assert list(refused.value.problems) == ["rattslig_grund"]

    with desk.engine.database.connect() as connection:
        count = connection.execute(select(func.count()).select_from(disclosures)).scalar()
    assert count == 0
    assert desk.task("Hälso- och sjukvården", REPORT) == task
    assert titles(desk, "Hälso- och sjukvården")[0] == "Stoppat, saknar grund: Polisanmälan"
    assert {e.agency for e in desk.log() if e.kind == "disclosure_denied"} == {task.agency}


def test_a_task_that_answers_no_hands_nothing_over(desk: Desk) -> None:
    desk.answers |= ADULT | {"polisanmalan": "nej", "samtycke_svar": "nekat"}
    desk.complete_until(REPORT)
    desk.complete(desk.task("Hälso- och sjukvården", REPORT))

    assert not [entry for entry in desk.log() if entry.kind in {"disclosed", "disclosure_denied"}]
