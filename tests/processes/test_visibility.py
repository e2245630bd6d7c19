"""The shipped hand-overs against the requirement's own tables, cell by cell and row by row."""

import pytest

from engine.bpmn.check.rules import SECRECY
from engine.bpmn.check.rules.nameless import nameless
from engine.bpmn.definitions import ProcessSet, read_folder, read_process_set
from engine.config import Settings
from engine.secrecy.grounds import GROUNDS
from engine.secrecy.visibility import CLOSED, STATUS

PUBLISHED: ProcessSet = read_process_set(read_folder(Settings().processes))
COLUMNS = (
    "socialtjansten", "polismyndigheten", "aklagarmyndigheten", "migrationsverket",
    "arbetsmiljoverket", "halso_och_sjukvarden", "regionkoordinator", "civilsamhallet",
    "utrikesdepartementet", "jamstalldhetsmyndigheten", "iom", "brottsoffermyndigheten",
)  # fmt: skip
MATRIX = {
    "identitet": "R R R R* egen R* R* R* barn* - R* R*",
    "misstanke": "R* R R egen egen egen R* egen - avid R* -",
    "skyddsbedomning": "R S* S* S* - S* S* - S* - - -",
    "placering": "R nekas - - - - R* egen - - - -",
    "polisskydd": "S* R R* S* - - S* - - - S* -",
    "forundersokning": "- R R - - - - - - - - R*",
    "tillstand": "R* R* R* R - S S* S* - - S* -",
    "halsa": "S* R* - R* - R - egen - - R* R*",
    "atervandande": "S* - R* - - - R - barn* avid R -",
}
"""Data and secrecy 3.4, in its order; what stands in words there is R* or S here."""
OPENED = {
    "identitet": {
        "socialtjansten", "polismyndigheten", "migrationsverket", "regionkoordinator",
        "civilsamhallet", "utrikesdepartementet", "brottsoffermyndigheten", "domstol",
        "overformyndaren",
    },
    "misstanke": {"socialtjansten", "polismyndigheten", "regionkoordinator"},
    "skyddsbedomning": {
        "socialtjansten", "domstol", "halso_och_sjukvarden", "overformyndaren"
    },
    "placering": {"polismyndigheten"},
    "polisskydd": {"migrationsverket"},
    "forundersokning": {"polismyndigheten", "aklagarmyndigheten", "domstol"},
    "tillstand": {
        "migrationsverket", "socialtjansten", "polismyndigheten", "aklagarmyndigheten"
    },
    "halsa": set(),
    "atervandande": {"socialtjansten", "regionkoordinator", "iom"},
}  # fmt: skip
"""What the hand-overs can open at all: kind of data → the agencies that can be given any of it."""
TYPICAL = {
    1: ("M01", "M03"), 2: ("M02",), 3: ("M02",), 4: ("M02", "M02b"), 5: ("M02", "M02b"),
    6: ("M03", "M01"), 7: ("M04",), 8: ("M10",), 9: ("M20b",), 10: ("M30",), 11: ("M16", "M16c"),
    12: ("M25",), 13: ("M09",), 14: ("M23",), 15: ("M21",),
}  # fmt: skip
"""Row of data and secrecy 3.3 → the hand-overs that are a ready choice for it."""
PARTIES = {
    1: (set(), {"socialtjansten"}),
    2: ({"socialtjansten"}, {"polismyndigheten"}),
    3: ({"halso_och_sjukvarden"}, {"polismyndigheten"}),
    4: ({"migrationsverket"}, {"polismyndigheten"}),
    5: ({"arbetsmiljoverket"}, {"polismyndigheten"}),
    6: ({"polismyndigheten"}, {"socialtjansten"}),
    7: (set(), {"regionkoordinator"}),
    8: ({"socialtjansten"}, {"migrationsverket"}),
    9: ({"socialtjansten"}, {"migrationsverket"}),
    10: ({"socialtjansten"}, {"polismyndigheten"}),
    11: ({"socialtjansten", "utrikesdepartementet"}, {"utrikesdepartementet"}),
    12: ({"regionkoordinator"}, {"iom"}),
    13: ({"socialtjansten"}, {"civilsamhallet"}),
    14: ({"socialtjansten"}, set()),
    15: ({"polismyndigheten", "aklagarmyndigheten"}, set()),
}
NEVER = {"lansstyrelsen", "jamstalldhetsmyndigheten"}


