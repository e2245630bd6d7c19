"""What an instance came to, in one line: a command's entry tells it, and a replay must agree."""

from __future__ import annotations

from hashlib import blake2b

import orjson

from engine.model import STATE_FORMAT, Instance

SIZE = 16
"""Bytes. It guards against faults; what guards against forgery is the chain it stands in."""


def fingerprint(instance: Instance) -> str:
    """Return the digest of all that the next command builds on, after the format of the state.

    Who has a task, and what people change without a command of the process, is not in it.
    """
    parts = [
        instance.version, instance.state, instance.variables, instance.rounds, facts(instance),
        due(instance), instance.waiting, instance.paused_at, instance.ended, instance.end_state,
    ]  # fmt: skip
    text = orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)
    return f"{STATE_FORMAT}:{blake2b(text, digest_size=SIZE).hexdigest()}"


def is_other(told: str | None, instance: Instance) -> bool:
    """Say whether an entry tells of another state; one of an older format tells nothing."""
    if told is None or told.partition(":")[0] != f"{STATE_FORMAT}":
        return False
    return told != fingerprint(instance)


def facts(instance: Instance) -> list[tuple[object, ...]]:
    """Return what is known of each open task without any person, in order of their ids."""
    return sorted((t.id, t.path, t.agency, t.form, t.due_at, t.deadline, t.paused_at)
                  for t in instance.tasks)  # fmt: skip


def due(instance: Instance) -> list[tuple[object, ...]]:
    """Return what is known of each timer, in order of their paths."""
    return sorted((t.path, t.due_at, t.reminds, t.paused_at) for t in instance.timers)
