"""All cases at a glance, for an operator: never whose, never what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, func, select

from engine.db.tables import cases, open_tasks


def overview(database: Engine) -> Sequence[dict[str, Any]]:
    """Return every case with its state and number of open tasks, for an operator."""
    tasks = select(func.count()).where(open_tasks.c.case_id == cases.c.id).scalar_subquery()
    query = select(cases, tasks.label("open_tasks")).order_by(cases.c.number)
    with database.connect() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]
