"""Every real change gives exactly its line, and what is only drawn otherwise gives none."""

import json
import random
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.bpmn.definitions import read_folder, read_process_set
from engine.bpmn.drawing.layout import arrange
from engine.modelling.diff import compare
from engine.modelling.diff.change import ADDED, REMOVED
from tests.engine.modelling.diff.cases import CASES
from tests.engine.modelling.diff.rich import FORM, MAIN, RICH, difference, in_task, only, said

LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
SAID = {name: (kind, words) for name, kind, words in (line.split(" | ") for line in LINES)}


def test_every_case_has_its_sentence() -> None:
    assert CASES.keys() == SAID.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_real_change_gives_exactly_its_line(name: str) -> None:
    assert said(CASES[name]) == [SAID[name]]


@pytest.mark.parametrize("name", CASES)
def test_a_change_taken_back_is_told_too(name: str) -> None:
    back = compare(read_process_set(CASES[name]), read_process_set(RICH))

    assert len(back.changes) == 1
    assert compare(read_process_set(CASES[name]), read_process_set(CASES[name])).changes == ()


@settings(deadline=None, max_examples=50)
@given(seed=st.integers(0, 2**32), names=st.sets(st.sampled_from(sorted(CASES)), max_size=4))
def test_what_is_only_drawn_otherwise_is_no_difference(seed: int, names: set[str]) -> None:
    for files in (RICH, *(CASES[name] for name in sorted(names))):
        chance = random.Random(seed)  # noqa: S311
        redrawn = {name: _redrawn(name, text, chance) for name, text in files.items()}
        changes = compare(read_process_set(files), read_process_set(redrawn)).changes
        assert [str(each) for each in changes] == []


def test_the_published_set_drawn_anew_is_the_same(processes_folder: Path) -> None:
    files = read_folder(processes_folder)
    redrawn = files | {
        name: arrange(text.encode()).decode() for name, text in files.items()
        if name in {"betanketid.bpmn", "lvu.bpmn", "stod_och_skydd.bpmn"}
    }  # fmt: skip

    assert compare(read_process_set(files), read_process_set(redrawn)).changes == ()


def test_a_new_process_is_told_with_its_steps_and_whom_it_concerns() -> None:
    new = RICH | {"p.bpmn": RICH[MAIN].replace('"stod_och_skydd"', '"p"')}
    there, gone = difference(new), compare(read_process_set(new), read_process_set(RICH))

    assert [str(each) for each in there.changes][:2] == [
        "Processen ”Processen” är ny.", "Nytt: steget ”A” hos Socialtjänsten, formulär f.",
    ]  # fmt: skip
    assert {each.effect for each in there.changes} == {ADDED}
    assert {each.effect for each in gone.changes} == {REMOVED}
    assert there.agencies == gone.agencies == ("polismyndigheten", "socialtjansten")


def test_new_and_lost_files_are_told() -> None:
    without = {name: text for name, text in RICH.items() if name not in {FORM, "vag.dmn"}}
    words = [str(each) for each in difference(without).changes]
    back = compare(read_process_set(without), read_process_set(RICH)).changes

    assert words == ["Formuläret f har tagits bort.",
                     "Beslutstabellen ”Vägen” har tagits bort."]  # fmt: skip
    assert [each.effect for each in back] == [ADDED, ADDED]


def test_the_marks_show_what_is_gone_on_the_old_drawing_and_the_rest_on_the_new() -> None:
    renamed = in_task("b", 'name="B"', 'name="Beslut"')
    files = renamed | {MAIN: renamed[MAIN].replace('id="n"', 'id="m"')}
    old, new = difference(files).marks("stod_och_skydd")

    assert (old["n"], new["m"], new["b"]) == ("removed", "added", "changed")


def test_a_wording_asks_nobody_and_a_limit_asks_whose_it_is() -> None:
    assert difference(CASES["renamed"]).agencies == ()
    assert difference(CASES["timer"]).agencies == ("polismyndigheten",)
    assert len(difference(CASES["receiver"]).concerning("regionkoordinator")) == 1
    assert difference(CASES["receiver"]).concerning("migrationsverket") == ()


def test_who_does_not_sign_in_is_not_asked() -> None:
    assert only(CASES["agency signs in"]).agencies == ("polismyndigheten",)
    system = {name: text.replace("lane_polismyndigheten", "lane_system")
              for name, text in CASES["timer"].items()}  # fmt: skip
    assert difference(system).agencies == ("polismyndigheten",)


def test_differences_are_told_under_their_headings() -> None:
    found = difference(CASES["timer"] | {FORM: CASES["required"][FORM]}).by_kind()

    assert list(found) == ["Frågor i formulär", "Frister"]


DRAWN = {"x": (0, 3000), "y": (0, 3000), "width": (1, 3000), "height": (1, 3000)}
"""What is only drawn, and its least and most; a box without size is refused."""


def _redrawn(name: str, text: str, chance: random.Random) -> str:
    if name.endswith(".bpmn"):
        return _moved(text, chance)
    if name.endswith(".form"):
        return _shuffled_form(text, chance)
    return _shuffled_register(text, chance) if name.endswith(".toml") else text


def _moved(text: str, chance: random.Random) -> str:
    """Move boxes, bend flows, shuffle attributes and what has no order; change the exporter."""
    root = etree.fromstring(text.encode(), etree.XMLParser(remove_blank_text=chance.random() < 0.5))
    for element in root.iter(etree.Element):
        attributes = list(element.attrib.items())
        chance.shuffle(attributes)
        element.attrib.clear()
        for key, value in attributes:
            element.set(key, str(chance.randint(*DRAWN[key])) if key in DRAWN else value)
        if etree.QName(element).localname in {"lane", "process", "properties", "laneSet"}:
            children = list(element)
            chance.shuffle(children)
            element[:] = children
    root.set("exporter", f"Verktyg {chance.random()}")
    root.append(etree.Comment("ritad om"))
    if chance.random() < 0.3:
        for diagram in root.findall("{http://www.omg.org/spec/BPMN/20100524/DI}BPMNDiagram"):
            root.remove(diagram)
    return etree.tostring(root, encoding="unicode", pretty_print=chance.random() < 0.5)


def _shuffled_form(text: str, chance: random.Random) -> str:
    form = json.loads(text)
    for each in (form, *form["components"]):
        items = list(each.items())
        chance.shuffle(items)
        each.clear()
        each.update(items)
    form["schemaVersion"] = chance.randint(1, 99)
    form["exporter"] = {"name": "Verktyg", "version": str(chance.random())}
    return json.dumps(form, indent=chance.choice([None, 1, 4]))


def _shuffled_register(text: str, chance: random.Random) -> str:
    """Put the tables in another order, with comments and blank lines between."""
    rows = [row for row in re.split(r"(?m)^(?=\[[^.\]]+\]$)", text) if row.strip()]
    if len(rows) > 1 and all(row.startswith("[") for row in rows):
        chance.shuffle(rows)
    shuffled = "\n# en kommentar\n\n".join(rows)
    assert tomllib.loads(shuffled) == tomllib.loads(text)
    return shuffled
