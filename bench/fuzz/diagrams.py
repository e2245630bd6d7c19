"""Diagrams, spoiled at random, through the check; what passes it is started."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, datetime

from lxml import etree

from bench.faults import workload
from bench.fuzz.tally import Tally
from bench.run import Run
from engine.bpmn.check import findings
from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.bpmn.workflow import SpiffProcesses
from engine.casework import MAIN
from engine.errors import EngineError
from engine.model import Instance
from tests.engine.bpmn.samples import drawn
from tests.engine.db.small import FILES
from tests.web.any_input import ODD

PARSER = etree.XMLParser(resolve_entities=False, huge_tree=False)
MOST = 3
"""How many things are spoiled in one diagram at most."""
ADDED = (
    "scriptTask", "serviceTask", "subProcess", "boundaryEvent", "inclusiveGateway", "dataObject",
    "eventBasedGateway", "callActivity", "endEvent", "startEvent", "adHocSubProcess", "transaction",
)  # fmt: skip
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


def fuzz(_: Run, tally: Tally, seed: int) -> None:
    """Spoil diagrams until there have been enough."""
    draws = random.Random(f"diagrams {seed}")  # noqa: S311  no secret
    sets = tuple(_drawn(each) for each in (FILES, workload.FILES))
    while not tally.over:
        files = draws.choice(sets)
        name = draws.choice(sorted(n for n in files if n.endswith(".bpmn")))
        spoiled = files | {name: spoil(files[name], draws)}
        with tally.one(f"{name}: {spoiled[name]!r}"):
            found = findings(spoiled)
            tally.outcomes["refused" if found else "passed"] += 1
            if not found:
                _start(read_process_set(spoiled))


def _drawn(files: dict[str, str]) -> dict[str, str]:
    return {name: drawn(text) if name.endswith(".bpmn") else text for name, text in files.items()}


def spoil(text: str, draws: random.Random) -> str:
    """Return the diagram with something wrong in it: in its tree, or in its letters."""
    if draws.random() < 0.2:  # noqa: PLR2004
        return _letters(text, draws)
    tree = etree.fromstring(text.encode(), PARSER)
    for _ in range(draws.randint(1, MOST)):
        draws.choice(WAYS)(tree, draws)
    return etree.tostring(tree, encoding="unicode")


def _start(processes: ProcessSet) -> None:
    now = datetime.now(UTC)
    engine = SpiffProcesses(lambda _: processes)
    new = Instance("i", "c", MAIN, processes.version, variables={"kalla": workload.SOC})
    try:
        engine.start(new, now)
    except (EngineError, KeyError):
        return  # a day that no form has asked for yet: an incident, and no page breaks


def _letters(text: str, draws: random.Random) -> str:
    at, length = draws.randrange(len(text)), draws.randrange(200)
    put_in = draws.choice(("", "", *ODD, "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "]]>", "<" * 500))
    return text[:at] + put_in + text[at + length :]


def _any(tree: etree._Element, draws: random.Random) -> etree._Element:
    return draws.choice(list(_all(tree)))


def _all(tree: etree._Element) -> Iterator[etree._Element]:
    yield from (each for each in tree.iter() if isinstance(each.tag, str))


def _remove(tree: etree._Element, draws: random.Random) -> None:
    each = _any(tree, draws)
    if (parent := each.getparent()) is not None:
        parent.remove(each)


def _double(tree: etree._Element, draws: random.Random) -> None:
    each = _any(tree, draws)
    if (parent := each.getparent()) is not None:
        parent.append(deepcopy(each))


def _move(tree: etree._Element, draws: random.Random) -> None:
    each, to = _any(tree, draws), _any(tree, draws)
    if each is not tree and each not in to.iterancestors() and each is not to:
        to.append(each)


def _nest(tree: etree._Element, draws: random.Random) -> None:
    inside = _any(tree, draws)
    for _ in range(draws.choice((1, 3, 300))):
        inside = etree.SubElement(inside, inside.tag)


def _attribute(tree: etree._Element, draws: random.Random) -> None:
    each = _any(tree, draws)
    if each.attrib:
        name = draws.choice(sorted(each.attrib))
        others = [v for other in _all(tree) for v in other.attrib.values()]
        each.set(name, _clean(draws.choice((*ODD, *others))))


def _attribute_gone(tree: etree._Element, draws: random.Random) -> None:
    each = _any(tree, draws)
    if each.attrib:
        del each.attrib[draws.choice(sorted(each.attrib))]


def _add(tree: etree._Element, draws: random.Random) -> None:
    new = etree.SubElement(_any(tree, draws), f"{BPMN}{draws.choice(ADDED)}")
    new.set("id", draws.choice(("a", "nytt", "start", "")))


def _text(tree: etree._Element, draws: random.Random) -> None:
    _any(tree, draws).text = _clean(draws.choice((*ODD, "val == 'ja' or", "P0D", "__import__")))


def _clean(text: str) -> str:
    """Return what may stand in XML at all."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))


WAYS: tuple[Callable[[etree._Element, random.Random], None], ...] = (
    _remove, _double, _move, _nest, _attribute, _attribute, _attribute_gone, _add, _text,
)  # fmt: skip
