"""The tree over the heads: any change of a leaf changes its root, and each leaf can be proven."""

from dataclasses import replace
from hashlib import sha256

import pytest

from engine.audit.tree import Head, path, root
from engine.audit.verifier import is_covered

HEADS = [Head(f"c{number}", number, f"{number:064}") for number in range(1, 12)]


@pytest.mark.parametrize("count", range(1, 12))
def test_every_leaf_leads_to_the_root(count: int) -> None:
    heads = HEADS[:count]
    for head in heads:
        proof = {"sequence": head.sequence, "digest": head.digest, "path": path(heads, head)}
        anchor = {"statement": {"root": root(heads)}, "proof": proof}

        assert is_covered(head.stream, anchor)
        assert not is_covered("another", anchor)


def test_the_root_depends_on_each_leaf_and_on_no_order() -> None:
    roots = {root(HEADS), *(root([*HEADS[:n], replace(HEADS[n], sequence=99), *HEADS[n + 1 :]])
                            for n in range(11))}  # fmt: skip

    assert len(roots) == 12
    assert root(HEADS[::-1]) == root(HEADS)


def test_a_tree_without_leaves_has_the_root_of_nothing() -> None:
    assert root([]) == sha256(b"").hexdigest()
