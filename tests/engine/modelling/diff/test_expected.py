"""What a choice may read unset is a change that those who work there approve."""

from engine.bpmn.definitions import read_process_set
from engine.modelling.diff import compare
from tests.engine.modelling.diff.rich import RICH, only

FILE = "osatta.toml"
LINE = '["stod_och_skydd.g"]\nval = "Ingen har svarat: nej."\n'


def test_a_choice_that_counts_on_something_unset_is_told_with_what_then_holds() -> None:
    change = only(RICH | {FILE: LINE})

    assert str(change) == (
        "Vägvalet ”Vilket?” räknar med att val (”Val”) är osatt: Ingen har svarat: nej."
    )
    assert (change.kind, change.process, change.element) == ("condition", "stod_och_skydd", "g")
    assert set(change.agencies) == {"socialtjansten", "polismyndigheten"}


def test_one_that_no_longer_does_and_one_with_other_words_are_told() -> None:
    def said(before: str, after: str) -> list[tuple[str, str]]:
        sides = (read_process_set(RICH | {FILE: text}) for text in (before, after))
        return [(each.effect, str(each)) for each in compare(*sides).changes]

    assert said(LINE, '["stod_och_skydd.g"]\n') == [
        ("removed", "Vägvalet ”Vilket?” räknar inte längre med att val (”Val”) är osatt.")
    ]
    assert said(LINE, LINE.replace("nej.", "ja."))[0][0] == "changed"
    assert said(LINE, LINE) == []


def test_a_line_for_a_choice_that_is_not_there_is_told_too() -> None:
    change = only(RICH | {FILE: LINE.replace(".g", ".borta")})

    assert str(change).startswith("Vägvalet stod_och_skydd.borta räknar med att val")
    assert change.process is None
