"""Draws a BPMN file: lanes, nodes, flows and labels, where nobody has drawn them."""

from __future__ import annotations

from lxml import etree

from engine.bpmn.drawing.choice import QUICK, THOROUGH, choose
from engine.bpmn.drawing.graph import Flow, Graph, Node, read_graph
from engine.bpmn.drawing.labels import Labels
from engine.bpmn.drawing.picture import Picture, picture
from engine.bpmn.drawing.plan import Plan, read_subject
from engine.bpmn.drawing.routing import Routes
from engine.bpmn.drawing.scale import Extra
from engine.bpmn.drawing.write import add_diagram, drop_diagrams, tidy

ROUNDS = 8
MORE_ROOM = 20


def arrange(xml: bytes, *, quickly: bool = False) -> bytes:
    """Return the file with a new drawing of all it contains; `quickly` for somebody who waits."""
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True, resolve_entities=False))
    graph = read_graph(root)
    plan, routes = choose(read_subject(graph), QUICK if quickly else THOROUGH)
    drop_diagrams(root)
    add_diagram(root, graph, _labelled(graph, plan, routes))
    return tidy(root)


def _labelled(graph: Graph, plan: Plan, routes: Routes) -> Picture:
    """Draw, and draw again with more room where a label found none."""
    extra, best, fewest = Extra(), None, 1000
    for _ in range(ROUNDS):
        drawn = picture(plan, routes, extra)
        homeless = Labels(graph, drawn).place()
        if best is None or len(homeless) < fewest:
            best, fewest = drawn, len(homeless)
        if not homeless:
            break
        for owner in homeless:
            _ask_for_room(graph, plan, owner, extra)
    return best or Picture()


def _ask_for_room(graph: Graph, plan: Plan, owner: Node | Flow, extra: Extra) -> None:
    """Make the channel after the label's column wider."""
    node = owner.id if isinstance(owner, Node) else owner.source
    node = node if node in graph.nodes else getattr(owner, "target", node)
    if node in graph.nodes:
        channel = plan.cells()[graph.place(node)].column + 1
        extra.channel[channel] = extra.channel.get(channel, 0) + MORE_ROOM
