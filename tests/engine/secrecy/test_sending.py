"""What a completed task hands over, and what its page tells of that before."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from engine.answers import Answers
from engine.errors import NoGround
from engine.expressions import parse
from engine.forms import Form
from engine.model import Instance, Task
from engine.secrecy.handovers import Handover
from engine.secrecy.sending import Sending
from engine.views import HandoverLine
from tests.conftest import MONDAY
from tests.engine.office import ADA
from tests.engine.questions import RULES, a, form_of, radio
from tests.engine.rowed import Rows

TASK = Task("t", "c", "i", "anmal#1", "p", "anmal", "Anmäl", "socialtjansten", "f", MONDAY)
GROUNDS = [{"value": "28", "label": "Skyldighet"}, {"value": "15A", "label": "Avvägning"}]
FORM = form_of(
    radio("fara", validate=RULES, properties={"skydd.variabel": "akut_fara"}),
    radio("ja_tack", "Säger personen ja?"),
    a("textarea", "skal", "Skäl"),
    a("textarea", "hemligt", "Hemligt"),
)
ASKING = form_of(*[radio("fara"), a("textarea", "skal", "Skäl"),
                   a("select", "rattslig_grund", "Grund", values=GROUNDS)])  # fmt: skip
TOLD = Handover(
    "M01", "Anmälan", ("alla",), ("polisen",), (), ("skal", "fara"), "SoL 19:1", ("28",)
)
ON_YES = replace(TOLD, gates=("SAMTYCKE",), consent="ja_tack")
IF_DANGER = replace(TOLD, when=parse("akut_fara == 'ja'"))


def sending(handover: Handover, form: Form = FORM) -> Sending:
    rows = Rows({})
    rows.handed = (handover,)
    return Sending(rows, "v1", TASK, form)


def sent(handover: Handover, form: Form = FORM, **data: str) -> list[tuple[str, str, object]]:
    variables = {"akut_fara": data["fara"]} if "fara" in data else {}
    before = Instance("i", "c", "p", "v1", variables={"kalla": "socialtjansten"})
    made = sending(handover, form).disclosures(before, Answers(data, variables), ADA, MONDAY)
    return [(each.receiver, each.ground, each.fields) for each in made]


def line(handover: Handover, form: Form = FORM, **draft: str) -> HandoverLine:
    known: Mapping[str, str] = {}
    return next(iter(sending(handover, form).lines(known, draft)))


def test_chosen_answers_go_along_and_no_others() -> None:
    assert sent(TOLD, skal="Slag", hemligt="Adressen") == [("polisen", "28", {"skal": "Slag"})]


def test_what_is_handed_over_tells_who_when_and_of_which_task() -> None:
    before = Instance("i", "c", "p", "v1")
    (made,) = sending(TOLD).disclosures(before, Answers({"skal": "Slag"}, {}), ADA, MONDAY)

    assert (made.sender, made.actor, made.at, made.task_id) == (ADA.agency, ADA.id, MONDAY, "t")
    assert (made.message, made.name, made.form, made.outside) == ("M01", "Anmälan", "f", False)


def test_nothing_is_handed_over_when_the_condition_says_no_or_nothing_was_answered() -> None:
    assert sent(IF_DANGER, fara="nej", skal="Slag") == []
    assert sent(IF_DANGER, fara="ja", skal="Slag") != []
    assert sent(TOLD, hemligt="Adressen") == []


def test_a_party_outside_gets_it_by_name() -> None:
    outside = replace(TOLD, receivers=(), outsiders=("personen",))
    before = Instance("i", "c", "p", "v1")
    (made,) = sending(outside).disclosures(before, Answers({"skal": "Slag"}, {}), ADA, MONDAY)

    assert (made.receiver, made.outside) == ("personen", True)


def test_without_consent_the_question_of_consent_is_what_must_change() -> None:
    with pytest.raises(NoGround) as refused:
        sent(ON_YES, skal="Slag", ja_tack="nej")

    assert list(refused.value.problems) == ["ja_tack"]
    assert (refused.value.handover, refused.value.name) == ("M01", "Anmälan")
    assert sent(ON_YES, skal="Slag", ja_tack="ja")[0][1] == "SAMTYCKE"


def test_a_chosen_ground_that_is_not_open_is_refused_at_its_question() -> None:
    with pytest.raises(NoGround) as refused:
        sent(TOLD, ASKING, skal="Slag", rattslig_grund="15A")

    ((question, text),) = refused.value.problems.items()
    assert question == "rattslig_grund"
    assert "OSL 10:28 – uppgiftsskyldighet i lag" in text
    assert sent(TOLD, ASKING, skal="Slag", rattslig_grund="28")[0][1] == "28"


def test_where_no_question_could_help_the_page_as_a_whole_is_refused() -> None:
    with pytest.raises(NoGround) as refused:
        sent(replace(TOLD, gates=("15A",)), skal="Slag")

    assert list(refused.value.problems) == [""]


def test_the_page_tells_what_to_whom_and_on_which_ground() -> None:
    told = line(IF_DANGER)

    assert (told.name, told.to, told.law) == ("Anmälan", ("Polisen",), "SoL 19:1")
    assert told.fields == ("Finns akut fara?", "Skäl")
    assert told.when == (("Finns akut fara?", "Ja"),)
    assert told.ground == "OSL 10:28 – uppgiftsskyldighet i lag"


def test_the_page_tells_which_consent_is_needed_and_when_it_is_there() -> None:
    assert (line(ON_YES).ground, line(ON_YES).consent) == (None, "Säger personen ja?")
    assert line(ON_YES, ja_tack="ja").ground == "OSL 10:1, 12:2 – samtycke"


def test_the_page_lists_what_is_open_where_the_form_asks() -> None:
    told = line(TOLD, ASKING)

    assert told.ground is None
    assert told.choices == ("OSL 10:28 – uppgiftsskyldighet i lag",)


def test_the_page_says_nothing_of_what_has_no_receiver() -> None:
    to_oneself = replace(TOLD, receivers=("socialtjansten",))

    assert list(sending(to_oneself).lines({}, {})) == []
