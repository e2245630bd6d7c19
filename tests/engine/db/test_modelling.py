from engine.bootstrap import Engine


def test_a_set_is_checked_once_for_drafts_and_for_publishing(engine: Engine) -> None:
    assert engine.drafts.check is engine.publishing.check
    assert engine.versions.shelf is engine.publishing.shelf
