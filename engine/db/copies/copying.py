"""Makes a copy of everything while people work, and puts one back where nothing is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, func, inspect, select

from engine.audit.anchors import Signer
from engine.config import Settings
from engine.db import migrations
from engine.db.copies import archive, keycopy, postgresql, sqlite
from engine.db.copies.manifest import Manifest, digests, read
from engine.db.keys import SqlKeys
from engine.db.publications import current_version
from engine.db.retention import tombstones
from engine.db.tables import anchors
from engine.errors import NotFound, Unrestorable
from engine.secrecy.burials import Burials

ANCHORS = "ankare"
KINDS = {"sqlite": sqlite, "postgresql": postgresql}
NOT_EMPTY = "databasen är inte tom: en kopia läggs bara in där ingenting finns"
OTHER_KIND = "kopian är av {} och läggs inte in i {}"
NEWER = "kopian är gjord av en nyare version av programmet"
NO_KEY = "SKYDD_BACKUP_KEY är inte satt: den låser kopian av nycklarna"


@dataclass(frozen=True)
class Restored:
    """What was put back."""

    manifest: Manifest
    keys: int
    """How many keys; none where the store of keys was left as it is."""
    destroyed: int
    """How many of them had been destroyed since the copy was made, and are so again."""


@dataclass(frozen=True)
class Copies:
    """The copies of an installation."""

    settings: Settings
    database: Engine
    store: SqlKeys
    signer: Signer

    def back_up(self, target: Path, keys: Path | None, at: datetime) -> Manifest:
        """Write a copy to a file that is not there yet, and the keys to another.

        The keys come last: whatever is sealed in the copy of the database has its key there. Half a
        copy is never found under the name of a whole one. Raises Unrestorable.
        """
        if keys and not self.settings.backup_key:
            raise Unrestorable(NO_KEY)
        with tempfile.TemporaryDirectory(prefix=".skydd-", dir=target.parent) as name:
            folder = Path(name) / "innehall"
            folder.mkdir(mode=0o700)
            manifest = self._copied(folder, at)
            if keys:
                keycopy.dump(self.store, keys, self.settings.backup_key)
            archive.pack(folder, target)
        return manifest

    def restore(self, source: Path, keys: Path | None, trusted: Collection[str] = ()) -> Restored:
        """Put a copy back; everything is looked at before anything is changed.

        `trusted` are public keys that signed anchors before. Raises Unrestorable.
        """
        if keys and not self.settings.backup_key:
            raise Unrestorable(NO_KEY)
        self._require_empty()
        with _unpacked(source) as folder:
            manifest = read(folder, {self.signer.public, *trusted})
            if manifest.kind != self._kind:
                raise Unrestorable(OTHER_KIND.format(manifest.kind, self._kind))
            if not migrations.knows(self.database, manifest.revision):
                raise Unrestorable(NEWER)
            secret = self.settings.backup_key
            rows = keycopy.read(self.store, keys, secret) if keys else []
            self._load(folder, manifest)
            self._hand_out_again(folder / ANCHORS)
        gone = {*tombstones(self.database), *Burials(self.settings.anchors).all()}
        return Restored(manifest, len(rows), keycopy.load(self.store, rows, gone))

    @property
    def _kind(self) -> str:
        return self.database.dialect.name

    def _copied(self, folder: Path, at: datetime) -> Manifest:
        if self.settings.anchors.exists():  # first: each of them is in what is copied later
            shutil.copytree(self.settings.anchors, folder / ANCHORS)
        rows = KINDS[self._kind].dump(self.database, folder)
        moment, files = at.isoformat(timespec="seconds"), digests(folder)
        about = self._of_database()
        manifest = Manifest(moment, self._kind, *about, rows, files, self.signer.public)
        manifest.write(folder, self.signer)
        return manifest

    def _of_database(self) -> tuple[str, str | None, int]:
        revision = migrations.reached(self.database)
        with self.database.connect() as connection:
            newest = connection.execute(select(func.max(anchors.c.number))).scalar()
            try:
                version = current_version(connection)
            except NotFound:
                version = None
        return revision, version, newest or 0

    def _require_empty(self) -> None:
        if inspect(self.database).get_table_names():
            raise Unrestorable(NOT_EMPTY)

    def _load(self, folder: Path, manifest: Manifest) -> None:
        """Fill the database as it was, then bring it up to this version of the program."""
        if manifest.kind == "postgresql":
            migrations.migrate(self.database, manifest.revision)
        KINDS[self._kind].load(self.database, folder)
        migrations.migrate(self.database)

    def _hand_out_again(self, copied: Path) -> None:
        """Add the anchors and burials that the folder lacks; what is there stays as it is."""
        self.settings.anchors.mkdir(parents=True, exist_ok=True)
        for file in sorted(copied.glob("*")):
            kept = self.settings.anchors / file.name
            if not kept.exists():
                shutil.copyfile(file, kept)


@contextmanager
def _unpacked(source: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="skydd-") as name:
        archive.unpack(source, Path(name))
        yield Path(name)
