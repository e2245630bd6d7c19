from engine.counts.statistics import year
from tests.engine.modelling.small import Owners


def test_what_is_counted_is_what_is_read(counted: Owners) -> None:
    room = counted.engine.analysis
    found = room.reading.report(counted.pia, counted.live, "stod_och_skydd", year(2026))

    assert found.counted_at == room.counting.shelf.counted_at()
    assert len(room.whatif.cases()) == 35
