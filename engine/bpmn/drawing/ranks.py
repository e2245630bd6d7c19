"""Gives every node its column: as far left as what comes before it allows."""

from __future__ import annotations

from collections.abc import Sequence

from engine.bpmn.drawing.graph import Flow, Graph


def loops(graph: Graph) -> set[str]:
    """Return the flows that close a cycle, searched from the start events."""
    leaving = _leaving(graph)
    seen: set[str] = set()
    closing: set[str] = set()
    first = [node.id for node in graph.nodes.values() if node.kind == "startEvent"]
    for start in [*first, *graph.nodes]:
        if graph.place(start) not in seen:
            _search(graph, leaving, graph.place(start), seen, closing)
    return closing


def ranks(graph: Graph, closing: set[str]) -> dict[str, int]:
    """Return the column of every node; a boundary event has its host's."""
    forward = [flow for flow in graph.flows if flow.id not in closing]
    rank = dict.fromkeys((graph.place(node) for node in graph.nodes), 0)
    for _ in rank:
        if not _push(graph, forward, rank):
            break
    _pull_sources(graph, forward, rank)
    least = min(rank.values(), default=0)
    return {node: rank[graph.place(node)] - least for node in graph.nodes}


def main_path(graph: Graph, closing: set[str]) -> set[str]:
    """Return the flows of the longest way from a start event, the first of two equal ones."""
    leaving = _leaving(graph)
    best: dict[str, list[str]] = {}
    rank = ranks(graph, closing)
    for node in sorted(leaving, key=lambda id: -rank[id]):
        ways = [
            [flow.id, *best.get(graph.place(flow.target), [])]
            for flow in leaving[node]
            if flow.id not in closing and flow.source == node
        ]
        best[node] = _longest(ways)
    starts = [node.id for node in graph.nodes.values() if node.kind == "startEvent"]
    ways = [best.get(start, []) for start in starts]
    return set(_longest(ways))


def _longest(ways: list[list[str]]) -> list[str]:
    return max(ways, key=len, default=[])


def _leaving(graph: Graph) -> dict[str, list[Flow]]:
    leaving: dict[str, list[Flow]] = {graph.place(node): [] for node in graph.nodes}
    for flow in graph.flows:
        leaving[graph.place(flow.source)].append(flow)
    return leaving


def _search(
    graph: Graph, leaving: dict[str, list[Flow]], start: str, seen: set[str], closing: set[str]
) -> None:
    """Walk depth first without recursion; a flow back to a node still open closes a cycle."""
    stack = [(start, iter(leaving[start]))]
    seen.add(start)
    still_open = {start}
    while stack:
        node, flows = stack[-1]
        flow = next(flows, None)
        if flow is None:
            still_open.discard(node)
            stack.pop()
            continue
        target = graph.place(flow.target)
        if target in still_open:
            closing.add(flow.id)
        elif target not in seen:
            seen.add(target)
            still_open.add(target)
            stack.append((target, iter(leaving[target])))


def _push(graph: Graph, forward: Sequence[Flow], rank: dict[str, int]) -> bool:
    moved = False
    for flow in forward:
        source, target = graph.place(flow.source), graph.place(flow.target)
        if rank[target] <= rank[source]:
            rank[target] = rank[source] + 1
            moved = True
    return moved


def _pull_sources(graph: Graph, forward: Sequence[Flow], rank: dict[str, int]) -> None:
    """Move a node nothing leads to next to what follows it."""
    reached = {graph.place(flow.target) for flow in forward}
    for node in rank:
        after = [
            rank[graph.place(flow.target)] for flow in forward if graph.place(flow.source) == node
        ]
        if node not in reached and after:
            rank[node] = min(after) - 1
