"""Every rule is in the register, once, and has examples of what is right by it and what is not."""

from importlib import import_module
from pathlib import Path

import pytest

from engine.bpmn.check import rules
from engine.bpmn.check.rules import OF_DIAGRAM, OF_SET
from engine.bpmn.check.rules.element import element

HERE = "tests.engine.bpmn.check.rules"
REGISTER = (*OF_DIAGRAM, *OF_SET)
FILES = sorted(path.stem for path in Path(rules.__file__).parent.glob("[!_]*.py"))


def test_every_rule_is_in_the_register_once() -> None:
    assert sorted(rule.__name__ for rule in REGISTER) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_one_public_function_and_that_is_the_rule(name: str) -> None:
    module = import_module(f"{element.__module__.rpartition('.')[0]}.{name}")
    own = [each for key, each in vars(module).items() if callable(each) and key[0] != "_"
           and getattr(each, "__module__", "") == module.__name__]  # fmt: skip

    assert own == [each for each in REGISTER if each.__name__ == name]
    assert module.__doc__


@pytest.mark.parametrize("name", FILES)
def test_a_rule_has_what_is_right_by_it_and_what_is_not(name: str) -> None:
    examples = import_module(f"{HERE}.test_{name}")

    assert examples.VALID
    assert examples.INVALID
