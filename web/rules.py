"""Addresses of pages: what builds them is made when the first is asked for, not for every route."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]


class LateRule(Rule):
    """A rule that compiles its builders late.

    Werkzeug compiles two for each of our routes while it starts, nine tenths of the time of making
    the application (154 ms against 13). Should it stop asking for them here, it starts as before.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        made: list[Builder] = []
        compiled = super()._compile_builder

        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            if not made:
                made.append(compiled(append_unknown))
            return made[0](rule, **values)

        return build
