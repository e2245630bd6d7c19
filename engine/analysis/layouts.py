"""Which tables of analysis there are, and what their rows and columns are called.

The steps of an agency are one table, over all drawings, with its sums: what a drawing shows of it,
and what is said of the agency, hide the same small numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.analysis.following import chooses
from engine.analysis.tally import (
    DAY,
    FLOW,
    GONE,
    KEPT,
    LIMIT,
    LONGER,
    MISSED,
    MONTH,
    PASSED,
    STEP,
    WAITING,
    WAITS,
    WEEK,
    Sums,
)
from engine.bpmn.definitions import ProcessSet
from engine.bpmn.diagram import Diagram, Element, Flow, plain
from engine.bpmn.source import NS
from engine.counts.statistics import Key, Layout

WAITED = {
    DAY: "Högst ett dygn", WEEK: "Ett dygn till en vecka", MONTH: "En vecka till 30 dygn",
    LONGER: "Längre än 30 dygn", WAITS: "Väntar ännu", GONE: "Föll bort",
}  # fmt: skip
SO_FAR = {name: WAITED[name] for name in (DAY, WEEK, MONTH, LONGER)}
LIMITS = {KEPT: "Hållna", MISSED: "Missade", PASSED: "Passerade, inte klara"}
CASES = {"": "Ärenden"}
STEPS_SAID = (
    "Varje ärende räknas en gång i ett steg, i den månad då det först kom dit, efter hur länge "
    "det väntade där som längst. Ett steg faller bort när ärendet tar en annan väg."
)
LIMITS_SAID = (
    "Varje ärende räknas en gång i ett steg med tidsgräns, i den månad då tiden går ut. Missad: "
    "slutfört eller bortfallet efter att tiden gått ut, någon gång."
)
WAYS_SAID = "Ärenden som har tagit varje väg, i den månad då de först gjorde det."
AGENCIES_SAID = (
    "Alla steg i aktörens banor, i alla processer, sammanlagda. De steg nämns där störst andel "
    "väntade mer än en vecka."
)
WAITING_SAID = (
    "Ärenden som väntade i ett steg när de senast räknades, oavsett period, efter hur länge de "
    "hade väntat där."
)
SEPARATOR = "/"
NAMELESS = "Vidare"


def of_agencies(processes: ProcessSet, sums: Sums) -> Mapping[str, Layout]:
    """Return each agency's table of steps: those that somebody has come to."""
    return {agency: Layout(agency, "Steg", STEP, STEPS_SAID, "Steg", named, WAITED)
            for agency, named in _by_agency(processes, sums, STEP).items()}  # fmt: skip


def of_waiting(processes: ProcessSet, sums: Sums) -> Mapping[str, Layout]:
    """Return each agency's table of what waits now: all its steps in which somebody does."""
    found = _by_agency(processes, sums, WAITING)
    return {agency: Layout(agency, "Steg", WAITING, WAITING_SAID, "Steg", named, SO_FAR)
            for agency, named in found.items()}  # fmt: skip


def of_limits(diagram: Diagram) -> Layout:
    """Return the table of a drawing's limits: no sum, for they are no one kind of thing."""
    named = {place(diagram.process, each.id): each.name for each in steps_of(diagram)
             if "frist" in each.properties}  # fmt: skip
    return Layout("frister", "Tidsgränser", LIMIT, LIMITS_SAID, "Steg", named, LIMITS,
                  column_totals=False)  # fmt: skip


def of_gateways(diagram: Diagram) -> Iterator[Layout]:
    """Yield the table of each gateway where a case goes one way and not another."""
    for each in chooses(diagram):
        ways = {place(diagram.process, flow.id): name for flow, name in _ways(diagram, each)}
        title = each.name or "Vägval utan namn"
        yield Layout(each.id, title, FLOW, WAYS_SAID, "Väg", ways, CASES, row_totals=False)


def figures(sums: Sums) -> Mapping[Key, int]:
    """Return the sums by measure, row and column, as tables take them."""
    return {(measure, place(process, row), column): number
            for (process, measure, row, column), number in sums.items()}  # fmt: skip


def steps_of(diagram: Diagram) -> list[Element]:
    """Return the user tasks of a drawing."""
    return list(diagram.of_kind("userTask"))


def place(process: str, row: str) -> str:
    """Name a step or a flow in all drawings."""
    return f"{process}{SEPARATOR}{row}"


def _by_agency(processes: ProcessSet, sums: Sums, measured: str) -> dict[str, dict[str, str]]:
    """Return the steps of each agency that something is counted of, with their names."""
    reached = {(process, row) for (process, measure, row, _) in sums if measure == measured}
    rows: dict[str, dict[str, str]] = {}
    for diagram in processes.diagrams.values():
        for each in steps_of(diagram):
            if (diagram.process, each.id) in reached:
                named = rows.setdefault(each.agency or "", {})
                named[place(diagram.process, each.id)] = each.name
    return rows


def _ways(diagram: Diagram, gateway: Element) -> Iterator[tuple[Flow, str]]:
    """Yield the flows out of a gateway with what is written on them and where they lead."""
    drawn = diagram.root.iterfind(".//bpmn:sequenceFlow", NS)
    said = {each.get("id", ""): plain(each.get("name")) for each in drawn}
    for flow in diagram.outgoing(gateway.id):
        to = diagram.elements[flow.target].name
        names = [name for name in (said[flow.id], to) if name]
        yield flow, ": ".join(names) or NAMELESS
