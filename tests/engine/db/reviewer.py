"""Somebody who reviews the access log of the small office, and readings to look at."""

from dataclasses import replace
from datetime import date

from engine.audit.review import Wanted
from engine.model import Actor, Case
from tests.engine.db.small import Office

ALL = Wanted(date(2026, 1, 1), date(2026, 12, 31))


def reviewer(office: Office) -> Actor:
    return office.person("granskare")


def read(office: Office, who: Actor, case: Case, what: str = "cases.case", **later: float) -> None:
    """Let somebody read a case, after a while."""
    office.engine.clock.advance(**later)  # type: ignore[attr-defined]
    office.engine.readings.note(who, case.id, what)


def wanted(**more: object) -> Wanted:
    return replace(ALL, **more)  # type: ignore[arg-type]
