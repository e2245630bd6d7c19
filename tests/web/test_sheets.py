import pytest

from engine.casebook.sheets import NEEDS_APPROVAL, TaskSheet
from engine.errors import Conflict
from engine.views import HandoverLine
from web.sheets import document

PATH = "/uppgift/u1/pdf"


def test_a_task_is_handed_out_as_a_pdf_whose_name_tells_nothing(ada, engine):
    page = ada.get("/uppgift/u1").text
    answer = ada.send(PATH)

    assert f'action="{PATH}"' in page
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.data.startswith(b"%PDF-1.")
    assert answer.headers["Content-Disposition"] == "attachment; filename=uppgift.pdf"
    assert "no-store" in answer.headers["Cache-Control"]
    assert engine.asked == [("take_out", "ada", "u1")]


def test_where_a_colleague_must_approve_it_leads_there_and_says_so(ada, engine):
    ada.get("/")
    engine.sheets.refuses = Conflict(NEEDS_APPROVAL)
    answer = ada.send(PATH)

    assert (answer.status_code, answer.location) == (303, "/arende/c1/utskrift")
    assert NEEDS_APPROVAL in ada.get("/").text


@pytest.mark.parametrize("who", ["cy"])
def test_another_agencys_task_is_not_found(stranger, engine, who):
    stranger.sign_in(who)
    stranger.get("/")

    assert stranger.send(PATH).status_code == 404
    assert engine.asked == []


def test_it_tells_what_the_page_tells(ada, app, engine):
    line = HandoverLine("Underrättelse", ("Polismyndigheten",), ("Vad har hänt?",), "OSL 10:28",
                        (), None, (), "Samtycke till polisen")  # fmt: skip
    page = engine.task_page(engine.person("ada"), "u1")
    object.__setattr__(page, "handovers", (line,))
    with app.test_request_context(headers={"Accept-Language": "sv"}):
        told = document(page, TaskSheet((("Finns akut fara?", "Ja"),), ("Adress",)))

    parts = {part.heading: part for part in told.parts}
    assert told.title == "Registrera misstanke"
    assert told.above == "SSP-2026-0142 · Identifiering"
    assert list(parts) == [
        "Uppgiften", "Vägledning", "Lagrum", "Sparade svar",
        "Skyddade uppgifter som inte skrivs ut", "Det här lämnar er myndighet",
    ]  # fmt: skip
    assert ("Klar senast", "22 november 2026 – i går (Lag)") in list(parts["Uppgiften"].pairs)
    assert "Boka tolk om det behövs" in parts["Vägledning"].points
    assert list(parts["Sparade svar"].pairs) == [("Finns akut fara?", "Ja")]
    ((name, leaves),) = parts["Det här lämnar er myndighet"].pairs
    assert name == "Underrättelse (OSL 10:28)"
    assert leaves.splitlines() == [
        "Till: Polismyndigheten",
        "Grund: Ingen än. Kräver samtycke: Samtycke till polisen",
        "Svaren som följer med: Vad har hänt?",
    ]
