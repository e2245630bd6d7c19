"""Known secret words, written into every free text of whole cases, are looked for everywhere."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import make_url, text

from engine.bootstrap import Engine
from engine.db.tables import METADATA
from engine.staff.notices import Mailbox
from engine.staff.smtp import Carrier, delivery
from tests.web.askers import Askers, asked
from tests.web.conftest import Browser
from tests.web.seated import sit
from tests.web.secret_words import ADULT, CHILD, WORD, Written, found_in
from tests.web.test_every_route import PEOPLE, addresses, people
from web import create_app
from web.security import limiter

FEW = 4
"""Of the addresses of a case that is not theirs one in so many: test_every_route asks all."""


class Lines(logging.Handler):
    """Keeps every line that is logged, from the first to the last."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def logged() -> Iterator[Lines]:
    root, lines = logging.getLogger(), Lines()
    before = root.level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(lines)
    root.setLevel(before)


@pytest.fixture
def written(engine_on_both: Engine, logged: Lines) -> Written:
    written = Written(engine_on_both)
    for actor in engine_on_both.queries.people():
        mailbox = Mailbox(f"{actor.id}@exempel.se", wanted=True)
        engine_on_both.notices.keep_mailbox(actor, mailbox)
    written.lived(CHILD, "Migrationsverket")
    written.lived(ADULT, "Hälso- och sjukvården")
    return written


def test_the_words_reach_those_they_were_handed_to_and_nobody_else(
    written: Written, logged: Lines, tmp_path: Path
) -> None:
    """One long walk, one person of each agency; half of them on each kind of database."""
    app = create_app(written.engine)
    app.test_client_class = Browser
    limiter.reset()
    readers = written.readers()
    assert len(readers) > 150
    assert sum(len(allowed) > 1 for allowed in readers.values()) >= 10
    half = written.engine.database.dialect.name == "sqlite"
    for person in [each for each in PEOPLE if "." not in each][half::2]:
        seen = walk(app, written, person)
        agency = people(written.engine)[person].agency
        assert [word for word in seen if agency not in readers[word]] == []

        assert [word for word in broken(app, written, person) if agency not in readers[word]] == []

    assert mailed(written.engine, tmp_path)
    assert found_in("".join(mailed(written.engine, tmp_path))) == set()
    assert found_in("\n".join(logged.lines)) == set()
    assert found_in(stored(written.engine)) == set()


def walk(app: Flask, written: Written, person: str) -> set[str]:
    """Return every word that somebody can get at: pages of all cases, errors, and the cookie."""
    client, seen, systems = app.test_client(), set(), Askers(app, written.engine)
    reader = people(written.engine)[person]
    sit(client, person)
    for case in written.cases:
        theirs = client.get(f"/arende/{case.desk.case_id}").status_code == 200
        known = list(dict.fromkeys(addresses(app, case, "GET")))
        for address, _ in known if theirs else known[::FEW]:
            if "/diagram/" in address:  # drawings have no words of anybody's
                continue
            answer = asked(client, systems, reader, "GET", address)
            shown = found_in(answer.text)
            masked = {word for word in shown if written.words[word].masked}
            assert not masked or address.startswith(("/uppgift/", "/api/v1/tasks/")), address
            seen |= shown | found_in(str(answer.headers))
            assert found_in(cookie(app, client)) == set()
    return seen


def broken(app: Flask, written: Written, person: str) -> set[str]:
    """Return every word that somebody is shown by pages that say no."""
    client, seen = app.test_client(), set()
    sit(client, person)
    for known in written.cases:
        desk, case = known.desk, f"/arende/{known.desk.case_id}"
        for task in desk.tasks():
            place = f"/uppgift/{task.id}"
            asked = [client.get(f"{place}/{act}") for act in ("ta", "bilaga", "finns-inte")]
            asked += [client.post(f"{place}{act}") for act in ("", "/kommentar", "/godkann")]
            client.get("/arenden/nytt")
            asked += [client.send(f"{place}{act}", _skal="") for act in ("/ge", "/skicka-tillbaka")]
            seen |= set().union(*(found_in(answer.text) for answer in asked))
        for act in ("avsluta", "jav", "kontakt", "utskrift/finns-inte", "skyddat/svar/x"):
            seen |= found_in(client.send(f"{case}/{act}").text)
    return seen


def mailed(engine: Engine, folder: Path) -> list[str]:
    """Carry the e-mail that waits, and return all that has been carried."""
    carrier = Carrier(delivery(f"file://{folder}"), "a@exempel.se", "http://localhost")
    replace(engine.mailing, carry=carrier).send_due()
    return [file.read_text(encoding="utf-8") for file in folder.glob("*.eml")]


def cookie(app: Flask, client: Browser) -> str:
    """Return what the session's cookie says, read as its own server reads it."""
    kept = client.get_cookie("skydd")
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None
    return json.dumps(signer.loads(kept.value)) if kept else ""


def stored(engine: Engine) -> str:
    """Return all that is kept: every byte of the files, or every column of every table."""
    url = make_url(engine.settings.database_url)
    if url.get_backend_name() == "sqlite":
        files = Path(str(url.database)).parent.glob(f"{Path(str(url.database)).name}*")
        return "".join(file.read_bytes().decode("latin-1") for file in files)
    rows = []
    with engine.database.connect() as connection:
        for table in METADATA.sorted_tables:
            for (row,) in connection.execute(text(f"SELECT t::text FROM {table.name} t")):  # noqa: S608
                rows += [row, *_bytes(row)]
    return "\n".join(rows)


def _bytes(row: str) -> Iterator[str]:
    """Yield what the columns of bytes in a row hold, which PostgreSQL tells in hexadecimals."""
    for part in row.split("\\x")[1:]:
        digits = part.split('"')[0].split(",")[0].split(")")[0]
        yield bytes.fromhex(digits).decode("latin-1")


def test_the_search_finds_a_word_that_is_stored_in_the_open(engine_on_both: Engine) -> None:
    word = "zqabcdefghijklmnqz"
    assert WORD.fullmatch(word)
    with engine_on_both.store.transaction() as unit:
        unit._db.execute(text("UPDATE people SET name = :word WHERE id = 'soc'"), {"word": word})

    assert found_in(stored(engine_on_both)) == {word}