def opened(kind: str) -> set[str]:
    fields = PUBLISHED.kinds[kind].fields
    return {
        receiver
        for name in fields
        for receiver in (*PUBLISHED.handovers[name].receivers, *PUBLISHED.handovers[name].named)
    }


@pytest.mark.parametrize("kind", MATRIX)
def test_the_table_says_what_the_requirement_says(kind: str) -> None:
    cells = dict(zip(COLUMNS, MATRIX[kind].split(), strict=True))

    assert {agency: PUBLISHED.kinds[kind].cells[agency] for agency in COLUMNS} == cells


@pytest.mark.parametrize("kind", OPENED)
def test_the_hand_overs_open_no_more_than_this(kind: str) -> None:
    assert opened(kind) == OPENED[kind]
    cells = PUBLISHED.kinds[kind].cells
    assert [agency for agency in opened(kind) if cells[agency] in CLOSED] == []


def test_every_hand_over_is_inside_the_table() -> None:
    assert set(PUBLISHED.kinds) == {*MATRIX, "handlaggning"}
    assert [each for rule in SECRECY for each in rule(PUBLISHED)] == []


def test_nobody_is_named_where_nothing_binds_to_secrecy() -> None:
    drawn = PUBLISHED.diagrams.values()

    assert [each for diagram in drawn for each in nameless(diagram, PUBLISHED)] == []


def test_only_the_state_of_it_goes_to_who_may_know_the_state() -> None:
    """The outcome of the return programme reaches Socialtjänsten without its conditions."""
    assert PUBLISHED.kinds["atervandande"].cells["socialtjansten"] in STATUS
    assert "villkor" not in PUBLISHED.handovers["M26c"].fields
    assert "socialtjansten" not in PUBLISHED.handovers["M26"].receivers


@pytest.mark.parametrize("row", TYPICAL)
def test_each_typical_disclosure_is_a_ready_choice(row: int) -> None:
    senders, receivers = PARTIES[row]
    chosen = [PUBLISHED.handovers[name] for name in TYPICAL[row]]
    sending = {sender for each in chosen for sender in each.senders}
    getting = {to for each in chosen for to in each.receivers}

    assert senders <= sending or "alla" in sending
    assert receivers <= getting
    assert all(each.receivers or each.outsiders for each in chosen)


@pytest.mark.parametrize(("row", "name"), [(6, "M03"), (7, "M04"), (8, "M10"), (12, "M25"),
                                           (13, "M09")])  # fmt: skip
def test_the_rows_of_consent_rest_on_consent_and_nothing_else(row: int, name: str) -> None:
    assert name in TYPICAL[row]
    assert PUBLISHED.handovers[name].gates == ("SAMTYCKE",)


@pytest.mark.parametrize(("row", "name"), [(4, "M02b"), (9, "M20b"), (10, "M30"), (14, "M23")])
def test_the_rows_of_duty_rest_on_the_duty(row: int, name: str) -> None:
    assert name in TYPICAL[row]
    assert PUBLISHED.handovers[name].gates == ("28",)


def test_row_10_is_refused_unless_a_manager_decides_otherwise() -> None:
    element = next(
        element
        for diagram in PUBLISHED.diagrams.values()
        for element in diagram.of_kind("userTask")
        if "M30" in element.words("meddelande")
    )

    assert element.properties["godkannande"] == "chef"
    assert not PUBLISHED.handovers["M30"].holds({})
    assert not PUBLISHED.handovers["M30"].holds({"kontakt_beslut": "nekas"})
    assert PUBLISHED.kinds["placering"].cells["polismyndigheten"] == "nekas"


def test_row_16_nobody_who_coordinates_gets_anything_about_a_person() -> None:
    for handover in PUBLISHED.handovers.values():
        assert NEVER.isdisjoint({*handover.receivers, *handover.named}), handover.id


CODES = {"SAMTYCKE", "NODV", "PART", "15A", "18C", "20", "21", "23", "24", "27", "28", "25_12",
         "26_9", "25_13", "26_9A", "8_3"}  # fmt: skip


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_way_through_secrecy_is_there_and_somebody_can_use_it(code: str) -> None:
    rules = PUBLISHED.decision("utlamnandegrund").rules
    by_table = {code for rule in rules for code in rule.outputs}
    by_handover = {gate for each in PUBLISHED.handovers.values() for gate in each.gates}

    assert code in GROUNDS
    assert code in by_table | by_handover
