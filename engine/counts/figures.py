"""What one case adds to the statistics, read out of its log: codes and months, nothing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from engine.counts.statistics import WHOLE_COUNTRY, Figure, Figures, in_region, month_of
from engine.journal import newest
from engine.model import Event
from engine.registers import NO_REGION

UNKNOWN = "uppgift_saknas"
TRAITS = ("alderskategori", "andamal", "statusvag", "medborgarskap", "beslut_betanketid")
STARTED = {"lvu": "lvu:inledd", "atervandande": "atervandande:inledd"}
"""Process → what its start is counted as among the decisions."""
DECIDED = frozenset({
    "beslut_betanketid", "forlangning", "beslut_uppehallstillstand", "beslut_15b",
    "tillstand_aterkallat", "provning", "dom_vard", "rk_beslut", "iom_beslut",
    "atervandande_utfall", "nsp_beslut", "atalsbeslut",
})  # fmt: skip
"""Variables whose values are decisions or outcomes."""
TELLS_REGION = frozenset({"case_opened", "region_changed"})
ENDS = {"task_completed": "klara", "task_withdrawn": "bortfallna"}

StepOf = Callable[[str, str], str]
"""Tells the step of the manual, `1` to `6` or `0`, that a process and an element belong to."""


def region_of(log: Sequence[Event]) -> str:
    """Return the region of a case as its log tells it, the newest first."""
    told = (each.details["region"] for each in reversed(log) if each.kind in TELLS_REGION)
    return next(told, NO_REGION)


def figures(log: Sequence[Event], step_of: StepOf) -> Figures:
    """Return what a case counts as, from its whole log in order."""
    known = dict.fromkeys(TRAITS, UNKNOWN) | newest(log, TRAITS) | {"region": region_of(log)}
    return Counter([
        *_case(log, known), *_end(log), *_decisions(log, known),
        *_tasks(log, step_of, known["region"]), *_deadlines(log, known["region"]),
    ])  # fmt: skip


def _case(log: Sequence[Event], known: dict[str, str]) -> Iterator[Figure]:
    opened, age = log[0], known["alderskategori"]
    month, source = month_of(opened.at), opened.agency or UNKNOWN
    yield Figure("upptackta", WHOLE_COUNTRY, month, source, age)
    yield Figure("egna_upptackta", source, month, age)
    for name in ("andamal", "statusvag", "medborgarskap", "region"):
        yield Figure(name, WHOLE_COUNTRY, month, known[name])
    state = "avslutade" if any(each.kind == "case_closed" for each in log) else "pagaende"
    for agency in sorted({each.agency for each in log if each.agency}):
        yield Figure("arenden", agency, month, age, state)
        yield Figure("arenden_region", agency, month, known["region"], state)


def _end(log: Sequence[Event]) -> Iterator[Figure]:
    closed = next((each for each in log if each.kind == "case_closed"), None)
    if closed is None:
        return
    month, state = month_of(closed.at), closed.details.get("end_state") or UNKNOWN
    for agency in (WHOLE_COUNTRY, *sorted({each.agency for each in log if each.agency})):
        yield Figure("slut", agency, month, state)


def _decisions(log: Sequence[Event], known: dict[str, str]) -> Iterator[Figure]:
    """Yield each decision of the case once, in the month when it was first made."""
    seen: set[str] = set()
    for entry in log:
        for row in _decided(entry):
            if row not in seen:
                seen.add(row)
                month = month_of(entry.at)
                yield Figure("beslut", WHOLE_COUNTRY, month, row, known["alderskategori"])
        applicant = entry.details.get("set", {}).get("sokande")
        if applicant and "sokande" not in seen:
            seen.add("sokande")
            outcome = known["beslut_betanketid"]
            yield Figure("betanketid", WHOLE_COUNTRY, month_of(entry.at), applicant, outcome)


def _decided(entry: Event) -> Iterator[str]:
    if entry.kind == "instance_started" and entry.details.get("process") in STARTED:
        yield STARTED[entry.details["process"]]
    for name, value in entry.details.get("set", {}).items():
        if name in DECIDED:
            yield f"{name}:{value}"


def _tasks(log: Sequence[Event], step_of: StepOf, region: str) -> Iterator[Figure]:
    outcomes = {e.details["task_id"]: ENDS[e.kind] for e in log if e.kind in ENDS}
    reached: set[str] = set()
    for entry in log:
        if entry.kind != "task_opened":
            continue
        step = step_of(entry.details["process"], entry.details["element"])
        outcome = outcomes.get(entry.details["task_id"], "oppna")
        agency, month = entry.agency or UNKNOWN, month_of(entry.at)
        yield Figure("uppgifter", agency, month, step, outcome)
        yield Figure("uppgifter_region", agency, month, region, outcome)
        if step not in reached:
            reached.add(step)
            yield Figure("steg", WHOLE_COUNTRY, month, region, step)


def _deadlines(log: Sequence[Event], region: str) -> Iterator[Figure]:
    """Yield each deadline that was kept or missed; a task that fell away in time is neither."""
    for entry in log:
        due = entry.details.get("due_at")
        if entry.kind not in ENDS or not due:
            continue
        due_at = datetime.fromisoformat(due)
        late = entry.at >= due_at
        if late or entry.kind == "task_completed":
            row, column = entry.details["deadline"], "missade" if late else "hallna"
            for agency in (WHOLE_COUNTRY, entry.agency or UNKNOWN):
                for measure in ("frister", in_region(region)):
                    yield Figure(measure, agency, month_of(due_at), row, column)
