"""Published versions are told to whoever may read them, and files are checked without a trace."""

import io
import zipfile

from engine.bootstrap import Engine
from tests.web.api.conftest import System


def test_a_version_is_told_with_its_files(amv: System, real_engine: Engine) -> None:
    version = real_engine.publications.current() or ""
    (line,) = amv.get("/processes").json["items"]
    whole = amv.get(f"/processes/{version}")

    assert (line["version"], line["live"]) == (version, True)
    paths = {each["path"] for each in whole.json["files"]}
    assert paths == set(real_engine.publications.files(version))
    one = amv.get(f"/processes/{version}/files/aktorer.toml")
    assert one.text == real_engine.publications.files(version)["aktorer.toml"]
    assert one.content_type == "text/plain; charset=utf-8"
    archive = zipfile.ZipFile(io.BytesIO(amv.get(f"/processes/{version}/archive").data))
    assert set(archive.namelist()) == paths


def test_what_is_not_there_is_not_found(amv: System, real_engine: Engine) -> None:
    version = real_engine.publications.current()
    for path in ("x", "x/archive", f"{version}/files/x", f"{version}/files/../../x"):
        assert amv.get(f"/processes/{path}").status_code == 404


def test_files_are_checked_and_nothing_is_kept(amv: System, real_engine: Engine) -> None:
    before = real_engine.publications.current()
    right = amv.ask("POST", "/processes/check", json={"files": {}})
    wrong = amv.ask("POST", "/processes/check", json={"files": {"lvu.bpmn": "<x"}})
    odd = amv.ask("POST", "/processes/check", json={"files": {"../x": ""}, "whole": True})

    assert right.json == {"findings": []}
    assert wrong.json["findings"][0]["file"] == "lvu.bpmn"
    assert odd.json["findings"]
    assert real_engine.publications.current() == before
