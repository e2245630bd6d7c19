"""Forty cases of the small set, of which every figure of the analysis can be told beforehand.

All are opened on 2 March 2026 at Socialtjänsten's step `a`:

20  `a` after an hour, `ja`; `b` after two days more: in time; closed
 8  `a` after three days, `ja`; `b` after 14 days: its limit (7 days) is missed; closed
 7  `a` after ten days, `nej`: closed
 2  `a` after ten days, `ja`; `b` is never done, and its time passes
 3  `a` is never done
"""

from collections.abc import Iterator
from pathlib import Path

from engine.bootstrap import build
from engine.db.migrations import migrate
from engine.demo import add_people
from tests.conftest import MovedClock, settings
from tests.engine.modelling.fleet import Fleet
from tests.engine.modelling.small import Owners

QUICK, SLOW, NO, STUCK, IDLE = 20, 8, 7, 2, 3
ALL = QUICK + SLOW + NO + STUCK + IDLE


def known_fleet(owners: Owners) -> Fleet:
    """Let the cases live, day by day."""
    fleet = Fleet(owners)
    soc, polis = owners.soc, owners.polis
    cases = [fleet.at_a() for _ in range(ALL)]
    quick, rest = cases[:QUICK], cases[QUICK:]
    slow, no = rest[:SLOW], rest[SLOW : SLOW + NO]
    stuck = rest[SLOW + NO : SLOW + NO + STUCK]
    owners.wait(hours=1)
    for case in quick:
        fleet.complete(case, soc, "a")
    owners.wait(days=2)
    for case in quick:
        fleet.complete(case, polis, "b")
    owners.wait(days=1)
    for case in slow:
        fleet.complete(case, soc, "a")
    owners.wait(days=7)
    for case in no:
        fleet.complete(case, soc, "a", "nej")
    for case in stuck:
        fleet.complete(case, soc, "a")
    owners.wait(days=14)
    for case in slow:
        fleet.complete(case, polis, "b")
    return fleet


def counted_fleet(folder: Path) -> Iterator[Owners]:
    """Yield the fleet, counted, in a database of its own."""
    engine = build(settings(f"sqlite:///{folder / 'fleet.db'}"), MovedClock())
    migrate(engine.database)
    add_people(engine)
    owners = Owners(engine)
    known_fleet(owners)
    engine.analysis.counting.count_now()
    yield owners
    engine.database.dispose()
