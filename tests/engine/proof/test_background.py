import sys
import time
from pathlib import Path

import pytest

from engine.proof import background
from engine.proof.background import able, beside


def test_a_program_runs_beside_us_and_we_go_on(tmp_path: Path) -> None:
    file = tmp_path / "told"
    program = (sys.executable, "-c", "import sys; open(sys.argv[1], 'w').write('klart')")
    beside((str(file),), program)

    for _ in range(100):
        if file.exists() and file.read_text():
            break
        time.sleep(0.1)
    assert file.read_text() == "klart"


def test_scenarios_are_run_only_where_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert able()
    monkeypatch.setattr(background, "ROOT", tmp_path)
    assert not able()
