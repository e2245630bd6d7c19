import io
import zipfile

import pytest

from engine.bpmn.source import MAX_BYTES
from engine.errors import ModelError
from engine.modelling import sources
from engine.modelling.sources import packed, path_of, require_text, text_of, unpacked, uploaded
from tests.engine.modelling.small import FORM, LIVE, MAIN

XML = b'<?xml version="1.0" encoding="UTF-8"?><a name="\xc3\xa5"/>'
BOMB = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def archive(**files: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return into.getvalue()


def why(error: pytest.ExceptionInfo[ModelError]) -> str:
    return str(error.value)


@pytest.mark.parametrize(("name", "path"), [
    ("lvu.bpmn", "lvu.bpmn"), ("processes/lvu.bpmn", "lvu.bpmn"), ("f01.form", "forms/f01.form"),
    ("processes/forms/f01.form", "forms/f01.form"), (r"forms\f01.form", "forms/f01.form"),
    ("frister.toml", "frister.toml"), ("statusvag.dmn", "statusvag.dmn"),
])  # fmt: skip
def test_a_file_has_its_place_in_the_set(name: str, path: str) -> None:
    assert path_of(name) == path


@pytest.mark.parametrize("name", [
    "", "../lvu.bpmn", "/etc/passwd", "a/b.bpmn", "Å.bpmn", "lvu.exe", "forms/a/b.form",
    "forms/lvu.bpmn", "a b.bpmn", "x" * 90 + ".bpmn", "lvu.bpmn\n",
])  # fmt: skip
def test_other_names_are_refused(name: str) -> None:
    if name.strip() == "lvu.bpmn":
        assert path_of(name) == "lvu.bpmn"
        return
    with pytest.raises(ModelError, match="Ett filnamn är"):
        path_of(name)


def test_a_text_is_what_was_written() -> None:
    assert text_of("a.bpmn", XML) == XML.decode()
    assert text_of("a.toml", b"\xef\xbb\xbfa = 1") == "a = 1"


def test_another_encoding_becomes_utf_8() -> None:
    latin = '<?xml version="1.0" encoding="ISO-8859-1"?><a name="å"/>'.encode("latin-1")

    read = text_of("a.bpmn", latin)

    assert 'name="å"' in read
    assert "UTF-8" in read
    require_text("a.bpmn", read)


@pytest.mark.parametrize(("path", "data", "said"), [
    ("a.bpmn", b"<a><b>", "inte giltig XML"), ("a.bpmn", BOMB, "dokumenttyp"),
    ("a.bpmn", b"", "inte giltig XML"), ("a.dmn", b"\xff\xfe<", "inte giltig XML"),
    ("a.bpmn", b"<a>" + b" " * MAX_BYTES + b"</a>", "större än 5 MB"),
    ("forms/a.form", b"{", "kan inte läsas"), ("forms/a.form", b"[" * 100_000, "kan inte läsas"),
    ("forms/a.form", b'{"a": "\0"}', "inte är text"), ("a.toml", b"a =", "kan inte läsas"),
    ("a.toml", b"\xff", "UTF-8"), ("a.toml", b" " * (MAX_BYTES + 1), "större än 5 MB"),
])  # fmt: skip
def test_what_cannot_be_read_back_is_refused(path: str, data: bytes, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        text_of(path, data)


@pytest.mark.parametrize(("path", "text", "said"), [
    ("x", "a", "filnamn"), ("a.toml", 'a = "\ud800"', "inte är text"),
    ("a.bpmn", '<?xml version="1.0" encoding="ISO-8859-1"?><a name="a"/>', "något annat än UTF-8"),
])  # fmt: skip
def test_a_text_that_cannot_be_kept_is_refused(path: str, text: str, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        require_text(path, text)


def test_a_set_comes_back_from_its_archive_as_it_was() -> None:
    entries = unpacked("a.zip", packed(LIVE))

    assert uploaded(entries) == LIVE
    assert packed(LIVE) == packed(dict(reversed(LIVE.items())))


def test_a_readme_in_an_archive_is_left_out() -> None:
    data = archive(**{"processes/README.md": b"Hej", "processes/a.bpmn": XML})

    assert [name for name, _ in unpacked("a.zip", data)] == ["processes/a.bpmn"]


def test_single_files_and_archives_come_together() -> None:
    data = archive(**{MAIN: LIVE[MAIN].encode()})

    found = uploaded([("alla.ZIP", data), ("f.form", LIVE[FORM].encode())])

    assert found == {MAIN: LIVE[MAIN], FORM: LIVE[FORM]}


def test_everything_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ModelError) as error:
        uploaded([("a.bpmn", b"<a"), ("b.toml", b"="), ("c.toml", b""), ("c.toml", b"")])

    assert [f.file for f in error.value.findings] == ["a.bpmn", "b.toml", "c.toml"]
    assert "två gånger" in why(error)


@pytest.mark.parametrize(("data", "said"), [
    (b"PK", "kan inte läsas"), (archive(), "inga filer"), (archive(**{"a.md": b""}), "inga filer"),
])  # fmt: skip
def test_what_is_no_archive_of_a_set_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        unpacked("a.zip", data)


def test_a_damaged_archive_is_refused() -> None:
    whole = packed({MAIN: LIVE[MAIN]})
    for place in range(30, len(whole) - 30, 97):
        broken = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        try:
            found = uploaded([("a.zip", broken)])
        except ModelError:
            continue
        assert found == {MAIN: LIVE[MAIN]}


def test_an_archive_that_swells_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    many = archive(**{f"a{n}.toml": b"" for n in range(sources.MOST_FILES + 1)})
    with pytest.raises(ModelError, match="fler än"):
        unpacked("a.zip", many)

    bomb = archive(**{f"a{n}.toml": b" " * MAX_BYTES for n in range(5)})
    with pytest.raises(ModelError, match="uppackat"):
        unpacked("a.zip", bomb)
