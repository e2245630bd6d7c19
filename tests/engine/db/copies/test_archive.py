"""A folder as one file, and back; nothing that is not ours is ever written."""

import io
import tarfile
from pathlib import Path

import pytest

from engine.db.copies.archive import pack, unpack
from engine.errors import Unrestorable


def packed(folder: Path, *members: tarfile.TarInfo) -> Path:
    file = folder / "x.tar"
    with tarfile.open(file, "w") as tar:
        for member in members:
            member.size = 1 if member.isfile() else 0
            tar.addfile(member, io.BytesIO(b"x") if member.isfile() else None)
    return file


def test_what_is_packed_comes_out_the_same_and_only_we_read_it(tmp_path: Path) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    (source / "ankare").mkdir(parents=True)
    target.mkdir()
    (source / "ankare" / "gallrad_c_soc").touch()
    (source / "manifest.json").write_text("{}")
    pack(source, tmp_path / "x.tar")
    unpack(tmp_path / "x.tar", target)

    assert (tmp_path / "x.tar").stat().st_mode & 0o077 == 0
    assert (target / "manifest.json").read_text() == "{}"
    assert (target / "ankare" / "gallrad_c_soc").exists()


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/b", "ankare/../x", ".dold", "tabeller/a/b"])
def test_a_file_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unrestorable):
        unpack(packed(tmp_path, tarfile.TarInfo(name)), tmp_path)


def test_links_and_the_same_name_twice_are_refused(tmp_path: Path) -> None:
    link = tarfile.TarInfo("a")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    target = tmp_path / "out"
    target.mkdir()

    with pytest.raises(Unrestorable):
        unpack(packed(tmp_path, link), target)
    with pytest.raises(Unrestorable):
        unpack(packed(tmp_path, tarfile.TarInfo("b"), tarfile.TarInfo("b")), target)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")

    with pytest.raises(Unrestorable, match="går inte att läsa"):
        unpack(tmp_path / "x", tmp_path)
