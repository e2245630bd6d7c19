from engine.proof.skeletons.background import Background, background_of

FEATURE = """# language: sv
Egenskap: X

  Bakgrund:
    Givet att klockan är 09:00 den 2026-03-02
    Och att Migrationsverket har öppnat ett ärende
    Och att svaren i ärendet är
      | misstanke  | kvarstar |
      | fu_status  | ej_inledd |

  Scenario: Y
    När Socialtjänsten slutför "Z" med
      | annat | nej |
"""


def test_who_opens_the_case_and_with_which_answers_is_read() -> None:
    assert background_of(FEATURE) == Background(
        "Migrationsverket", {"misstanke": "kvarstar", "fu_status": "ej_inledd"}
    )


def test_a_feature_without_a_background_gets_the_usual_one() -> None:
    assert background_of("") == Background()
    assert background_of(FEATURE.replace("Bakgrund:", "")) == Background()
