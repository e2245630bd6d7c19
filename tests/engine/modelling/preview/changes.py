"""Changes of the published processes, of the kinds that process owners make, drawn by lot."""

import re
from collections.abc import Callable, Mapping
from random import Random

from lxml import etree

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.source import NS

BUSY = ("identifiering", "akut_skydd", "inledande_stod", "skyddsbedomning_barn", "barnutredning",
        "inledande_stod_barn", "stod_och_skydd", "lvu")  # fmt: skip
"""Processes that many cases pass through."""
NEW = "ut_nytt_steg"
Files = dict[str, str]


def added(files: Mapping[str, str], random: Random) -> Files:
    """Put a new step in another lane on some flow."""
    file, root = _diagram(files, random)
    flow = random.choice(root.findall(".//bpmn:sequenceFlow", NS))
    source, goal = flow.get("sourceRef"), flow.get("targetRef")
    step = etree.fromstring(etree.tostring(random.choice(_tasks(root))))
    for part in step.findall("bpmn:incoming", NS) + step.findall("bpmn:outgoing", NS):
        step.remove(part)
    step.set("id", NEW)
    step.set("name", "Nytt steg")
    process = root.find("bpmn:process", NS)
    assert process is not None
    process.append(step)
    onward = etree.SubElement(process, flow.tag, id="f_nytt", sourceRef=NEW, targetRef=goal or "")
    flow.set("targetRef", NEW)
    etree.SubElement(step, f"{{{NS['bpmn']}}}incoming").text = flow.get("id")
    etree.SubElement(step, f"{{{NS['bpmn']}}}outgoing").text = "f_nytt"
    for part in root.findall(f".//*[@id='{goal}']/bpmn:incoming", NS):
        if part.text == flow.get("id"):
            part.text = onward.get("id")
    lanes = root.findall(".//bpmn:lane", NS)
    others = [lane for lane in lanes if source not in _refs(lane)] or lanes
    etree.SubElement(random.choice(others), f"{{{NS['bpmn']}}}flowNodeRef").text = NEW
    return {**files, file: _text(root)}


def renamed(files: Mapping[str, str], random: Random) -> Files:
    """Give a step another name."""
    file, root = _diagram(files, random)
    random.choice(_tasks(root)).set("name", "Ett annat namn")
    return {**files, file: _text(root)}


def removed(files: Mapping[str, str], random: Random) -> Files:
    """Take a step away; what led to it leads on."""
    file, root = _diagram(files, random)
    borders = {e.get("attachedToRef") for e in root.findall(".//bpmn:boundaryEvent", NS)}
    step = random.choice([t for t in _tasks(root) if t.get("id") not in borders])
    id_, flows = step.get("id"), root.findall(".//bpmn:sequenceFlow", NS)
    (onward,) = [f for f in flows if f.get("sourceRef") == id_]
    for flow in flows:
        if flow.get("targetRef") == id_:
            flow.set("targetRef", onward.get("targetRef") or "")
            goal = root.find(f".//*[@id='{flow.get('targetRef')}']")
            assert goal is not None
            etree.SubElement(goal, f"{{{NS['bpmn']}}}incoming").text = flow.get("id")
    for part in root.findall(".//bpmn:incoming", NS):
        if part.text == onward.get("id"):
            _drop(part)
    _drop(onward)
    _drop(step)
    for ref in root.findall(".//bpmn:flowNodeRef", NS):
        if (ref.text or "").strip() == id_:
            _drop(ref)
    return {**files, file: _text(root)}


def other_deadline(files: Mapping[str, str], random: Random) -> Files:
    """Let every time that is counted in days be another."""
    more = random.choice((-1, 2, 9))

    def longer(found: re.Match[str]) -> str:
        return f'langd = "P{max(1, int(found[1]) + more)}D"'

    text = re.sub(r'langd = "P(\d+)D"', longer, files["frister.toml"])
    return {**files, "frister.toml": text}


def other_lane(files: Mapping[str, str], random: Random) -> Files:
    """Give a step to another agency that works in the same process."""
    file, root = _diagram(files, random)
    lanes = root.findall(".//bpmn:lane", NS)
    ids = {task.get("id") for task in _tasks(root)}
    refs = [r for r in root.findall(".//bpmn:flowNodeRef", NS) if (r.text or "").strip() in ids]
    ref = random.choice(refs)
    other = random.choice([lane for lane in lanes if lane is not ref.getparent()] or lanes)
    other.append(ref)
    return {**files, file: _text(root)}


CHANGES: Mapping[str, Callable[[Mapping[str, str], Random], Files]] = {
    "added": added, "renamed": renamed, "removed": removed, "deadline": other_deadline,
    "lane": other_lane,
}  # fmt: skip


def changed(published: ProcessSet, kind: str, seed: int) -> ProcessSet:
    """Return the set with one change."""
    random = Random(seed)  # noqa: S311  a test, no secret
    return read_process_set(CHANGES[kind](published.files, random))


def _diagram(files: Mapping[str, str], random: Random) -> tuple[str, etree._Element]:
    file = f"{random.choice(BUSY)}.bpmn"
    return file, etree.fromstring(files[file].encode())


def _tasks(root: etree._Element) -> list[etree._Element]:
    return root.findall(".//bpmn:userTask", NS)


def _refs(lane: etree._Element) -> set[str]:
    return {(ref.text or "").strip() for ref in lane.findall("bpmn:flowNodeRef", NS)}


def _drop(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def _text(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")
