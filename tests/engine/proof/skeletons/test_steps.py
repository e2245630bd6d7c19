from engine.bpmn.definitions import read_process_set
from engine.proof.skeletons.answers import answers_along
from engine.proof.skeletons.steps import Teller
from engine.proof.skeletons.ways import way_to_element
from tests.engine.modelling.small import LIVE

SET = read_process_set(LIVE)
DIAGRAM = SET.diagrams["stod_och_skydd"]
TELLER = Teller(SET, DIAGRAM)


def told(element: str) -> list[str]:
    way = way_to_element(DIAGRAM, element)
    assert way is not None
    given = answers_along(SET, DIAGRAM, way)
    return [*TELLER.begin(way, given), *TELLER.go(way, given), *TELLER.come_to(way)][2:]


def test_a_way_is_told_in_the_words_of_the_features() -> None:
    assert told("b") == [
        "Och att svaren i ärendet är",
        "  | misstanke | kvarstar |",
        "# fyll på med de svar som för ärendet hit",
        'Och att alla har arbetat fram till "A"',
        'När Socialtjänsten slutför "A" med',
        "  | val | ja |",
        'Så har Polismyndigheten uppgiften "B"',
    ]


def test_time_passes_where_a_limit_runs_out() -> None:
    assert told("n")[-2:] == ["När det har gått 12 dagar", 'Så har Socialtjänsten uppgiften "N"']


def test_an_end_is_the_end_of_the_process() -> None:
    assert told("end")[-1] == "Så har stod_och_skydd avslutats"
