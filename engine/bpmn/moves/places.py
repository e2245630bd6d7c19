"""Where in another drawing a token goes on whose place is gone: questions about two drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.bpmn.diagram import Diagram, Flow

Near = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Drawings:
    """The drawing of one process as it was and as it is."""

    old: Diagram
    new: Diagram

    def kept(self, element: str) -> bool:
        """Say whether an element is in both, as the same kind of thing."""
        before, after = self.old.elements.get(element), self.new.elements.get(element)
        return before is not None and after is not None and before.kind == after.kind

    def is_new(self, element: str) -> bool:
        """Say whether an element has come to the drawing."""
        return element in self.new.elements and not self.kept(element)

    def joins(self, element: str) -> bool:
        """Say whether it is a parallel join in the new drawing."""
        drawn = self.new.elements.get(element)
        return drawn is not None and drawn.kind == "parallelGateway" and (
            len(self.new.incoming(element)) > 1
        )  # fmt: skip

    def onward(self, gone: str) -> list[Flow]:
        """Return the flows on which a token goes on that stood at an element that is gone.

        They leave what came before it, and lead to what came after it or to what stands there now.
        """
        before = self.around(gone, lambda e: sources(self.old, e), self.kept)
        after = self.around(gone, lambda e: targets(self.old, e), self.kept)
        ways = [f for f in self.new.flows if f.source in before and self._leads(f.target, after)]
        fresh = [flow for flow in ways if self.is_new(flow.target)]
        return fresh or ways

    def arrivals(self, source: str, join: str) -> list[Flow]:
        """Return the flows by which a branch reaches a join that it used to reach from `source`."""
        old = {flow.source for flow in self.old.incoming(join)}
        fresh = [flow for flow in self.new.incoming(join) if flow.source not in old]
        if self.kept(source):
            return [f for f in fresh if self.reaches(source, f.source, join)]
        before = self.around(source, lambda e: sources(self.old, e), self.kept)
        return [f for f in fresh if f.source in before
                or any(self.reaches(each, f.source, join) for each in before)]  # fmt: skip

    def reaches(self, start: str, goal: str, without: str) -> bool:
        """Say whether the new drawing leads from one element to another, not past a third."""
        near: Near = lambda e: (t for t in targets(self.new, e) if t != without)  # noqa: E731
        return start == goal or goal in closure(near(start), near)

    def around(self, start: str, near: Near, stop: Callable[[str], bool]) -> set[str]:
        """Return the first elements on each way from `start` at which one may stop."""
        seen, found, left = {start}, set[str](), list(near(start))
        while left:
            each = left.pop()
            if each in seen:
                continue
            seen.add(each)
            if stop(each):
                found.add(each)
            else:
                left += near(each)
        return found

    def _leads(self, target: str, after: set[str]) -> bool:
        if target in after:
            return True
        new: Near = lambda e: targets(self.new, e)  # noqa: E731
        known = self.around(target, new, lambda e: not self.is_new(e))
        return self.is_new(target) and bool(known & after)


def sources(diagram: Diagram, element: str) -> list[str]:
    """Return what comes right before; the activity itself is before its boundary events."""
    drawn = diagram.elements.get(element)
    own = [drawn.attached_to] if drawn is not None and drawn.attached_to else []
    return [flow.source for flow in diagram.incoming(element)] + own


def targets(diagram: Diagram, element: str) -> list[str]:
    """Return what comes right after, and what stands on the border."""
    border = [event.id for event in diagram.boundaries(element)]
    return [flow.target for flow in diagram.outgoing(element)] + border


def closure(start: Iterable[str], near: Near) -> set[str]:
    """Return all that can be reached, the start itself included."""
    found, left = set[str](), list(start)
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += near(each)
    return found
