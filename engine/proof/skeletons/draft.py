"""What a draft still needs scenarios for: `missing_for`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.bpmn.definitions import ProcessSet
from engine.modelling.rehearsing import RehearsalPage
from engine.modelling.versions import Difference
from engine.proof.recording import Recording, read_recording
from engine.proof.rehearsal import features
from engine.proof.skeletons.write import skeletons
from engine.proof.tryout import untried_in


def missing_for(difference: Difference, known: RehearsalPage, recording: Path) -> dict[str, str]:
    """Return process → a feature of what no scenario tries in a draft.

    By its own run if there was one, else by what was recorded of the features lately, else by
    nothing: then all that is drawn in what it changes is untried.
    """
    after, changed = difference.after, difference.comparison.processes
    untried = _untried(after, known, recording)
    if untried is None:
        untried = untried_in(after, Recording("", "", ()))
        untried = {process: each for process, each in untried.items() if process in changed}
    return skeletons(after, untried, changed, features())


def _untried(
    after: ProcessSet, known: RehearsalPage, recording: Path
) -> Mapping[str, Sequence[str]] | None:
    if known.this and known.this.result and not known.this.result.broken:
        return known.this.result.untried
    try:
        return untried_in(after, read_recording(recording))
    except (OSError, ValueError):
        return None
