"""Tries a verb again when it only lost a race: nothing was written, so nothing is done twice."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from engine.errors import Stale

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

ATTEMPTS = 12
PAUSE = 0.01


def retried(verb: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Repeat the verb on Stale, a few times with a short random pause; then let it through."""

    @wraps(verb)
    def wrapper(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        for attempt in range(1, ATTEMPTS):
            try:
                return verb(*args, **kwargs)
            except Stale:
                time.sleep(random.uniform(0, PAUSE * attempt))  # noqa: S311  a pause, no secret
        return verb(*args, **kwargs)

    return wrapper
