"""Process sets as they were published, read once for everybody who asks."""

from __future__ import annotations

from engine.bpmn.definitions import ProcessSet, read_process_set
from engine.db.publications import Publications


class Published:
    """Returns process sets by version; each is parsed once, and never changes."""

    def __init__(self, publications: Publications) -> None:
        self._publications = publications
        self._read: dict[str, ProcessSet] = {}

    def __call__(self, version: str) -> ProcessSet:
        """Return a version's process set, or raise NotFound."""
        if version not in self._read:
            self._read[version] = read_process_set(self._publications.files(version))
        return self._read[version]
