"""What is right by a rule and what is not: the same shape for every rule.

Each test of a rule has two constants: `VALID`, the name of an example → its files, and `INVALID`,
the name → its files and what is said of them.
"""

from collections.abc import Callable, Mapping

import pytest

from engine.bpmn.check import findings
from engine.bpmn.check.rule import OfDiagram, OfSet
from engine.bpmn.check.rules import OF_DIAGRAM
from engine.bpmn.definitions import read_process_set
from engine.model import Finding
from tests.engine.bpmn.samples import END, REGISTERS, START, bpmn, files

Files = dict[str, str]
Valid = Mapping[str, Files]
Invalid = Mapping[str, tuple[Files, str]]


def told(rule: OfDiagram | OfSet, of: Files) -> list[Finding]:
    """Return what one rule says of a set."""
    processes = read_process_set(of)
    if rule in OF_DIAGRAM:
        return [f for each in processes.diagrams.values() for f in rule(each, processes)]
    return [*rule(processes)]


def examples(rule: OfDiagram | OfSet, valid: Valid, invalid: Invalid) -> Callable[..., None]:
    """Return the test of a rule: silent of what is valid, heard of the rest in the whole check."""
    cases = [pytest.param(of, "", id=name) for name, of in valid.items()]
    cases += [pytest.param(of, said, id=name) for name, (of, said) in invalid.items()]

    @pytest.mark.parametrize(("of", "said"), cases)
    def test(of: Files, said: str) -> None:
        found = told(rule, of)
        text = "\n".join(map(str, found))
        assert (said in text) if said else (found == []), text or "nothing is said"
        assert {*found} <= {*findings(of)}

    return test


def one(node: str, **more: str) -> Files:
    """Return a set with a process that is one element between the start and the end."""
    id_ = node.split('id="')[1].partition('"')[0]
    return drawn([START, node, END], f"start -> {id_}\n{id_} -> end") | more


def drawn(nodes: list[str], flows: str, lane: str = "soc") -> Files:
    """Return a set with a process `p`; not drawn as a picture, which is a rule of its own."""
    return files(p=bpmn("p", nodes, flows, lane))


def changed(of: Files, old: str, new: str, file: str = "p.bpmn") -> Files:
    """Return a set with something changed in one file, where it stands first."""
    assert old in of[file], of[file]
    return of | {file: of[file].replace(old, new, 1)}


def with_nothing(**more: str) -> Files:
    """Return registers without any process, and these files."""
    return REGISTERS | more
