"""`skydd backup` and `skydd restore`, run as one would run them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine import safekeeping
from engine.__main__ import main
from engine.bootstrap import Engine, build
from engine.errors import Unrestorable
from tests.engine.db.copies.conftest import empty_lite, lite
from tests.engine.db.copies.places import filled

Run = Callable[..., Result]
__all__ = ["empty_lite", "lite"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `skydd` with one of the tests' own engines."""

    def run(engine: Engine, *arguments: object) -> Result:
        monkeypatch.setattr(safekeeping, "build", lambda: engine)
        return CliRunner().invoke(main, list(map(str, arguments)))

    return run


def test_a_copy_is_made_put_back_and_the_log_is_checked(
    run: Run, lite: Engine, empty_lite: Engine, tmp_path: Path
) -> None:
    file, keys = tmp_path / "k.tar", tmp_path / "k"
    made = run(lite, "backup", file, "--keys", keys)
    told = run(empty_lite, "restore", file, "--keys", keys)

    assert (made.exit_code, told.exit_code) == (0, 0)
    assert "är inlagd, med 2 nycklar" in told.output
    assert "Loggen stämmer." in told.output
    assert lite.trail.count("backed_up") == empty_lite.trail.count("restored") == 1


def test_a_copy_that_lacks_what_was_anchored_is_told_and_ends_with_a_fault(
    run: Run, lite: Engine, empty_lite: Engine, tmp_path: Path
) -> None:
    run(lite, "backup", tmp_path / "k.tar", "--without-keys")
    lite.audit.anchor("tests")
    empty_lite.settings.anchors.mkdir(parents=True)
    for anchor in lite.settings.anchors.glob("ankare-*"):
        (empty_lite.settings.anchors / anchor.name).write_bytes(anchor.read_bytes())
    told = run(empty_lite, "restore", tmp_path / "k.tar", "--without-keys")

    assert told.exit_code == 1
    assert "ankare, post 2: saknas" in told.output


def test_in_a_folder_copies_are_named_by_their_time_and_so_many_are_kept(
    run: Run, lite: Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "kopior"
    folder.mkdir()
    (folder / "annat").touch()
    for _ in range(3):
        assert run(lite, "backup", folder, "--without-keys", "--keep", 2).exit_code == 0
        lite.clock.advance(days=1)  # type: ignore[attr-defined]

    names = sorted(path.name for path in folder.iterdir())
    assert names == ["annat", "skydd-20260303-100000.tar", "skydd-20260304-100000.tar"]


def test_about_the_keys_one_has_to_choose(run: Run, engine: Engine, tmp_path: Path) -> None:
    for given in ((), ("--keys", tmp_path / "k", "--without-keys")):
        told = run(filled(engine), "backup", tmp_path / "k.tar", *given)
        assert (told.exit_code, "antingen --keys" in told.output) == (2, True)


def test_what_cannot_be_put_back_is_said(run: Run, lite: Engine, tmp_path: Path) -> None:
    (tmp_path / "k.tar").write_text("x")

    assert isinstance(
        run(lite, "restore", tmp_path / "k.tar", "--without-keys").exception, Unrestorable
    )


def test_the_master_key_is_changed_and_everything_is_opened_with_the_new_one(
    run: Run, lite: Engine, tmp_path: Path
) -> None:
    file = tmp_path / "ny"
    file.write_text("en ny huvudnyckel, lång nog för allt\n")
    told = run(lite, "rekey", file, "--reason", "En dator är borta")
    settings = {"master_key": "en ny huvudnyckel, lång nog för allt"}
    again = build(lite.settings.model_copy(update=settings), lite.clock)

    assert told.exit_code == 0
    assert "2 nycklar är inslagna på nytt" in told.output
    assert again.audit.verify("tests", None, ()).findings == ()
    assert again.trail.count("master_key_changed") == 1
    again.database.dispose()


def test_a_short_master_key_and_a_reason_that_tells_of_somebody_are_refused(
    run: Run, lite: Engine, tmp_path: Path
) -> None:
    (tmp_path / "kort").write_text("kort")
    told = run(lite, "rekey", tmp_path / "kort", "--reason", "Prov")

    (tmp_path / "bra").write_text("en ny huvudnyckel, lång nog för allt")
    of_somebody = run(lite, "rekey", tmp_path / "bra", "--reason", "Rör 19811218-9876")

    assert (told.exit_code, of_somebody.exit_code) == (2, 2)
    assert "färre än 32 tecken" in told.output
    assert lite.trail.count("master_key_changed") == 0
