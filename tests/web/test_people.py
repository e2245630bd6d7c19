"""The pages of substitutes and of distribution."""

from datetime import date

import pytest

from engine.errors import Conflict

DAYS = {"fran-day": "27", "fran-month": "11", "fran-year": "2026",
        "till-day": "4", "till-month": "12", "till-year": "2026"}  # fmt: skip
GOOD = {"borta": "ada", "ersattare": "bo", "skal": "semester", **DAYS}


@pytest.fixture
def bo(stranger):
    """Bo Lind, who leads nobody."""
    stranger.sign_in("bo")
    stranger.get("/")
    return stranger


def test_the_page_names_whom_i_stand_in_for_and_lists_their_tasks(ada):
    page = ada.get("/ersattare").text

    for said in ("Som ersättare för Bo Lind", "Planera fortsatt stöd",
                 "20 november 2026 – 27 november 2026", "Semester"):  # fmt: skip
        assert said in page, said


def test_without_any_the_page_says_so(ada, engine):
    engine.substitutions.arranged = []
    page = ada.get("/ersattare").text

    assert "Ingen ersättare är bestämd." in page
    assert "Som ersättare för" not in page


def test_a_leader_arranges_for_a_colleague(ada, engine):
    answer = ada.send("/ersattare", **GOOD | {"borta": "bo", "ersattare": "ada"})

    assert (answer.status_code, answer.location) == (303, "/ersattare")
    days = (date(2026, 11, 27), date(2026, 12, 4))
    assert engine.asked == [("arrange", "ada", "bo", "ada", *days, "semester")]


def test_others_arrange_for_themselves_whatever_is_posted(bo, engine):
    assert "Vem är borta?" not in bo.get("/ersattare").text
    bo.send("/ersattare", **GOOD | {"ersattare": "ada"})

    assert engine.asked[0][:4] == ("arrange", "bo", "bo", "ada")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"borta": "cy"}, "Välj vem som är borta"),
        ({"ersattare": ""}, "Välj en ersättare"),
        ({"fran-day": "31"}, "Ange första dagen som ett datum"),
        ({"till-year": "99999999999999999999"}, "Ange sista dagen som ett datum"),
        ({"till-month": "mars"}, "Ange sista dagen som ett datum"),
        ({"skal": "sjuk"}, "Välj skälet till frånvaron"),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_stays(ada, engine, change, said):
    answer = ada.send("/ersattare", **GOOD | change)

    assert answer.status_code == 422
    assert answer.text.count(said) == 2
    assert 'value="2026"' in answer.text
    assert not engine.asked


def test_what_the_rules_refuse_is_said_at_its_question(ada, engine):
    engine.staffing.problems = {"ersattare": "Den du valde är själv borta."}
    answer = ada.send("/ersattare", **GOOD)

    assert answer.status_code == 422
    assert '<a href="#ersattare">Den du valde är själv borta.</a>' in answer.text


def test_a_substitution_is_ended(ada, engine):
    assert ada.send("/ersattare/s1/avsluta").location == "/ersattare"
    assert engine.asked == [("end", "ada", "s1")]


def test_the_task_of_the_absent_says_that_i_stand_in_and_can_be_answered(ada, engine, monkeypatch):
    acting = engine.person("ada")
    shown = engine.task_page

    def in_place_of_bo(actor, task_id):
        page = shown(actor, task_id)
        return page.__class__(**{**vars(page), "reader": standing(acting)})

    monkeypatch.setattr(engine, "task_page", in_place_of_bo)
    page = ada.get("/uppgift/u4").text

    assert "Bo Lind har uppgiften. Du är ersättare i dag" in page
    assert "Slutför uppgiften" in page


def standing(actor):
    return actor.__class__(**{**vars(actor), "acting_for": "bo"})


def test_a_leader_sees_the_load_and_what_nobody_has(ada):
    page = ada.get("/fordelning").text

    for said in ("Ada Ek", "Bo Lind", "Har ersättare i dag", "Kalla till samverkansmöte"):
        assert said in page, said
    assert "Planera fortsatt stöd" not in page
    assert "Planera fortsatt stöd" in ada.get("/fordelning?hos=bo").text


def test_those_who_do_not_lead_have_no_such_page_nor_a_link_to_it(bo):
    assert bo.get("/fordelning").status_code == 404
    assert bo.send("/fordelning", uppgift="u2", kollega="bo").status_code == 404
    assert "/fordelning" not in bo.get("/").text


def test_a_colleague_of_another_agency_is_not_found(ada):
    assert ada.get("/fordelning?hos=cy").status_code == 404


def test_every_task_that_was_chosen_gets_its_answer(ada, engine):
    answer = ada.send("/fordelning", uppgift=["u2", "u3"], kollega="bo")

    assert engine.asked == [("distribute", "ada", ("u2", "u3"), "bo")]
    assert "Fördelad till Bo Lind:</strong> Kalla till samverkansmöte" in answer.text
    assert "Inte fördelad:</strong> Besluta om omedelbart omhändertagande" in answer.text
    assert "Kollegan har redan uppgiften." in answer.text


@pytest.mark.parametrize(
    ("posted", "said"),
    [({"kollega": "bo"}, "Välj minst en uppgift"), ({"uppgift": "u2"}, "Välj en kollega"),
     ({"uppgift": "u2", "kollega": "cy"}, "Välj en kollega")],
)  # fmt: skip
def test_without_a_task_or_a_colleague_nothing_is_given(ada, engine, posted, said):
    answer = ada.send("/fordelning", **posted)

    assert answer.status_code == 422
    assert said in answer.text
    assert not engine.asked
    assert ("checked" in answer.text) is ("uppgift" in posted)


def test_what_is_refused_meanwhile_is_said(ada, engine):
    engine.fails_with = Conflict("Ersättningen är redan avslutad.")
    answer = ada.send("/ersattare/s1/avsluta")

    assert answer.status_code == 409
    assert "Ersättningen är redan avslutad." in answer.text
