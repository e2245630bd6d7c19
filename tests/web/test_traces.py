from dataclasses import replace

import pytest

PATH = "/sparbarhet"


def test_each_duty_is_shown_with_what_fulfils_it(ada):
    page = ada.get(PATH).text

    for text in ("SOC-05", "Gör omedelbar skyddsbedömning", "f05_skyddsbedomning_barn", "SoL 20:1"):
        assert text in page
    assert "lvu: Ett barn skyddas samma dag" in page
    assert "Ingen uppgift i ett ärende: Ett stående uppdrag." in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["SOC-05", "POL-P3"]),
        ("?aktor=Socialtjänsten", ["SOC-05"]),
        ("?steg=3", ["SOC-05"]),
        ("?steg=0", ["POL-P3"]),
        ("?aktor=Polismyndigheten&steg=3", []),
        ("?steg=nio", ["SOC-05", "POL-P3"]),
    ],
)
def test_the_list_is_of_one_agency_or_one_step(ada, query, shown):
    page = ada.get(PATH + query).text

    assert [id for id in ("SOC-05", "POL-P3") if f'id="{id}"' in page] == shown
    assert ("Inget ansvar stämmer" in page) == (not shown)


def test_what_was_chosen_stays_chosen(ada):
    assert '<option value="2" selected>' in ada.get(PATH + "?steg=2").text


def test_without_a_recording_no_scenarios_are_spoken_of(ada, engine):
    engine.rows = tuple(replace(row, scenarios=()) for row in engine.rows)
    page = ada.get(PATH).text

    assert "Scenarierna visas när de har körts" in page
    assert "Inget scenario" not in page


def test_a_duty_that_no_scenario_executes_stands_out(ada, engine):
    engine.rows = (*engine.rows, replace(engine.rows[0], id="SOC-06", scenarios=()))

    assert "Inget scenario" in ada.get(PATH).text


def test_a_stranger_must_sign_in(stranger):
    assert stranger.get(PATH).status_code == 303
    assert "Spårbarhet" not in stranger.get("/logga-in").text
