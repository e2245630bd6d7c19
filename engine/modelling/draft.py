"""A draft: a change of the published processes that somebody works on; the nouns of this room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from engine.errors import NotFound
from engine.model import Finding

OPEN, PROPOSED, PUBLISHED, DISCARDED = "open", "proposed", "published", "discarded"
"""What has become of a draft; only an open one can be changed."""


def digest_of(content: str) -> str:
    """Return the hash that names a file's content: what an editor has seen, or has not."""
    return sha256(content.encode()).hexdigest()


@dataclass(frozen=True)
class Save:
    """One file of a draft as somebody saved it; the newest of a path is what holds."""

    draft_id: str
    path: str
    content: str | None
    """None when the file was removed."""
    author: str
    at: datetime

    @property
    def digest(self) -> str | None:
        """The hash of the content; None for a removal."""
        return None if self.content is None else digest_of(self.content)


@dataclass(frozen=True)
class Draft:
    """A change of one published version; its files are those of the version with its own on top."""

    id: str
    name: str
    base: str
    """The published version that it changes."""
    owner: str
    created_at: datetime
    state: str = OPEN
    saves: Mapping[str, Save] = field(default_factory=dict)
    """The newest save of each path that was touched."""
    authors: tuple[str, ...] = ()
    """Everybody who has saved something, in the order they first did."""

    def files(self, base: Mapping[str, str]) -> dict[str, str]:
        """Return the files of the set as the draft has them; `base` are those of its version."""
        changed = {path: save.content for path, save in self.saves.items()}
        merged = {**base, **changed}
        return {path: text for path, text in sorted(merged.items()) if text is not None}

    def touched(self, base: Mapping[str, str]) -> tuple[str, ...]:
        """Return the paths whose content is not that of the base any more."""
        files = self.files(base)
        every = sorted(files.keys() | base.keys())
        return tuple(path for path in every if files.get(path) != base.get(path))


@dataclass(frozen=True)
class DraftFile:
    """One file of a draft, as an editor opens it."""

    path: str
    content: str
    digest: str
    author: str | None = None
    """Who saved it last; None while it is as published."""
    at: datetime | None = None


@dataclass(frozen=True)
class DraftPage:
    """A draft with its files and everything that is wrong with them."""

    draft: Draft
    files: Mapping[str, str] = field(repr=False)
    base: Mapping[str, str] = field(repr=False)
    live: str
    """The version that new cases start on now."""
    findings: tuple[Finding, ...]

    @property
    def touched(self) -> tuple[str, ...]:
        """The paths that differ from the version the draft began with."""
        return self.draft.touched(self.base)

    @property
    def behind(self) -> bool:
        """Whether something else has been published since the draft began."""
        return self.draft.base != self.live

    def file(self, path: str) -> DraftFile:
        """Return one file, or raise NotFound."""
        if path not in self.files:
            raise NotFound(f"{path[:80]} is not in the draft")
        save = self.draft.saves.get(path)
        who = (save.author, save.at) if save else (None, None)
        return DraftFile(path, self.files[path], digest_of(self.files[path]), *who)


class DraftBook(Protocol):
    """What the verbs ask of the transaction; see `engine.db.modeldrafts`."""

    def add(self, draft: Draft) -> None: ...  # noqa: D102
    def one(self, draft_id: str) -> Draft: ...  # noqa: D102
    def locked(self, draft_id: str) -> Draft: ...  # noqa: D102
    def all(self) -> Sequence[Draft]: ...  # noqa: D102
    def keep(self, saves: Sequence[Save]) -> None: ...  # noqa: D102
    def history(self, draft_id: str) -> Sequence[Save]: ...  # noqa: D102
    def move(self, draft: Draft, state: str, base: str | None = None) -> None: ...  # noqa: D102
    def base_files(self, version: str) -> dict[str, str]: ...  # noqa: D102
    def live(self) -> str: ...  # noqa: D102


class DraftShelf(Protocol):
    """Lets pages read drafts without holding up those who write."""

    def reading(self) -> AbstractContextManager[DraftBook]: ...  # noqa: D102
