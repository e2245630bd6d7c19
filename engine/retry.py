"""Tries again what only lost a race, or found the database away: nothing was written.

So nothing is done twice.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from engine.errors import Stale, Unavailable, Uncertain

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

ATTEMPTS = 12
PAUSE, OUTAGE = 0.01, 0.05
"""Seconds; twelve attempts wait out that a database is started again (two seconds or so)."""


def retried(verb: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Repeat the verb on Stale and Unavailable, a few times with a short random pause.

    Then let it through; and Uncertain at once, which may have been done.
    """

    @wraps(verb)
    def wrapper(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        for attempt in range(1, ATTEMPTS):
            try:
                return verb(*args, **kwargs)
            except Uncertain:
                raise
            except (Stale, Unavailable) as error:
                longest = PAUSE if isinstance(error, Stale) else OUTAGE
                time.sleep(random.uniform(0, longest * attempt))  # noqa: S311  a pause, no secret
        return verb(*args, **kwargs)

    return wrapper
