"""The closed language of gateway conditions: comparisons of routing variables, nothing else.

Grammar: `name == 'code'`, `!=`, `in ['a', 'b']`, `not in`, a name on both sides, `and`, `or`,
`not`, parentheses. A call, an attribute, an index, arithmetic or a number cannot be written.
The text is parsed with `ast` and walked by us; nothing is ever handed to `eval` or `exec`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import product

MAX_LENGTH = 1000
MAX_NODES = 200
MAX_COMBINATIONS = 200_000

Values = Mapping[str, str]


class ExpressionError(ValueError):
    """The text is outside the language; the message says so in Swedish."""


@dataclass(frozen=True)
class Expression:
    """A condition that has been parsed and found to be within the language."""

    text: str
    tree: ast.expr

    def holds(self, values: Values) -> bool:
        """Evaluate against routing variables; one that is not set equals nothing."""
        return _holds(self.tree, values)

    def names(self) -> frozenset[str]:
        """Return the variables it reads."""
        return frozenset(n.id for n in ast.walk(self.tree) if isinstance(n, ast.Name))

    def comparisons(self) -> Iterator[tuple[str, str]]:
        """Yield each (variable, literal) that is compared."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name):
                for constant in ast.walk(node.comparators[0]):
                    if isinstance(constant, ast.Constant):
                        yield node.left.id, str(constant.value)


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Parse a condition. Raises ExpressionError for anything outside the language."""
    text = " ".join(text.split())
    if not text or len(text) > MAX_LENGTH:
        raise ExpressionError("villkoret är tomt eller för långt")
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(f"villkoret går inte att läsa: {text}") from error
    if sum(1 for _ in ast.walk(tree)) > MAX_NODES:
        raise ExpressionError("villkoret är för stort")
    _require_allowed(tree)
    return Expression(text, tree)


def problems(expression: Expression, codes: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Say in Swedish what the condition gets wrong about the declared variables.

    `codes` maps each declared variable to its codes; an empty tuple for a date.
    """
    found = [_unknown(name, codes) for name in sorted(expression.names() - set(codes))]
    for name, literal in expression.comparisons():
        if codes.get(name) and literal not in codes[name]:
            found.append(f"variabeln {name} har inget värde {literal!r}")
    return found


def both_hold(
    first: Expression, second: Expression, codes: Mapping[str, tuple[str, ...]]
) -> dict[str, str] | None:
    """Return values for which both conditions hold, or None if there are none.

    Every combination of the variables' codes is tried, "not set" included.
    Raises ExpressionError when there are too many to try.
    """
    names = sorted(first.names() | second.names())
    choices = [("", *codes.get(name, ())) for name in names]
    if _size(choices) > MAX_COMBINATIONS:
        raise ExpressionError("villkoren läser för många variabler för att kunna prövas")
    for combination in product(*choices):
        values = {n: v for n, v in zip(names, combination, strict=True) if v}
        if first.holds(values) and second.holds(values):
            return values
    return None


def _size(choices: list[tuple[str, ...]]) -> int:
    size = 1
    for options in choices:
        size *= len(options)
    return size


def _unknown(name: str, codes: Mapping[str, tuple[str, ...]]) -> str:
    close = get_close_matches(name, codes, n=1)
    hint = f"; menade du {close[0]}?" if close else ""
    return f"okänd variabel {name}{hint}"


def _require_allowed(node: ast.expr) -> None:
    match node:
        case ast.BoolOp(values=values):
            for value in values:
                _require_allowed(value)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            _require_allowed(operand)
        case ast.Compare(
            left=ast.Name(), ops=[ast.Eq() | ast.NotEq()], comparators=[ast.Name() | ast.Constant()]
        ):
            _require_text(node.comparators)
        case ast.Compare(
            left=ast.Name(), ops=[ast.In() | ast.NotIn()], comparators=[ast.List(elts=elements)]
        ):
            _require_text(elements)
        case _:
            raise ExpressionError(f"otillåtet i ett villkor: {ast.unparse(node)}")


def _require_text(nodes: list[ast.expr]) -> None:
    for node in nodes:
        if isinstance(node, ast.Name):
            continue
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            raise ExpressionError(f"bara text inom citattecken får jämföras: {ast.unparse(node)}")


def _holds(node: ast.expr, values: Values) -> bool:
    match node:
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_holds(part, values) for part in parts)
        case ast.BoolOp(values=parts):
            return any(_holds(part, values) for part in parts)
        case ast.UnaryOp(operand=operand):
            return not _holds(operand, values)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _compare(op, _value(left, values), right, values)
    raise AssertionError(ast.dump(node))  # parse() lets nothing else through


def _compare(op: ast.cmpop, left: str | None, right: ast.expr, values: Values) -> bool:
    if isinstance(op, ast.Eq | ast.NotEq):
        equal = left is not None and left == _value(right, values)
        return equal if isinstance(op, ast.Eq) else not equal
    assert isinstance(right, ast.List)  # noqa: S101  parse() has seen to it
    inside = left in [_value(element, values) for element in right.elts] and left is not None
    return inside if isinstance(op, ast.In) else not inside


def _value(node: ast.expr, values: Values) -> str | None:
    if isinstance(node, ast.Name):
        return values.get(node.id)
    assert isinstance(node, ast.Constant)  # noqa: S101  parse() has seen to it
    return str(node.value)
