"""Why a case waits and on whom, as far as a reader may know: the one place that decides it.

Of other agencies nothing is looked at, not even whether they have something to do: that a step
of theirs goes on can be a secret in itself (OSL 8:1, data and secrecy 1.4). So the sentence about
another actor rests on what the reader already knows, that somebody else takes part at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from engine.caseviews import Clock, Term, Wait
from engine.deadlines import last_day_of
from engine.texts import swedish_date
from engine.views import TaskLine

OTHERS = "Ärendet kan pågå hos en annan aktör. Vad som görs där får ni inte veta."
NOTHING = "Inget väntar hos er just nu. Ni får en uppgift när ärendet kommer till er."


def waits(
    tasks: Sequence[TaskLine], clocks: Iterable[Clock], awaited: Iterable[str],
    *, knows_others: bool, closed: bool = False,
) -> tuple[Wait, ...]:  # fmt: skip
    """Return what the case waits for, the reader's own work first; nothing of a closed case.

    `awaited` names the messages that only the reader's own lanes wait for; `knows_others` says
    whether the reader's agency has handed over to, or received from, anybody else.
    """
    if closed:
        return ()
    own = [*_on_people(tasks), *_on_time(clocks), *_on_messages(awaited)]
    if not tasks:
        own.append(Wait("annan", OTHERS) if knows_others else Wait("inget", NOTHING))
    return tuple(own)


def terms(tasks: Iterable[TaskLine], clocks: Iterable[Clock]) -> tuple[Term, ...]:
    """Return the coming deadlines of the reader's own tasks and timers, the next one first.

    A timer that only enforces the deadline of a task is that task's, and is told of once.
    """
    found = [Term(line.task.name, line.due, line.task.id) for line in tasks if line.due]
    told = {(term.due.at, term.due.name) for term in found}
    found += [Term(c.name, c.due) for c in clocks if (c.due.at, c.due.name) not in told]
    return tuple(sorted(found, key=lambda term: (term.due.at, term.what)))


def _on_people(tasks: Sequence[TaskLine]) -> Iterator[Wait]:
    held = Counter("dig" if t.mine else t.assignee_name or "" for t in tasks)
    for name, number in sorted(held.items(), key=lambda pair: (pair[0] != "dig", not pair[0])):
        amount = f"{number} {'uppgift' if number == 1 else 'uppgifter'}"
        if name:
            yield Wait("uppgift", f"Väntar på {name}: {amount}.")
        else:
            yield Wait("uppgift", f"Väntar på att någon hos er tar {amount}.")


def _on_time(clocks: Iterable[Clock]) -> Iterator[Wait]:
    for clock in clocks:
        day = swedish_date(last_day_of(clock.due.at))
        text = f"Nästa steg sker automatiskt efter den {day}: {clock.name}."
        if clock.due.passed:
            text = f"Nästa steg sker automatiskt inom kort: {clock.name}."
        yield Wait("tid", text)


def _on_messages(awaited: Iterable[str]) -> Iterator[Wait]:
    for name in awaited:
        yield Wait("meddelande", f"Väntar på besked: {name}.")
