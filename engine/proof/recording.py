"""What each scenario of the features executed, written by the tests and read by the reports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FEATURES = "*.feature"


@dataclass(frozen=True)
class Scenario:
    """One scenario. Elements, flows and deadlines are told as `process/id`, sorted."""

    feature: str
    """Name of the file, without its ending."""
    name: str
    passed: tuple[str, ...] = ()
    """Elements that were completed, and the calls on the way to them."""
    opened: tuple[str, ...] = ()
    """User tasks that somebody got."""
    flows: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    """Deadlines that were met: what they were set for happened before they ran out."""
    expired: tuple[str, ...] = ()
    """Deadlines that ran out."""
    end_states: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What people call it."""
        return f"{self.feature}: {self.name}"


@dataclass(frozen=True)
class Recording:
    """All scenarios, and what they were run on."""

    version: str
    """Content hash of the process set."""
    features: str
    """Content hash of the features."""
    scenarios: tuple[Scenario, ...]

    def is_of(self, version: str, features: str) -> bool:
        """Say whether it still tells of this process set and these features."""
        return (self.version, self.features) == (version, features)

    def text(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def read_recording(file: Path) -> Recording:
    """Read a recording. Raises ValueError for a file that is none, OSError for no file."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        scenarios = tuple(_scenario(**each) for each in told.pop("scenarios"))
        return Recording(**told, scenarios=scenarios)
    except (TypeError, KeyError, AttributeError, json.JSONDecodeError) as error:
        raise ValueError(f"{file} är ingen inspelning: {error}") from error


def merged(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    """Return each scenario once, in order; the rows of an outline are one."""
    found: dict[tuple[str, str], list[Scenario]] = {}
    for each in scenarios:
        found.setdefault((each.feature, each.name), []).append(each)
    return tuple(_together(each) for _, each in sorted(found.items()))


def features_hash(folder: Path) -> str:
    """Return the content hash of the features in a folder; the same for an empty or no folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob(FEATURES)):
        for part in (path.name.encode(), path.read_bytes()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _scenario(feature: str, name: str, **lists: list[str]) -> Scenario:
    return Scenario(feature, name, **{key: tuple(value) for key, value in lists.items()})


def _together(same: list[Scenario]) -> Scenario:
    def all_of(key: str) -> tuple[str, ...]:
        return tuple(sorted({value for each in same for value in getattr(each, key)}))

    lists = ("passed", "opened", "flows", "held", "expired", "end_states")
    return Scenario(same[0].feature, same[0].name, **{key: all_of(key) for key in lists})
