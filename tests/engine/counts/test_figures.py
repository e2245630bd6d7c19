"""What a case counts as."""

from engine.counts.figures import UNKNOWN, figures
from engine.counts.statistics import Figure
from tests.engine.counted import JULY, JUNE, NEW_YEARS_EVE, done, event, opened

DUE = {"deadline": "DL-10", "due_at": "2026-07-01T22:00:00+00:00"}
START = event("case_opened", JUNE, "soc", region="okand")


def step_of(process: str, element: str) -> str:
    return {"a": "1", "b": "2"}[element]


def of(*log, measure: str) -> dict[Figure, int]:
    counted = figures([START, *log], step_of)
    return {figure: n for figure, n in counted.items() if figure.measure == measure}


def test_a_case_counts_by_who_opened_it_and_by_its_newest_age() -> None:
    ages = [event("task_completed", JULY, "polis", task_id=age, set={"alderskategori": age})
            for age in ("oklar", "barn")]  # fmt: skip

    assert of(*ages, measure="upptackta") == {Figure("upptackta", "", "2026-06", "soc", "barn"): 1}
    assert of(measure="upptackta") == {Figure("upptackta", "", "2026-06", "soc", UNKNOWN): 1}
    assert of(*ages, measure="egna_upptackta") == {
        Figure("egna_upptackta", "soc", "2026-06", "barn"): 1
    }


def test_a_case_counts_once_for_each_agency_that_takes_part() -> None:
    log = [opened(JULY, "t", "polis"), opened(JULY, "u", "polis")]

    assert of(*log, measure="arenden") == {
        Figure("arenden", agency, "2026-06", UNKNOWN, "pagaende"): 1 for agency in ("polis", "soc")
    }


def test_the_month_is_that_of_stockholm() -> None:
    found = figures([event("case_opened", NEW_YEARS_EVE, "soc", region="okand")], step_of)

    assert {figure.month for figure in found} == {"2027-01"}


def test_an_ended_case_counts_by_its_end_state_for_all_and_for_those_who_took_part() -> None:
    end = event("case_closed", JULY, end_state="A5")

    assert of(end, measure="slut") == {
        Figure("slut", agency, "2026-07", "A5"): 1 for agency in ("", "soc")
    }
    assert of(end, measure="arenden") == {
        Figure("arenden", "soc", "2026-06", UNKNOWN, "avslutade"): 1
    }


def test_a_task_counts_by_step_and_by_how_it_ended() -> None:
    log = [opened(JUNE, "t"), opened(JUNE, "u"), opened(JULY, "v", element="b"), done(JULY, "t"),
           event("task_withdrawn", JULY, "soc", task_id="u", process="p", element="a")]  # fmt: skip

    assert of(*log, measure="uppgifter") == {
        Figure("uppgifter", "soc", "2026-06", "1", "klara"): 1,
        Figure("uppgifter", "soc", "2026-06", "1", "bortfallna"): 1,
        Figure("uppgifter", "soc", "2026-07", "2", "oppna"): 1,
    }
    assert of(*log, measure="steg") == {
        Figure("steg", "", "2026-06", "okand", "1"): 1,
        Figure("steg", "", "2026-07", "okand", "2"): 1,
    }


def test_a_case_counts_in_the_region_that_its_log_told_last() -> None:
    log = [event("region_changed", JULY, "soc", region="syd"), opened(JULY, "t", "polis"),
           done(JULY, "t", "polis", **DUE)]  # fmt: skip

    for measure, expected in {
        "region": [Figure("region", "", "2026-06", "syd")],
        "arenden_region": [
            Figure("arenden_region", agency, "2026-06", "syd", "pagaende")
            for agency in ("polis", "soc")
        ],
        "uppgifter_region": [Figure("uppgifter_region", "polis", "2026-07", "syd", "klara")],
        "steg": [Figure("steg", "", "2026-07", "syd", "1")],
        "frister/syd": [
            Figure("frister/syd", agency, "2026-07", "DL-10", "missade") for agency in ("", "polis")
        ],
    }.items():
        assert of(*log, measure=measure) == dict.fromkeys(expected, 1)


def test_a_deadline_is_kept_until_the_instant_it_runs_out() -> None:
    kept, missed = done(JUNE, "t", **DUE), done(JULY, "u", **DUE)
    gone = event("task_withdrawn", JUNE, "soc", task_id="v", process="p", element="a", **DUE)

    assert of(kept, missed, gone, done(JULY, "w"), measure="frister") == {
        Figure("frister", agency, "2026-07", "DL-10", column): 1
        for agency in ("", "soc") for column in ("hallna", "missade")
    }  # fmt: skip


def test_a_decision_counts_once_in_the_month_when_it_was_first_made() -> None:
    yes = {"set": {"beslut_betanketid": "bifall", "annat": "ja"}}
    log = [done(JUNE, "t", **yes), done(JULY, "u", **yes)]

    assert of(*log, measure="beslut") == {
        Figure("beslut", "", "2026-06", "beslut_betanketid:bifall", UNKNOWN): 1
    }


def test_an_application_counts_by_applicant_and_by_the_decision_so_far() -> None:
    applied = done(JUNE, "t", set={"sokande": "polismyndigheten"})
    refused = done(JULY, "u", set={"beslut_betanketid": "avslag"})

    for log, outcome in (([applied], UNKNOWN), ([applied, refused], "avslag")):
        assert of(*log, measure="betanketid") == {
            Figure("betanketid", "", "2026-06", "polismyndigheten", outcome): 1
        }


def test_some_processes_count_when_they_start() -> None:
    lvu = event("instance_started", JULY, process="lvu")
    other = event("instance_started", JULY, process="asyl")

    assert of(lvu, other, measure="beslut") == {
        Figure("beslut", "", "2026-07", "lvu:inledd", UNKNOWN): 1
    }


def test_nothing_but_codes_is_counted() -> None:
    talkative = done(
        JUNE, "t", name="Hemligt namn", set={"kommentar": "Hemligt", "andamal": "organ"}
    )

    assert "Hemligt" not in repr(figures([START, talkative], step_of))
