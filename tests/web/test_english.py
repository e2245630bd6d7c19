import re
from datetime import UTC, datetime, timedelta

import pytest
from jinja2 import nodes

from engine.errors import InvalidAnswers
from engine.lists.countdown import left_in_words
from engine.secrecy.grounds import GROUNDS
from engine.timeline import TITLES
from tests.web import texts
from tests.web.sample_form import FORM
from web.english import FEW, MANY, catalogue, in_english

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)


def test_every_text_of_ours_has_its_english_and_nothing_else_has():
    known = {str(each.id) for each in catalogue() if each.id and each.string}
    ours = {*texts.of_templates(), *texts.of_web(), *texts.of_engine()}

    assert sorted(ours - known) == [], "write these in web/translations/en/LC_MESSAGES/messages.po"
    assert sorted(known - ours) == [], "take these out of it"


def test_no_translation_is_only_a_guess():
    assert [each.id for each in catalogue() if each.id and each.fuzzy] == []


def test_sentences_of_the_engine_are_marked_as_such():
    marked = {str(each.id) for each in catalogue() if "engine" in each.auto_comments}

    assert marked == set(texts.of_engine())


def test_a_translation_has_the_blanks_of_its_text_and_its_tags():
    for each in catalogue():
        swedish, english = str(each.id), str(each.string)
        for pieces in (r"%\(\w+\)s|\{\w*\}|%%", r"</?(?!span)\w+[^>]*>"):
            assert sorted(re.findall(pieces, swedish)) == sorted(re.findall(pieces, english))


@pytest.mark.parametrize("path", texts.templates(), ids=texts.short)
def test_no_text_stands_bare_in_a_template(path):
    found = [text.strip(" –\n") for text in texts.bare(path.read_text(encoding="utf-8"))]

    assert [text for text in found if text != "Skyddsprocessen"] == []


@pytest.mark.parametrize("path", texts.templates(), ids=texts.short)
def test_no_swedish_is_put_together_unseen_in_a_template(path):
    tree = texts.environment.parse(path.read_text(encoding="utf-8"))
    calls = [c for c in tree.find_all(nodes.Call) if isinstance(c.node, nodes.Name)]
    seen = {id(call.args[0]) for call in calls if call.node.name in texts.MARKS}
    seen |= {id(pair.key) for pair in tree.find_all(nodes.Pair)}
    loose = [str(c.value) for c in tree.find_all(nodes.Const) if id(c) not in seen]
    loose = [text for text in loose if text not in {"None", "True", "False"}]

    assert [text for text in loose if re.search("[åäöÅÄÖ]|^[A-Z][a-z]", text)] == []


def test_a_text_that_only_looks_like_a_sentence_of_the_engine_is_left_alone():
    assert in_english("om personen vill", MANY) is None
    assert in_english("Välj rätt stöd – och gör det nu", MANY) is None


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("2 mars 2026", "2 March 2026"),
        ("2 mars 2026 kl. 10.05", "2 March 2026, 10:05"),
        ("maj 2026 till juni 2026", "May 2026 to June 2026"),
    ],
)
def test_days_months_and_instants_are_told_in_english(swedish, english):
    assert in_english(swedish, MANY) == ((english, True),)


def swedish_in(text: str, signs: int = FEW) -> list[str]:
    """What of a text is not put into English; all of it, if it is not known at all."""
    return [piece for piece, known in in_english(text, signs) or ((text, False),) if not known]


@pytest.mark.parametrize("working_days", [True, False])
def test_all_that_is_said_of_time_is_known(working_days):
    for hours in range(-100, 24 * 40, 5):
        due = NOON + timedelta(hours=hours)
        for each in (due, due.replace(hour=23, minute=0)):
            words = left_in_words(NOON, each, working_days=working_days)
            assert swedish_in(words) == [], words


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=lambda ground: ground.code)
def test_every_ground_keeps_its_name_and_is_explained(ground):
    english = "".join(piece for piece, _ in in_english(str(ground), MANY))

    assert english.startswith(ground.law or "")
    assert ground.name in english
    assert english != str(ground)
    assert swedish_in(ground.needs, MANY) == []


@pytest.mark.parametrize("title", TITLES.values())
def test_every_title_of_the_log_is_known(title):
    told = {"name": "Vila", "message": "Vila", "handover": "Vila"}

    assert set(swedish_in(title.format(**told), MANY)) <= {"Vila"}


@pytest.mark.parametrize("typed", ["", "x", "x" * 9999, "-9"])
def test_every_fault_of_an_answer_is_known(typed):
    names = [name for f in FORM.fields for name in (f.key, *(f"{f.key}-{p}" for p in PARTS))]
    with pytest.raises(InvalidAnswers) as caught:
        FORM.accept({name: [typed] for name in names}, NOON.date())

    for said in caught.value.problems.values():
        assert in_english(said, FEW), said


PARTS = ("day", "month", "year")
