"""An anchor names the heads by a root, and the anchor before."""

from dataclasses import replace

from engine.audit.anchors import Signer
from engine.audit.tree import Head
from engine.audit.verifier import FIRST, check_anchors, is_signed
from tests.engine.audit.written import SIGNER, START

HEAD = Head("c", 3, "a" * 64)


def test_anchors_are_numbered_bound_and_signed() -> None:
    first = SIGNER.sign([HEAD], 3, None, START)
    second = SIGNER.sign([], 0, first, START)

    assert (first.number, first.statement["previous"]) == (1, FIRST)
    assert (second.number, second.statement["previous"]) == (2, first.digest)
    assert (second.statement["entries"], second.statement["chains"]) == (3, 0)
    assert first.at == START
    assert list(check_anchors([first.shown, second.shown], {SIGNER.public})) == []


def test_what_is_shown_tells_of_no_case() -> None:
    shown = SIGNER.sign([Head("0b1f6f0e", 3, "a" * 64)], 3, None, START).shown

    assert "0b1f6f0e" not in str(shown)
    assert is_signed(shown)


def test_heads_that_were_changed_do_not_fit_the_root() -> None:
    anchor = SIGNER.sign([HEAD], 3, None, START)

    assert anchor.is_rooted
    assert not replace(anchor, heads=(replace(HEAD, sequence=2),)).is_rooted


def test_a_key_is_the_same_for_the_same_secret_only() -> None:
    assert Signer("x").public == Signer("x").public != Signer("y").public
