"""The log in words."""

from collections.abc import Mapping
from typing import Any

import pytest

from engine.registers import read_registers
from engine.timeline import TITLES, Timeline
from engine.views import Answered
from tests.conftest import MONDAY
from tests.engine.db.small import FILES

TIMELINE = Timeline(read_registers(FILES), {"ada": "Ada Ek"})


def row(kind: str, **details: str) -> Mapping[str, Any]:
    return {"kind": kind, "at": MONDAY, "person": None, "task_id": "t", "details": details}


def told(kind: str, **details: str | None) -> tuple[str, str | None]:
    (entry,) = TIMELINE.entries([row(kind, **details)], {})
    return entry.title, entry.text


@pytest.mark.parametrize(
    ("kind", "details", "said"),
    [
        ("case_opened", {}, ("Ärendet öppnades", None)),
        ("task_opened", {"name": "Utred"}, ("Ny uppgift: Utred", None)),
        ("message_registered", {"name": "hej"}, ("Händelse registrerad: Hej", None)),
        ("message_registered", {"name": "okänd"}, ("Händelse registrerad: okänd", None)),
        ("disqualified", {"person": "ada"}, ("Jäv antecknat", None)),
        ("disqualification_lifted", {"person": "ada"}, ("Jäv hävt", None)),
        ("task_claimed", {"name": "Utred", "acting_for": "ada"},
         ("Tog uppgiften: Utred", "Som ersättare för Ada Ek.")),
        ("task_claimed", {"name": "Utred", "acting_for": "gone"},
         ("Tog uppgiften: Utred", "Som ersättare för en kollega.")),
        ("task_assigned", {"name": "Utred", "reason": "franvaro"},
         ("Uppgiften tilldelades: Utred", "Skäl: Frånvaro.")),
        ("task_assigned", {"name": "Utred", "reason": "jav", "acting_for": "ada"},
         ("Uppgiften tilldelades: Utred", "Som ersättare för Ada Ek. Skäl: Jäv.")),
        ("task_assigned", {"name": "Utred", "reason": "okänd"},
         ("Uppgiften tilldelades: Utred", None)),
        ("case_closed", {"end_state": "A1"}, ("Ärendet avslutades", "Klart")),
        ("case_closed", {"end_state": ""}, ("Ärendet avslutades", None)),
        ("task_proposed", {"name": "Oro"}, ("Förslag lämnat: Oro", None)),
        ("file_attached", {"name": "Oro"}, ("Bilaga lades till: Oro", None)),
        ("follow_up_set", {"name": "Oro", "day": "2026-12-24"},
         ("Bevakning: Oro", "24 december 2026")),
        ("follow_up_set", {"name": "Oro", "day": None}, ("Bevakning: Oro", "Bevakningen togs")),
        ("disclosed", {"name": "Oro", "receiver": "polismyndigheten", "ground": "28"},
         ("Lämnat ut: Oro",
          "Till Polismyndigheten. Grund: OSL 10:28 – uppgiftsskyldighet i lag.")),
        ("received", {"name": "Oro", "sender": "en granne", "ground": "SAMTYCKE"},
         ("Mottaget: Oro", "Från en granne. Grund: OSL 10:1 – samtycke.")),
        ("protection_marked", {"marking": "skyddat_boende"},
         ("Skyddsmarkering ändrad", "Skyddat boende.")),
        ("protection_marked", {"marking": "ingen"}, ("Skyddsmarkering ändrad", "Borttagen.")),
        ("revealed", {"name": "Plan", "reason": "kontakt"},
         ("Såg skyddade uppgifter: Plan", "Skäl: Jag ska nå personen.")),
        ("printed", {}, ("Skrev ut er del av ärendet", None)),
    ],
)  # fmt: skip
def test_each_kind_of_entry_has_its_sentence(
    kind: str, details: dict[str, str | None], said: tuple[str, str | None]
) -> None:
    title, text = told(kind, **details)

    assert title == said[0]
    assert (text or "").startswith((said[1] or "")[:20])


def test_what_is_not_for_people_is_left_out() -> None:
    entries = [row("timer_fired"), row("task_opened", name="a"), row("draft_saved", name="a")]

    assert "timer_fired" not in TITLES
    assert [e.title for e in TIMELINE.entries(entries, {})] == ["Ny uppgift: a"]


def test_the_newest_comes_first_and_only_completed_tasks_have_answers() -> None:
    log = [row("task_opened", name="a"), row("task_completed", name="a")]
    shown = Answered((("Fråga", "Svar"),), ("svar", "r"))
    first, second = TIMELINE.entries(log, {"t": shown})

    assert (first.title, first.answers) == ("Klar: a", (("Fråga", "Svar"),))
    assert (first.reveals, second.reveals) == (("svar", "r"), None)
    assert (second.title, second.answers) == ("Ny uppgift: a", ())
