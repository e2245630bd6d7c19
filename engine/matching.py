"""Which instance of a case a message is for, and whether it may carry what it carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.errors import InvalidAnswers
from engine.model import Instance, Step
from engine.registers import MessageType, Registers


def receivable(
    name: str,
    starts: str | None,
    running: Iterable[tuple[str, Iterable[str]]],
    *,
    repeats: bool = False,
) -> bool:
    """Say whether a message would be caught, or would start a process that does not run yet.

    `running` holds (process, names it waits for) of the case's instances; `starts` is the process
    that the message starts, if any; with `repeats` it starts one more beside one that runs.
    """
    known = [(process, tuple(waiting)) for process, waiting in running]
    if any(name in waiting for _, waiting in known):
        return True
    return starts is not None and (repeats or all(process != starts for process, _ in known))


def has_post(before: Instance, step: Step) -> bool:
    """Say whether a step sent anything, or awaits from now on what may have come early."""
    return bool(step.sent) or not set(step.instance.waiting) <= set(before.waiting)


def require_payload(known: MessageType, registers: Registers, payload: Mapping[str, str]) -> None:
    """Refuse values that a message does not carry or that its variables do not have.

    Raises InvalidAnswers with one Swedish sentence per field.
    """
    problems = {}
    for name, value in payload.items():
        if name not in known.fields:
            problems[name] = f"meddelandet {known.id} bär inte fältet {name}"
        elif problem := registers.variables[name].problem(value):
            problems[name] = problem
    if problems:
        raise InvalidAnswers(problems)
