"""What differs in the flows of a diagram, and in the words that stand on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from engine import expressions
from engine.bpmn.diagram import Diagram, Flow, plain
from engine.bpmn.source import NS
from engine.modelling.diff import change as kinds
from engine.modelling.diff.change import ADDED, CHANGED, REMOVED, Change
from engine.modelling.diff.names import Names, label

OTHERWISE = "annars"
"""The condition of a default flow: it is taken when no other is."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class _Side:
    """The flows of one version, by the elements they join: their ids mean nothing."""

    diagram: Diagram

    def pairs(self) -> Mapping[Pair, list[Flow]]:
        found: defaultdict[Pair, list[Flow]] = defaultdict(list)
        for flow in self.diagram.flows:
            found[flow.source, flow.target].append(flow)
        return found

    def condition(self, flow: Flow) -> str | None:
        source = self.diagram.elements.get(flow.source)
        if source and source.default == flow.id:
            return OTHERWISE
        return _tidy(flow.condition)

    def place(self, flow: Flow, names: Names) -> Change:
        ends = (self.diagram.elements.get(end) for end in (flow.source, flow.target))
        agencies = names.signing_in(end.agency for end in ends if end)
        return Change(kinds.FLOW, "", self.diagram.file, flow.id, process=self.diagram.process,
                      agencies=agencies)  # fmt: skip

    def way(self, flow: Flow) -> str:
        ends = (self.diagram.elements.get(end) for end in (flow.source, flow.target))
        source, target = (label(end) if end else "?" for end in ends)
        return f"från {source} till {target}"


def flow_changes(old: Diagram, new: Diagram, names: Names) -> Iterator[Change]:
    """Yield which flows have come, gone, or got another condition."""
    sides = _Side(old), _Side(new)
    before, after = (side.pairs() for side in sides)
    for pair in dict.fromkeys([*after, *before]):
        had, has = before.get(pair, []), after.get(pair, [])
        for one, two in zip(had, has, strict=False):
            yield from _condition(sides, one, two, names)
        for flow in has[len(had) :]:
            yield _told(sides[1], flow, "Nytt flöde", ADDED, names)
        for flow in had[len(has) :]:
            yield _told(sides[0], flow, "Flödet är borta", REMOVED, names)


def word_changes(old: Diagram, new: Diagram) -> Iterator[Change]:
    """Yield what differs in the words on a drawing that belong to no step."""
    place = Change(kinds.WORDING, "", new.file, process=new.process)
    if old.name != new.name:
        yield replace(place, words=f"Processen ”{old.name}” heter nu ”{new.name}”.")
    for what, read in NAMED.items():
        before, after = read(old), read(new)
        for id_ in sorted(before.keys() & after.keys()):
            if before[id_] != after[id_]:
                was, now = (_quoted(each[id_]) for each in (before, after))
                words = f"{what} {was} i ”{new.name}” är nu {now}."
                yield replace(place, words=words, element=id_)
    for what, path in WRITTEN.items():
        texts = [_texts(each, path) for each in (old, new)]
        if sorted(texts[0]) != sorted(texts[1]):
            was, now = ("\n\n".join(each) for each in texts)
            words = f"Processen ”{new.name}”: {what} är ändrad."
            yield replace(place, words=words, before=was, after=now)


def _condition(sides: tuple[_Side, _Side], one: Flow, two: Flow, names: Names) -> Iterator[Change]:
    was, now = sides[0].condition(one), sides[1].condition(two)
    if was != now:
        place = sides[1].place(two, names)
        said = f"är nu {now or 'inget'} (tidigare {was or 'inget'})"
        words = f"Villkoret {sides[1].way(two)} {said}."
        yield Change(kinds.CONDITION, words, place.file, two.id, CHANGED, place.process,
                     place.agencies)  # fmt: skip


def _told(side: _Side, flow: Flow, what: str, effect: str, names: Names) -> Change:
    place, condition = side.place(flow, names), side.condition(flow)
    when = f", om {condition}" if condition not in (None, OTHERWISE) else ""
    when = f", {OTHERWISE}" if condition == OTHERWISE else when
    words = f"{what} {side.way(flow)}{when}."
    return Change(kinds.FLOW, words, place.file, flow.id, effect, place.process, place.agencies)


def _tidy(condition: str | None) -> str | None:
    if not condition:
        return None
    try:
        return expressions.parse(condition).text
    except expressions.ExpressionError:
        return " ".join(condition.split())


def _quoted(text: str) -> str:
    return f"”{text}”" if text else "tom"


def _lanes(diagram: Diagram) -> dict[str, str]:
    found = diagram.root.iterfind(".//bpmn:lane", NS)
    return {lane.get("id", ""): plain(lane.get("name")) for lane in found}


def _pools(diagram: Diagram) -> dict[str, str]:
    found = diagram.root.iterfind(".//bpmn:participant", NS)
    return {pool.get("id", ""): plain(pool.get("name")) for pool in found}


def _flow_names(diagram: Diagram) -> dict[str, str]:
    """Return what is written along flows, by where they lead: their ids mean nothing."""
    found = diagram.root.iterfind(".//bpmn:sequenceFlow", NS)
    return {f"{f.get('sourceRef')} → {f.get('targetRef')}": plain(f.get("name")) for f in found}


def _texts(diagram: Diagram, path: str) -> tuple[str, ...]:
    found = diagram.root.iterfind(f"bpmn:{path}", NS)
    return tuple(plain(each.text) for each in found)


NAMED: Mapping[str, Callable[[Diagram], dict[str, str]]] = {
    "Banan": _lanes, "Poolen": _pools, "Texten vid ett flöde,": _flow_names,
}  # fmt: skip
WRITTEN = {
    "beskrivningen": "process/bpmn:documentation",
    "en text på ritningen": "process/bpmn:textAnnotation/bpmn:text",
}
