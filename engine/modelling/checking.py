"""What `skydd check` finds in a set, kept for as long as the set is the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from engine.bpmn.check import findings
from engine.bpmn.definitions import version_of
from engine.model import Finding

KEPT = 16
"""Sets whose findings are remembered: those that people look at just now."""

Check = Callable[[Mapping[str, str]], tuple[Finding, ...]]


@dataclass
class Checked:
    """Checks each set once; asked again for the same files, it remembers."""

    _found: OrderedDict[str, tuple[Finding, ...]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def __call__(self, files: Mapping[str, str]) -> tuple[Finding, ...]:
        """Return all that is wrong with a set, in Swedish."""
        version = version_of(files)
        with self._lock:
            if version in self._found:
                self._found.move_to_end(version)
                return self._found[version]
        found = tuple(findings(files))
        with self._lock:
            self._found[version] = found
            while len(self._found) > KEPT:
                self._found.popitem(last=False)
        return found
