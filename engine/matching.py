"""Which instance of a case a message is for."""

from __future__ import annotations

from collections.abc import Iterable


def receivable(name: str, starts: str | None, running: Iterable[tuple[str, Iterable[str]]]) -> bool:
    """Say whether a message would be caught, or would start a process that does not run yet.

    `running` holds (process, names it waits for) of the case's instances; `starts` is the process
    that the message starts, if any.
    """
    known = [(process, tuple(waiting)) for process, waiting in running]
    if any(name in waiting for _, waiting in known):
        return True
    return starts is not None and all(process != starts for process, _ in known)
