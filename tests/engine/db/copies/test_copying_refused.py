"""What is no copy of ours, or has no room here, is refused before anything is changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.bootstrap import Engine
from engine.db.copies import copying
from engine.db.copies.copying import Copies
from engine.errors import Unrestorable
from engine.safekeeping import copies
from tests.conftest import MONDAY
from tests.engine.db.copies.places import in_


def test_without_the_keys_the_store_of_keys_is_left_as_it_is(
    lite: Engine, empty_lite: Engine, tmp_path: Path
) -> None:
    file, _ = in_(tmp_path)
    copies(lite).back_up(file, None, MONDAY)

    assert copies(empty_lite).restore(file, None).keys == 0
    assert empty_lite.audit.evidence.size() == lite.audit.evidence.size()


def test_a_copy_is_put_back_only_where_nothing_is(lite: Engine, tmp_path: Path) -> None:
    file, keys = in_(tmp_path)
    copies(lite).back_up(file, keys, MONDAY)

    with pytest.raises(Unrestorable, match="inte tom"):
        copies(lite).restore(file, keys)
    with pytest.raises(Unrestorable, match="finns redan"):
        copies(lite).back_up(file, keys, MONDAY)
    assert sorted(path.name for path in tmp_path.glob(".skydd-*")) == []


def test_a_changed_copy_and_a_strangers_are_refused(
    lite: Engine, empty_lite: Engine, tmp_path: Path
) -> None:
    file, keys = in_(tmp_path)
    stranger = replace(copies(lite), signer=type(lite.audit.signer)("another"))
    stranger.back_up(file, keys, MONDAY)
    with pytest.raises(Unrestorable, match="annan nyckel"):
        copies(empty_lite).restore(file, keys)

    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(Unrestorable):
        copies(empty_lite).restore(file, keys, {stranger.signer.public})
    assert empty_lite.faults() != []


def test_a_copy_of_another_kind_or_of_a_newer_program_is_refused(
    lite: Engine, empty_lite: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, keys = in_(tmp_path)
    copies(lite).back_up(file, keys, MONDAY)
    monkeypatch.setattr(copying.migrations, "knows", lambda *_: False)
    with pytest.raises(Unrestorable, match="nyare version"):
        copies(empty_lite).restore(file, keys)
    monkeypatch.setattr(Copies, "_kind", "oracle")
    with pytest.raises(Unrestorable, match="läggs inte in i oracle"):
        copies(empty_lite).restore(file, keys)


def test_keys_are_not_copied_without_a_key_for_copies(engine: Engine, tmp_path: Path) -> None:
    file, keys = in_(tmp_path)

    with pytest.raises(Unrestorable, match="SKYDD_BACKUP_KEY"):
        copies(engine).back_up(file, keys, MONDAY)
    with pytest.raises(Unrestorable, match="SKYDD_BACKUP_KEY"):
        copies(engine).restore(file, keys)
    assert list(tmp_path.glob("kopia*")) == []
