"""Small changes to the rows of a plan, to be tried one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from random import Random

from engine.bpmn.drawing.plan import Subject

Rows = dict[str, int]


def shuffled(subject: Subject, rows: Rows, random: Random, among: list[str] | None = None) -> Rows:
    """Return rows with one small change, at one of some nodes."""
    node = random.choice(among or list(rows))
    change: Callable[..., Rows] = random.choice(
        (_node_moved, _chain_moved, _aligned, _aligned, _tail_moved, _rows_exchanged, _sorted)
    )
    return change(subject, rows, node, random)


def every_move(subject: Subject, rows: Rows) -> Iterator[Rows]:
    """Yield rows with any one node in any other row, or a new one, of its lane."""
    for node in rows:
        used = {rows[mate] for mate in _mates(subject, rows, node)}
        for half in range(2 * min(used) - 1, 2 * max(used) + 2):
            if half != 2 * rows[node]:
                yield moved(subject, rows, [node], half / 2)


def moved(subject: Subject, rows: Rows, nodes: Collection[str], row: float) -> Rows:
    """Return rows with some nodes in another row; who sat there changes places with them.

    A row between two others is a new one.
    """
    mates = _mates(subject, rows, next(iter(nodes)))
    spread = {node: 2 * rows[node] for node in mates}
    goal = int(2 * row)
    for node in nodes:
        for mate in mates:
            same = subject.rank[mate] == subject.rank[node] and spread[mate] == goal
            if same and mate not in nodes:
                spread[mate] = spread[node]
    spread |= dict.fromkeys(nodes, goal)
    return rows | _closed_up(spread)


def _node_moved(subject: Subject, rows: Rows, node: str, random: Random) -> Rows:
    return moved(subject, rows, [node], _new_row(subject, rows, node, random))


def _chain_moved(subject: Subject, rows: Rows, node: str, random: Random) -> Rows:
    return moved(subject, rows, _chain(subject, rows, node), _new_row(subject, rows, node, random))


def _aligned(subject: Subject, rows: Rows, node: str, random: Random) -> Rows:
    """Move a node, or what hangs on it, to the row of a neighbour in its lane."""
    graph = subject.graph
    near = [
        other
        for flow in graph.flows
        for one, other in ((flow.source, flow.target), (flow.target, flow.source))
        if one == node and other in rows and graph.nodes[other].lane == graph.nodes[node].lane
    ]
    if not near:
        return _tail_moved(subject, rows, node, random)
    row = rows[random.choice(near)]
    if random.random() < 1 / 2:
        return moved(subject, rows, [node], row)
    return _shifted(subject, rows, _tail(subject, rows, node), row - rows[node])


def _tail_moved(subject: Subject, rows: Rows, node: str, random: Random) -> Rows:
    return _shifted(subject, rows, _tail(subject, rows, node), random.choice((-2, -1, 1, 2)))


def _rows_exchanged(subject: Subject, rows: Rows, node: str, random: Random) -> Rows:
    mates = _mates(subject, rows, node)
    other = rows[random.choice(mates)]
    swap = {other: rows[node], rows[node]: other}
    return rows | {mate: swap.get(rows[mate], rows[mate]) for mate in mates}


def _sorted(subject: Subject, rows: Rows, node: str, random: Random) -> Rows:
    """Put the branches a node is one of, or some others, in the order of the file."""
    if not subject.siblings:
        return _node_moved(subject, rows, node, random)
    mine = [group for group in subject.siblings if node in group]
    group = random.choice(mine or subject.siblings)
    return rows | dict(zip(group, sorted(rows[one] for one in group), strict=True))


def _shifted(subject: Subject, rows: Rows, nodes: set[str], by: int) -> Rows:
    """Return rows with some nodes moved together; between the rows where others sit."""
    mates = _mates(subject, rows, next(iter(nodes)))
    taken = {(subject.rank[mate], rows[mate]) for mate in mates if mate not in nodes}
    collides = any((subject.rank[node], rows[node] + by) in taken for node in nodes)
    step = 2 * by + (1 if by > 0 else -1) * collides
    spread = {mate: 2 * rows[mate] + step * (mate in nodes) for mate in mates}
    return rows | _closed_up(spread)


def _closed_up(spread: Rows) -> Rows:
    numbers = {old: new for new, old in enumerate(sorted(set(spread.values())))}
    return {node: numbers[row] for node, row in spread.items()}


def _new_row(subject: Subject, rows: Rows, node: str, random: Random) -> float:
    """Return a row of the lane, or a new one before, between or after."""
    used = [rows[mate] for mate in _mates(subject, rows, node)]
    return random.randint(2 * min(used) - 1, 2 * max(used) + 1) / 2


def _mates(subject: Subject, rows: Rows, node: str) -> list[str]:
    nodes = subject.graph.nodes
    return [mate for mate in rows if nodes[mate].lane == nodes[node].lane]


def _chain(subject: Subject, rows: Rows, node: str) -> list[str]:
    """Return the nodes that flows join to a node along its row."""
    mates = set(_mates(subject, rows, node))
    found, waiting = [node], [node]
    while waiting:
        here = waiting.pop()
        for flow in subject.graph.flows:
            for one, two in ((flow.source, flow.target), (flow.target, flow.source)):
                if one == here and two in mates and two not in found and rows[two] == rows[node]:
                    found.append(two)
                    waiting.append(two)
    return found


def _tail(subject: Subject, rows: Rows, node: str) -> set[str]:
    """Return a node and all that follows it within its lane."""
    mates = set(_mates(subject, rows, node))
    found, waiting = {node}, [node]
    while waiting:
        here = waiting.pop()
        for flow in subject.graph.flows:
            leaves = subject.graph.place(flow.source) == here and flow.id not in subject.closing
            if leaves and flow.target in mates and flow.target not in found:
                found.add(flow.target)
                waiting.append(flow.target)
    return found
