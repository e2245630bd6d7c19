"""Keeps which flows run where on the grid, and what it costs another flow to pass there."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

EAST, SOUTH, WEST, NORTH = range(4)
CROSSING = 3000.0
HEAD_ON = 100.0
"""What it costs to join a flow that comes from straight ahead."""
LEAVING_TOGETHER, ARRIVING_TOGETHER = 0.7, 1.1
"""A stretch shared at the start is cheaper; one shared at the end hides which flow is which."""
FREE: tuple[int, ...] = ()


class Traffic:
    """The flows on the stretches between neighbouring points of the grid.

    Stretch 2v leads east from point v, stretch 2v + 1 leads south.
    """

    def __init__(self, width: int, height: int, ends: Sequence[tuple[str, str]]) -> None:
        self.ends = ends
        self.step = (1, width, -1, -width)
        self.leaving = (0, 1, -2, 1 - 2 * width)
        self.on: list[tuple[int, ...]] = [FREE] * (2 * width * height + 2 * width)
        self.busy = [0] * (width * height + width)

    def stretch(self, point: int, direction: int) -> int:
        """Return the stretch that leaves a point in a direction."""
        return 2 * point + self.leaving[direction]

    def add(self, flow: int, path: Sequence[int]) -> None:
        """Let a flow run through these neighbouring points."""
        for point, stretch in zip(path, self._stretches(path), strict=False):
            self.on[stretch] += (flow,)
            self.busy[point] += 1
        self.busy[path[-1]] += 1

    def remove(self, flow: int, path: Sequence[int]) -> None:
        """Take a flow away."""
        for point, stretch in zip(path, self._stretches(path), strict=False):
            self.on[stretch] = tuple(other for other in self.on[stretch] if other != flow)
            self.busy[point] -= 1
        self.busy[path[-1]] -= 1

    def may_share(self, flow: int, stretch: int) -> bool:
        """Tell whether all flows on a stretch have the flow's source, or all its target."""
        source, target = self.ends[flow]
        others = [self.ends[other] for other in self.on[stretch]]
        return all(other[0] == source for other in others) or all(
            other[1] == target for other in others
        )

    def company(self, flow: int, stretch: int) -> float:
        """Return how much dearer a stretch is that is shared."""
        source = self.ends[flow][0]
        together = all(self.ends[other][0] == source for other in self.on[stretch])
        return LEAVING_TOGETHER if together else ARRIVING_TOGETHER

    def toll(self, flow: int, point: int, arriving: int, leaving: int) -> float | None:
        """Return what passing a point costs where others are; None where it would not be clear."""
        before = self.on[2 * point + self.leaving[(arriving + 2) % 4]]
        after = self.on[2 * point + self.leaving[leaving]]
        cost = 0.0
        for other in {flow for way in range(4) for flow in self.on[2 * point + self.leaving[way]]}:
            if other in before or other in after:
                if not self._parts_well(flow, other, other in before, other in after):
                    return None
                if other not in before and other in self.on[2 * point + self.leaving[arriving]]:
                    cost += HEAD_ON * (arriving != leaving)
            elif arriving == leaving and self._goes_across(other, point, arriving):
                cost += CROSSING
            else:
                return None
        return cost

    def crossed(self, flow: int, path: Sequence[int]) -> set[int]:
        """Return the flows that a flow's path crosses."""
        found: set[int] = set()
        for before, point, after in zip(path, path[1:], path[2:], strict=False):
            if self.busy[point] > 1 and after - point == point - before:
                arriving = self.step.index(after - point)
                found |= self._across(flow, point, arriving)
        return found

    def _across(self, flow: int, point: int, arriving: int) -> set[int]:
        mine = self.on[self.stretch(point, arriving)]
        side = self.on[self.stretch(point, (arriving + 1) % 4)]
        return {
            other
            for other in side
            if other != flow and other not in mine and self._goes_across(other, point, arriving)
        }

    def _parts_well(self, flow: int, other: int, before: bool, after: bool) -> bool:
        """Tell whether flows part only when from one source, and join only when to one target."""
        if before and after:
            return True
        end = 0 if before else 1
        return self.ends[flow][end] == self.ends[other][end]

    def _goes_across(self, other: int, point: int, arriving: int) -> bool:
        one, two = (arriving + 1) % 4, (arriving + 3) % 4
        return (
            other in self.on[2 * point + self.leaving[one]]
            and other in self.on[2 * point + self.leaving[two]]
        )

    def _stretches(self, path: Sequence[int]) -> list[int]:
        return [
            2 * min(one, two) + (0 if abs(one - two) == 1 else 1)
            for one, two in itertools.pairwise(path)
        ]
