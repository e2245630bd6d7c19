"""A release goes beside the one before: its migrations take nothing away that the other needs.

docs/operation.md, "Upgrading without a stop": first expand, and contract a release later.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.config import ROOT

MIGRATIONS = sorted((ROOT / "migrations" / "versions").glob("*.py"))
TAKE_AWAY = {"drop_column", "drop_table", "rename_table", "drop_constraint"}
CONTRACTS = {
    "0013_proof": "before the first release: readings and denials became the trail",
}
"""Migrations that take something away, and why nothing needs it. Add yours with its reason."""


def found(source: str) -> Iterator[str]:
    """Yield what in an upgrade the program of the release before would stumble over."""
    tree = ast.parse(source)
    ways = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for call in (c for way in ways if way.name != "downgrade" for c in ast.walk(way)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        given = {word.arg: word.value for word in call.keywords}
        if name in TAKE_AWAY or (name == "alter_column" and "new_column_name" in given):
            yield name
        if name == "add_column" and _is_demanded(call):
            yield "add_column: not null, and no server_default"
        if name in {"execute", "text"} and any(_drops(argument) for argument in call.args):
            yield "DROP or RENAME in SQL"


def _is_demanded(call: ast.Call) -> bool:
    columns = [each for each in call.args if isinstance(each, ast.Call)]
    given = {word.arg: word.value for column in columns for word in column.keywords}
    null = given.get("nullable")
    refused = isinstance(null, ast.Constant) and null.value is False
    return refused and "server_default" not in given


def _drops(argument: ast.expr) -> bool:
    written = " ".join(
        str(each.value) for each in ast.walk(argument) if isinstance(each, ast.Constant)
    )
    return any(word in written.upper() for word in ("DROP TABLE", "DROP COLUMN", "RENAME"))


@pytest.mark.parametrize("file", MIGRATIONS, ids=lambda file: file.stem)
def test_a_migration_takes_nothing_away_unless_it_is_listed(file: Path) -> None:
    taken = list(found(file.read_text(encoding="utf-8")))

    assert bool(taken) == (file.stem in CONTRACTS), taken


def test_what_is_listed_is_there() -> None:
    assert CONTRACTS.keys() <= {file.stem for file in MIGRATIONS}


@pytest.mark.parametrize(
    "written",
    ["op.drop_column('t', 'c')", "op.drop_table('t')", "op.rename_table('t', 'u')",
     "b.alter_column('c', new_column_name='d')", "op.execute('ALTER TABLE t DROP COLUMN c')",
     "op.execute(sa.text('alter table t rename to u'))",
     "op.add_column('t', sa.Column('c', sa.Integer(), nullable=False))"],
)  # fmt: skip
def test_what_takes_away_is_seen(written: str) -> None:
    assert list(found(f"def upgrade():\n    {written}\n"))
    assert not list(found(f"def downgrade():\n    {written}\n"))


@pytest.mark.parametrize(
    "written",
    ["op.create_table('t')", "op.drop_index('i', 't')", "b.alter_column('c', nullable=True)",
     "op.add_column('t', sa.Column('c', sa.Integer(), nullable=True))",
     "op.add_column('t', sa.Column('c', sa.Integer(), nullable=False, server_default='0'))"],
)  # fmt: skip
def test_what_only_adds_is_let_through(written: str) -> None:
    assert not list(found(f"def upgrade():\n    {written}\n"))
