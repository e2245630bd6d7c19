from pathlib import Path

from engine.secrecy.burials import Burials


def test_what_was_buried_is_told_once_and_nothing_else_in_the_folder_is(tmp_path: Path) -> None:
    burials = Burials(tmp_path / "ankare")
    assert list(burials.all()) == []
    for _ in range(2):
        burials.bury(("6b50b545-57c9", "polismyndigheten_nord"))
    (tmp_path / "ankare" / "ankare-000001.json").write_text("{}")

    assert list(burials.all()) == [("6b50b545-57c9", "polismyndigheten_nord")]
