"""Lets schemathesis make requests on what is pinned: what it builds on has moved on from under it.

jsonschema-rs 0.61 has another word for whether a schema can be met, and Hypothesis 6.170 walks
through collections in another way than hypothesis-jsonschema 0.23 asks for.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis.internal.conjecture.utils import many
from schemathesis.specs.openapi import _hypothesis

DONE = object()


def _more(elements: many) -> bool:
    """Say whether there is one more element, as older versions did."""
    walk = vars(elements).get("_walk")
    if walk is None:
        walk = vars(elements)["_walk"] = iter(elements.__enter__())
    if next(walk, DONE) is DONE:
        elements.__exit__(None)
        return False
    return True


@contextmanager
def bridged() -> Iterator[None]:
    """Bridge both for as long as requests are made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_hypothesis, "_canonical_strategy_or_none", lambda *_: None)
        patch.setattr(many, "more", _more, raising=False)
        yield
