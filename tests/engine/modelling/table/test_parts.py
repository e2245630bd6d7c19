import pytest

from engine.bpmn.source import NS
from engine.modelling.table.parts import Parts, slug
from tests.engine.modelling.small import LIVE, MAIN


@pytest.fixture
def parts() -> Parts:
    return Parts.read(MAIN, LIVE[MAIN])


@pytest.mark.parametrize(("name", "id_"), [
    ("Läs beslutet", "las_beslutet"), ("Åäö: 1!", "aao_1"), ("!", "ny"), ("x" * 90, "x" * 40),
    ("förunder\u00adsökning", "forundersokning"),
])  # fmt: skip
def test_an_id_is_made_of_a_name(name: str, id_: str) -> None:
    assert slug(name) == id_


def test_an_id_that_is_taken_gets_a_number(parts: Parts) -> None:
    assert parts.free_id("a") == "a_2"
    assert parts.free_id("ut_ny") == "ut_ny"


def test_a_setting_is_set_changed_and_taken_away(parts: Parts) -> None:
    node = parts.node("start")
    parts.set_setting(node, "lagrum", "SoL 20:1")
    parts.set_setting(node, "lagrum", "LVU 7 §")
    found = node.xpath(".//spiff:property/@value", namespaces=NS)
    assert found == ["LVU 7 §"]

    parts.set_setting(node, "lagrum", "")
    assert node.find("bpmn:extensionElements", NS) is None


def test_what_an_element_says_stands_in_the_order_of_the_format(parts: Parts) -> None:
    node = parts.node("start")
    parts.set_setting(node, "lagrum", "SoL 20:1")
    parts.set_guidance(node, "Börja här.")
    parts.tidy_ends()

    names = [each.tag.rpartition("}")[2] for each in node]
    assert names == ["documentation", "extensionElements", "outgoing"]


def test_a_way_lists_itself_at_both_its_ends(parts: Parts) -> None:
    flow = parts.add_flow("a", "j")

    assert flow.get("id") in [each.text for each in parts.node("a").iterfind("bpmn:outgoing", NS)]
    assert flow.get("id") in [each.text for each in parts.node("j").iterfind("bpmn:incoming", NS)]


def test_nothing_is_left_of_what_is_removed(parts: Parts) -> None:
    flow = parts.node("g").get("default") or ""
    parts.remove(parts.node(flow), parts.node("n"))

    assert parts.node("g").get("default") is None
    assert f">{flow}<" not in parts.text()
    assert "<bpmn:flowNodeRef>n<" not in parts.text()
    with pytest.raises(KeyError):
        parts.node("n")


def test_a_process_without_lanes_gets_a_set_of_them(parts: Parts) -> None:
    lanes = parts.process.find("bpmn:laneSet", NS)
    assert lanes is not None
    parts.process.remove(lanes)

    parts.move(parts.node("a"), parts.lane("polismyndigheten", "Polisen"))

    assert parts.process[0].tag.endswith("laneSet")
    assert parts.lane("polismyndigheten", "").get("name") == "Polisen"
