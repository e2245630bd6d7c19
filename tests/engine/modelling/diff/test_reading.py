from tests.engine.modelling.diff.rich import HANDOVERS, KINDS, RICH, changed, difference, only


def test_a_new_handover_concerns_both_sides() -> None:
    new = RICH[HANDOVERS] + RICH[HANDOVERS].replace("M01", "M02").replace("Anmälan", "Svar")
    change = only(RICH | {HANDOVERS: new})

    assert str(change) == "Överlämnandet M02 ”Svar” har tillkommit."
    assert change.agencies == ("polismyndigheten", "socialtjansten")


def test_a_handover_from_everybody_concerns_everybody() -> None:
    change = only(changed(HANDOVERS, '["polismyndigheten"]', '["alla"]'))

    assert change.agencies == ("polismyndigheten", "socialtjansten", "regionkoordinator")


def test_every_cell_that_changes_is_told() -> None:
    text = RICH[KINDS].replace('= "R"', '= "S*"')

    told = "ser bara läget, med grund (S*); tidigare läser (R)."
    assert [str(each) for each in difference(RICH | {KINDS: text}).changes] == [
        f"Slaget av uppgifter ”Misstanke”: Socialtjänsten {told}",
        f"Slaget av uppgifter ”Misstanke”: Polismyndigheten {told}",
    ]


def test_a_new_kind_of_data_is_told() -> None:
    new = RICH[KINDS].replace("misstanke", "plats").replace("M01", "M09")

    assert str(only(RICH | {KINDS: RICH[KINDS] + new})).startswith("Slaget av uppgifter plats ")
