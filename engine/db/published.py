"""Process sets as they were published, read once for everybody who asks."""

from __future__ import annotations

from functools import lru_cache

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.db.publications import Publications

KEPT = 32
"""Versions kept as read, those last asked for: cases run on several, of years ago too."""


class Published:
    """Returns process sets by version; each is parsed once, and never changes."""

    def __init__(self, publications: Publications) -> None:
        self._publications = publications
        self._kept = lru_cache(maxsize=KEPT)(self._read)

    def __call__(self, version: str) -> ProcessSet:
        """Return a version's process set, or raise NotFound."""
        return self._kept(version)

    def _read(self, version: str) -> ProcessSet:
        return read_process_set(self._publications.files(version))
